package dev.idp.kubernetes.internal.check;

import dev.idp.kubernetes.check.Field;
import dev.idp.kubernetes.check.ManifestFindings;
import dev.idp.kubernetes.check.ManifestObject;
import dev.idp.kubernetes.check.ManifestRules;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.kubernetes.check.Pod;
import dev.idp.policy.Rule;
import java.util.List;
import java.util.Optional;

/** Pods that never ask the API server have no token for it. */
final class TokenRules {

    private static final String MOUNTS = "automountServiceAccountToken";

    private TokenRules() {}

    static List<Rule<ObjectSet>> all() {
        return List.of(ManifestRules.forAll("token-unasked")
                .because("who breaks in has the token, and every right that the account is given some day")
                .fix("set automountServiceAccountToken to false, or to true where the token is meant to be there")
                .link("https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/"
                        + "#opt-out-of-api-credential-automounting")
                .check((objects, found) -> {
                    GrantedAccounts granted = new GrantedAccounts(objects);
                    objects.pods().forEach(pod -> token(pod, granted, found));
                }));
    }

    private static void token(Pod pod, GrantedAccounts granted, ManifestFindings found) {
        Field mounts = pod.spec().get(MOUNTS);
        String name = account(pod);
        Optional<ManifestObject> account = found.objects().find(pod.object(), "", "ServiceAccount", name);
        // Of an account that is not among the objects, nobody here knows the rights.
        boolean isKnown = account.isPresent() || name.equals("default");
        boolean isSaid = mounts.isPresent()
                || account.filter(said -> said.at(MOUNTS).isPresent()).isPresent();
        if (isKnown && !isSaid && !granted.has(pod.object(), name)) {
            found.add(
                    mounts, "it holds a token for the API server, and its account '" + name + "' may do nothing there");
        }
    }

    private static String account(Pod pod) {
        return pod.spec()
                .get("serviceAccountName")
                .text()
                .or(() -> pod.spec().get("serviceAccount").text())
                .filter(name -> !name.isEmpty())
                .orElse("default");
    }
}
