package dev.idp.tests.kubernetes.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.explain.Claim;
import dev.idp.explain.Decision;
import dev.idp.explain.Explanation;
import dev.idp.explain.Layer;
import dev.idp.explain.Source;
import dev.idp.kubernetes.Kubernetes;
import dev.idp.kubernetes.Manifests;
import dev.idp.plan.Plan;
import dev.idp.tests.kubernetes.Documents;
import dev.idp.tests.kubernetes.Lines;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every leaf has an explanation, and it is the true one: what it cites, and nothing else, changes the leaf. */
class TheTraceLawTest {

    private static final Lines LINES = Lines.of(RichPlatform.class);
    private static final Plan PLAN = RichPlatform.platform().plan();

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod", "teams"})
    void everyLeafOfEveryObjectIsExplained(String environment) {
        Manifests manifests = manifests(PLAN, environment);
        List<String> unexplained = new ArrayList<>();
        Set<String> explained = new TreeSet<>();

        manifests.objects().forEach(object -> {
            String reference = Documents.qualified(object);
            Documents.leaves(object).forEach((pointer, value) -> {
                Explanation explanation = manifests.explain(reference, pointer);
                assertThat(explanation.value()).contains(value.toString());
                if (explanation.reason().isEmpty() && explanation.decisions().isEmpty()) {
                    unexplained.add(reference + " " + pointer);
                }
                explained.add(object.getKind());
            });
        });

        assertThat(unexplained).isEmpty();
        explained.removeAll(RichExtensions.KINDS);
        assertThat(explained)
                .contains(
                        "ConfigMap",
                        "CronJob",
                        "DaemonSet",
                        "Deployment",
                        "HorizontalPodAutoscaler",
                        "Ingress",
                        "Job",
                        "Namespace",
                        "NetworkPolicy",
                        "PersistentVolumeClaim",
                        "PodDisruptionBudget",
                        "Role",
                        "RoleBinding",
                        "Service",
                        "ServiceAccount",
                        "StatefulSet");
    }

    /** One sentence that covers everything would explain every leaf, and say nothing; an extension says all of its own. */
    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod", "teams"})
    void noExplanationCoversAWholeObjectOrItsSpec(String environment) {
        Map<String, ExplainedObject> objects = ExplainedObject.all(manifests(PLAN, environment), Map.of());

        objects.values().forEach(object -> {
            Map<String, Set<Object>> reasons = new LinkedHashMap<>();
            object.explanations().forEach((pointer, explanation) -> reasons.computeIfAbsent(
                            pointer.substring(0, Math.max(pointer.indexOf('/', 1), 0)), field -> new HashSet<>())
                    .add(List.of(explanation.reason(), explanation.decisions())));
            reasons.remove("");
            if (object.isExtra()) {
                reasons.keySet().retainAll(Set.of("/metadata"));
            }
            reasons.forEach((field, different) -> assertThat(different)
                    .as("explanations below %s of %s", field, object.reference())
                    .hasSizeGreaterThan(isOneStatement(field, object) ? 0 : 1));
        });
    }

