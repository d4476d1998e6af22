package dev.idp.tests.kubernetes.admission;

import dev.idp.kubernetes.admission.AdmissionPolicies;
import dev.idp.tests.kubernetes.apiserver.ApiServer;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The shared API server, as one that policies hold in. */
final class PolicyServer {

    private static final Pattern POLICY = Pattern.compile("ValidatingAdmissionPolicy '([^']+)'");

    private static final Map<String, String> COLLECTIONS = Map.of(
            "Deployment", "apis/apps/v1/namespaces/NS/deployments",
            "StatefulSet", "apis/apps/v1/namespaces/NS/statefulsets",
            "DaemonSet", "apis/apps/v1/namespaces/NS/daemonsets",
            "ReplicaSet", "apis/apps/v1/namespaces/NS/replicasets",
            "Job", "apis/batch/v1/namespaces/NS/jobs",
            "CronJob", "apis/batch/v1/namespaces/NS/cronjobs");

    private final ApiServer server = ApiServer.shared();

    /**
     * What became of an object.
     *
     * @param status the answer's
     * @param body the answer
     * @param warnings what came with it
     * @param warned the policies that warned
     * @param denied the policy that refused, if one did
     */
    record Answer(int status, String body, List<String> warnings, Set<String> warned, Set<String> denied) {}

    /** Puts policies into force in a namespace of their own. */
    void enforce(AdmissionPolicies policies, String namespace) throws Exception {
        apply("{apiVersion: v1, kind: Namespace, metadata: {name: " + namespace + ", labels: {policies: " + namespace
                + "}}}");
        apply(policies.inNamespaces("policies", namespace).toYaml());
    }

    void apply(String yaml) throws Exception {
        var answer = server.kubectl().runWith(yaml, "apply", "--server-side", "-f", "-");
        if (answer.code() != 0) {
            throw new AssertionError(answer.text());
        }
    }

    void delete(String yaml) throws Exception {
        server.kubectl().runWith(yaml, "delete", "--ignore-not-found", "--wait=false", "-f", "-");
    }

    /** As if it were created. */
    Answer create(String kind, String yaml, String namespace) throws Exception {
        String collection =
                COLLECTIONS.getOrDefault(kind, "api/v1/namespaces/NS/" + kind.toLowerCase(Locale.ROOT) + "s");
        return send("POST", collection.replace("NS", namespace) + "?dryRun=All", yaml);
    }

    Answer send(String method, String path, String yaml) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(server.address().resolve("/" + path))
                .header("Content-Type", "application/yaml")
                .header("Accept", "application/json")
                .method(method, BodyPublishers.ofString(yaml))
                .build();
        HttpResponse<String> answer = server.client().send(request, BodyHandlers.ofString());
        List<String> warnings = answer.headers().allValues("Warning");
        return new Answer(
                answer.statusCode(),
                answer.body(),
                warnings,
                policies(String.join("\n", warnings)),
                policies(answer.statusCode() < 300 ? "" : answer.body()));
    }

    private static Set<String> policies(String text) {
        Set<String> names = new TreeSet<>();
        Matcher policy = POLICY.matcher(text);
        while (policy.find()) {
            names.add(policy.group(1));
        }
        return names;
    }
}