    private static boolean isOneStatement(String field, ExplainedObject object) {
        return List.of("/data", "/rules").contains(field) || object.reference().startsWith("ResourceQuota/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod", "teams"})
    void whatTheProgramSaidCitesItsFileAndLine(String environment) {
        Map<String, ExplainedObject> objects = ExplainedObject.all(manifests(PLAN, environment), Map.of());
        List<String> nowhere = new ArrayList<>();

        objects.values().forEach(object -> object.explanations().forEach((pointer, explanation) -> {
            for (Decision<?> decision : explanation.decisions()) {
                decision.winner()
                        .map(Claim::source)
                        .filter(TheTraceLawTest::isOfTheProgram)
                        .map(source -> source.origin().toString())
                        .filter(place -> !place.matches("RichPlatform\\.java:\\d+"))
                        .ifPresent(place -> nowhere.add(object.reference() + " " + pointer + " by " + place));
            }
        }));

        assertThat(nowhere).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "prod|Namespace of the environment|/metadata/name|namespace",
                "prod|Namespace of the environment|/metadata/labels/app.kubernetes.io~1part-of|platform",
                "prod|Namespace of the environment|/metadata/labels/pod-security.kubernetes.io~1enforce|api-root",
                "prod|ServiceAccount of web|/metadata/name|web",
                "prod|ServiceAccount of web|/metadata/labels/dev.idp~1owner|web-owner",
                "prod|ConfigMap of web|/data/API_URL|web-env",
                "prod|ConfigMap of web|/data/LEVEL|path-env",
                "prod|Deployment of web|/metadata/labels/app.kubernetes.io~1version|web-image",
                "prod|Deployment of web|{c}/image|web-image",
                "prod|Deployment of web|{c}/ports/1/containerPort|web-port",
                "prod|Deployment of web|{c}/env/0/valueFrom/secretKeyRef/key|web-secret",
                "prod|Deployment of web|{c}/livenessProbe/httpGet/httpHeaders/1/name|web-liveness",
                "prod|Deployment of web|{c}/livenessProbe/periodSeconds|web-liveness",
                "prod|Deployment of web|{c}/resources/limits/cpu|web-cpu",
                "prod|Deployment of api|{c}/resources/requests/cpu|path-cpu",
                "prod|Deployment of web|{c}/resources/limits/memory|web-memory",
                "prod|Deployment of api|{c}/volumeMounts/0/mountPath|path-scratch",
                "prod|Deployment of api|{c}/volumeMounts/1/mountPath|api-scratch",
                "prod|Deployment of api|{c}/securityContext/readOnlyRootFilesystem|api-writable",
                "prod|Deployment of api|/spec/template/spec/securityContext/runAsNonRoot|api-root",
                "prod|Deployment of api|/spec/template/spec/securityContext/fsGroup|path-user",
                "prod|Deployment of api|/spec/template/spec/terminationGracePeriodSeconds|path-grace",
                "prod|Deployment of api|/spec/replicas|replicas-in-prod",
                "prod|HorizontalPodAutoscaler of web|/spec/maxReplicas|web-replicas",
                "prod|HorizontalPodAutoscaler of web|/spec/metrics/0/resource/target/averageUtilization|web-scale",
                "prod|Ingress of web|/spec/ingressClassName|entry",
                "prod|Ingress of web|/spec/rules/1/http/paths/0/path|web-route",
                "prod|NetworkPolicy of web|/spec/egress/1/ports/0/port|bank",
                "dev|Deployment of session-store|{c}/resources/requests/cpu|redis-cpu",
                "prod|Deployment of web|{c}/command/1|web-command",
                "prod|Deployment of web|{c}/args/0|web-arguments",
                "prod|Deployment of web|{c}/startupProbe/tcpSocket/port|web-startup",
                "prod|ConfigMap of web-files|/data/etc_web_web.conf|web-file",
                "prod|Deployment of web|/spec/template/spec/volumes/3/projected/sources/1/secret/items/0/key|web-secret-file",
                "prod|Deployment of web|/spec/template/spec/initContainers/0/image|web-sidecar",
                "prod|Deployment of web|/spec/template/spec/initContainers/1/args/0|web-step",
                "prod|Deployment of web|/spec/template/spec/topologySpreadConstraints/0/topologyKey|web-spread",
                "prod|Deployment of web|/spec/template/metadata/annotations/shop.example~1runbook|web-annotation",
                "prod|Ingress of web|/metadata/labels/shop.example~1cost-center|web-label",
                "prod|HorizontalPodAutoscaler of web|/spec/metrics/1/resource/target/averageUtilization|web-scale-memory",
                "prod|HorizontalPodAutoscaler of web|/spec/metrics/3/pods/metric/name|web-metric",
                "prod|Role of web|/rules/0/verbs/0|web-may",
                "prod|StatefulSet of db|/spec/volumeClaimTemplates/0/spec/storageClassName|db-storage",
                "prod|Job of seed|/spec/backoffLimit|seed-retries",
                "prod|Job of seed|/spec/activeDeadlineSeconds|seed-deadline",
                "prod|Job of seed|/spec/ttlSecondsAfterFinished|seed-kept",
                "prod|ConfigMap of seed|/data/LEVEL|seed-env",
                "prod|CronJob of report|/spec/timeZone|report-schedule",
                "prod|CronJob of report|/spec/concurrencyPolicy|report-overlap",
                "prod|Deployment of web|/spec/template/spec/priorityClassName|web-priority",
                "prod|Deployment of web|/spec/template/spec/imagePullSecrets/1/name|pull-in-prod",
                "prod|Deployment of web|/spec/template/spec/nodeSelector/shop.example~1pool|web-node",
                "prod|Deployment of web|/spec/template/spec/tolerations/0/value|web-toleration",
                "prod|Deployment of web|/spec/strategy/rollingUpdate/maxSurge|web-rollout",
                "prod|HorizontalPodAutoscaler of web|/spec/behavior/scaleDown/policies/1/value|web-scaling",
                "prod|ServiceAccount of web|/metadata/annotations/eks.amazonaws.com~1role-arn|web-identity",
                "prod|Deployment of api|/spec/template/spec/runtimeClassName|api-runtime",
                "prod|StatefulSet of db|/spec/updateStrategy/type|db-rollout",
                "prod|DaemonSet of agent|/spec/updateStrategy/rollingUpdate/maxUnavailable|agent-rollout",
                "prod|Job of seed|/spec/template/spec/nodeSelector/shop.example~1pool|seed-node",
                "prod|ServiceAccount of seed|/metadata/annotations/azure.workload.identity~1client-id|seed-identity",
                "dev|PersistentVolumeClaim of pictures|/spec/storageClassName|volumes-in-dev",
                "dev|CiliumNetworkPolicy of api|/spec/egress/0/toFQDNs/0/matchName|mail",
                "prod|Service of mail-relay|/spec/externalName|mail",
                "dev|extra ResourceQuota|/spec/hard/pods|platform-quota",
                "dev|extra ResourceQuota|/metadata/labels/app.kubernetes.io~1part-of|platform",
                "prod|extra ResourceQuota|/metadata/namespace|namespace",
                "prod|extra PriorityClass|/value|priority",
                "prod|extra Lease|/metadata/name|web-lock",
                "prod|extra Lease|/metadata/labels/dev.idp~1owner|web-owner",
                "prod|Deployment of web|/spec/progressDeadlineSeconds|web-patient",
                "dev|Namespace of the environment|/metadata/labels/pod-security.kubernetes.io~1audit|audited",
                "dev|extra LimitRange|/spec/limits/0/max/storage|volumes-in-dev",
            })
    void aLeafCitesTheLineThatSaidIt(String environment, String object, String pointer, String mark) {
        ExplainedObject explained =
                ExplainedObject.all(manifests(PLAN, environment), Map.of()).get(object);

        Explanation explanation =
                explained.explanations().get(pointer.replace("{c}", "/spec/template/spec/containers/0"));

        assertThat(explanation.decisions())
                .map(decision ->
                        decision.winner().orElseThrow().source().origin().toString())
                .containsExactly(LINES.at(mark));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod", "teams"})
    void exactlyTheLeavesThatCiteADecisionChangeWithIt(String environment) {
        List<Perturbation> perturbations = Perturbations.of(PLAN, environment);
        TraceLaw law = new TraceLaw(PLAN, environment);

        perturbations.forEach(law::apply);

        assertThat(law.broken()).isEmpty();
        assertThat(law.citedInVain()).isEmpty();
        // Which namespace something is in decides what it can see.
        assertThat(law.refused()).allMatch(what -> what.contains("/namespaces") || what.contains("/owner"));
        assertThat(perturbations).hasSizeGreaterThan(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod", "teams"})
    void aCallThatIsGoneTakesOnlyTheLeavesThatItIsTheReasonFor(String environment) {
        List<Perturbation> perturbations = Perturbations.ofCalls(PLAN, environment);
        TraceLaw law = new TraceLaw(PLAN, environment);

        perturbations.forEach(law::apply);

        assertThat(law.broken()).isEmpty();
        assertThat(perturbations)
                .hasSameSizeAs(PLAN.in(environment).graph().edges())
                .hasSizeGreaterThan(4);
    }

    /** The library's own way to supply a Redis has reasons instead of lines. */
    private static boolean isOfTheProgram(Source source) {
        boolean isOfTheLibrary =
                source.layer() == Layer.LIBRARY || source.speaker().equals("golden path in-cluster-redis 1");
        if (isOfTheLibrary) {
            assertThat(source.reason()).isNotBlank();
        }
        return !isOfTheLibrary;
    }

    private static Manifests manifests(Plan plan, String environment) {
        return Kubernetes.backend().render(plan.in(environment));
    }
}
