package dev.idp.tests.kubernetes.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.kubernetes.check.Checks;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.policy.Finding;
import dev.idp.policy.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A small system in which everything finds each other, and what one wrong word in it costs. */
class WiringTest {

    private static final String SOUND = read("sound.yaml");

    /** All rules on wiring, and no other. */
    private static final Checks WIRING = wiring();

    private static Checks wiring() {
        Set<String> ids =
                cases().stream().map(it -> (String) it.get()[0]).collect(Collectors.toCollection(TreeSet::new));
        ids.addAll(Set.of("address-taken", "autoscaler-alone"));
        return Checks.thorough().only(ids.toArray(String[]::new));
    }

    private static String read(String name) {
        try (InputStream file = WiringTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Test
    void aSoundSystemHasNoFinding() {
        assertThat(WIRING.findings(ObjectSet.parse("prod", "sound.yaml", SOUND)))
                .isEmpty();
    }

    private static Arguments wrong(String rule, String right, String wrong, String message) {
        return Arguments.of(rule, right, wrong, message);
    }

    static List<Arguments> cases() {
        return List.of(
                wrong(
                        "object-twice",
                        "kind: Secret\nmetadata: {name: web, namespace: shop}",
                        "kind: ConfigMap\nmetadata: {name: web, namespace: shop}\ndata: {LEVEL: info}\n---\napiVersion:"
                                + " v1\nkind: Secret\nmetadata: {name: web, namespace: shop}",
                        "ConfigMap/web: it is there twice in namespace shop"),
                wrong(
                        "selects-own-pods",
                        "labels: {app: web, tier: front}",
                        "labels: {app: web, tier: back}",
                        "Deployment/web: it selects app=web, tier=front, which is not what its pods have"),
                wrong(
                        "selects-own-pods-alone",
                        "selector: {matchLabels: {app: web, tier: front}}",
                        "selector: {matchExpressions: [{key: app, operator: In, values: [web, store]}]}",
                        "Deployment/web: it selects app In [store, web], which pods of StatefulSet/store have as well"),
                wrong(
                        "service-selects",
                        "selector: {app: web}",
                        "selector: {app: wep}",
                        "Service/web: it selects app=wep, which no pods have"),
                wrong(
                        "service-port",
                        "targetPort: http",
                        "targetPort: https",
                        "Service/web: its port leads to port 'https', which no container of Deployment/web has"),
                wrong(
                        "stateful-set-service",
                        "serviceName: store",
                        "serviceName: stores",
                        "StatefulSet/store: there is no Service 'stores'"),
                wrong(
                        "ingress-backend",
                        "service: {name: web, port: {name: http}}",
                        "service: {name: www, port: {name: http}}",
                        "Ingress/web: it leads to Service 'www', which there is not"),
                wrong(
                        "ingress-backend",
                        "service: {name: web, port: {name: http}}",
                        "service: {name: web, port: {number: 8080}}",
                        "Ingress/web: it leads to port 8080 of Service 'web', which has no such port"),
                wrong(
                        "route-backend",
                        "backendRefs: [{name: web, port: 80}]",
                        "backendRefs: [{name: web, port: 8080}]",
                        "HTTPRoute/web: it leads to port 8080 of Service 'web', which has no such port"),
                wrong(
                        "route-backend",
                        "backendRefs: [{name: web, port: 80}]",
                        "backendRefs: [{name: web, namespace: other, port: 80}]",
                        "HTTPRoute/web: it leads to Service 'web', which there is not"),
                wrong(
                        "autoscaler-target",
                        "scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}",
                        "scaleTargetRef: {apiVersion: v1, kind: Deployment, name: web}",
                        "HorizontalPodAutoscaler/web: it scales Deployment/web, which there is not"),
                wrong(
                        "autoscaler-bounds",
                        "maxReplicas: 9",
                        "maxReplicas: 1",
                        "HorizontalPodAutoscaler/web: at least 2 copies, and at most 1"),
                wrong(
                        "autoscaler-owns-replicas",
                        "spec: # of web",
                        "spec:\n  replicas: 3",
                        "Deployment/web: it has a fixed number of copies beside HorizontalPodAutoscaler/web"),
                wrong(
                        "autoscaler-measurable",
                        "requests: {cpu: 100m}",
                        "requests: {memory: 1Mi}",
                        "HorizontalPodAutoscaler/web: it looks at cpu, and container 'web' of Deployment/web requests none"),
                wrong(
                        "budget-selects",
                        "selector: {matchLabels: {app: web}} # of the budget",
                        "selector: {matchLabels: {app: wep}}",
                        "PodDisruptionBudget/web: it selects no pods"),
                wrong(
                        "budget-satisfiable",
                        "minAvailable: 1",
                        "minAvailable: 2",
                        "PodDisruptionBudget/web: it wants 2 of 2 copies available, so none can ever be evicted"),
                wrong(
                        "budget-satisfiable",
                        "minAvailable: 1",
                        "minAvailable: 51%",
                        "PodDisruptionBudget/web: it wants 51% of 2 copies available, so none can ever be evicted"),
                wrong(
                        "budget-satisfiable",
                        "minAvailable: 1",
                        "maxUnavailable: 0",
                        "PodDisruptionBudget/web: it allows no copy to be evicted"),
                wrong(
                        "budget-alone",
                        "selector: {matchLabels: {app: store}} # of the budget",
                        "selector: {}",
                        "PodDisruptionBudget/web: pods of Deployment/web are protected by PodDisruptionBudget/store as well"),
                wrong(
                        "config-map-exists",
                        "configMapRef: {name: web}",
                        "configMapRef: {name: wep}",
                        "Deployment/web: it reads ConfigMap 'wep', which is not among these"),
                wrong(
                        "secret-exists",
                        "secretName: files",
                        "secretName: flies",
                        "Deployment/web: it reads Secret 'flies', which is not among these"),
                wrong(
                        "config-key-exists",
                        "secretKeyRef: {name: web, key: password}",
                        "secretKeyRef: {name: web, key: passwort}",
                        "Deployment/web: it reads key 'passwort' of Secret 'web', which has none such"),
                wrong(
                        "config-key-exists",
                        "items: [{key: key.pem, path: key.pem}]",
                        "items: [{key: kay.pem, path: key.pem}]",
                        "Deployment/web: it reads key 'kay.pem' of Secret 'files', which has none such"),
                wrong(
                        "service-account-exists",
                        "serviceAccountName: web",
                        "serviceAccountName: wep",
                        "Deployment/web: there is no ServiceAccount 'wep'"),
                wrong(
                        "service-account-own",
                        "serviceAccountName: web",
                        "serviceAccountName: default",
                        "Deployment/web: its pods use the default service account"),
                wrong(
                        "role-exists",
                        "roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: web}",
                        "roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: wep}",
                        "RoleBinding/web: there is no Role 'wep'"),
                wrong(
                        "subject-exists",
                        "subjects: [{kind: ServiceAccount, name: web}]",
                        "subjects: [{kind: ServiceAccount, name: web, namespace: other}]",
                        "RoleBinding/web: there is no ServiceAccount 'web' in namespace other"),
                wrong(
                        "policy-selects",
                        "podSelector: {matchLabels: {app: web}}",
                        "podSelector: {matchLabels: {app: wep}}",
                        "NetworkPolicy/web: it selects no pods"),
                wrong(
                        "policy-covers",
                        "podSelector: {} # of all",
                        "podSelector: {matchLabels: {app: web}}",
                        "StatefulSet/store: no network policy selects its pods for what comes in"),
                wrong(
                        "policy-covers",
                        "policyTypes: [Ingress] # of all",
                        "policyTypes: [Egress]",
                        "StatefulSet/store: no network policy selects its pods for what comes in"),
                wrong(
                        "policy-port",
                        "ports: [{port: 8080}]",
                        "ports: [{port: 80}]",
                        "NetworkPolicy/web: it lets through port 80, which no container of Deployment/web declares"),
                wrong(
                        "mounted-volume-exists",
                        "volumeMounts: [{name: scratch, mountPath: /tmp}]",
                        "volumeMounts: [{name: scrap, mountPath: /tmp}]",
                        "Deployment/web container 'web': it mounts volume 'scrap', which the pods have not"),
                wrong(
                        "claim-exists",
                        "claimName: pictures",
                        "claimName: picture",
                        "Deployment/web: there is no PersistentVolumeClaim 'picture'"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void oneWrongWordIsOneFinding(String rule, String right, String wrong, String message) {
        assertThat(SOUND).contains(right);
        String text = SOUND.replace(right, wrong);

        List<Finding> found = WIRING.findings(ObjectSet.parse("prod", "it.yaml", text)).stream()
                .filter(finding -> finding.rule().equals(rule))
                .toList();

        assertThat(found).extracting(Finding::message).containsExactly(message);
        assertThat(found.get(0).fix()).isNotEmpty();
        assertThat(found.get(0).place())
                .hasValueSatisfying(place -> assertThat(place).startsWith("it.yaml:"));
    }

    @Test
    void twoAutoscalersOfOneTargetAreFound() {
        String second = """
                ---
                apiVersion: autoscaling/v2
                kind: HorizontalPodAutoscaler
                metadata: {name: second, namespace: shop}
                spec: {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}, maxReplicas: 3}
                """;

        assertThat(WIRING.only("autoscaler-alone").findings(ObjectSet.parse("prod", "it.yaml", SOUND + second)))
                .extracting(Finding::message)
                .containsExactly("HorizontalPodAutoscaler/second: HorizontalPodAutoscaler/web scales it as well");
    }

    @Test
    void addressesAreTakenAcrossObjectsNamespacesAndEnvironments() {
        String ingress = """
                apiVersion: networking.k8s.io/v1
                kind: Ingress
                metadata: {name: %s, namespace: %s}
                spec:
                  rules:
                  - {host: a.example, http: {paths: [{path: %s, pathType: Prefix, backend: {}}]}}
                """;
        ObjectSet objects = ObjectSet.parse("prod", "a.yaml", ingress.formatted("one", "x", "/"))
                .and(ObjectSet.parse("prod", "b.yaml", ingress.formatted("two", "y", "/")))
                .and(ObjectSet.parse("prod", "c.yaml", ingress.formatted("three", "x", "/")))
                .and(ObjectSet.parse("prod", "d.yaml", ingress.formatted("four", "x", "/four")))
                .and(ObjectSet.parse("test", "e.yaml", ingress.formatted("five", "x", "/")));

        assertThat(WIRING.only("address-taken").findings(objects))
                .extracting(Finding::message)
                .containsExactly(
                        "Ingress/two: it wants a.example/, which Ingress/one in namespace x has",
                        "Ingress/three: it wants a.example/, which Ingress/one has",
                        "Ingress/five: it wants a.example/, which Ingress/one in prod has");
    }

    @Test
    void whatOperatorsMakeIsKnown() {
        String made = """
                apiVersion: external-secrets.io/v1
                kind: ExternalSecret
                metadata: {name: other, namespace: shop}
                spec: {target: {name: files}, data: [{secretKey: key.pem}]}
                """;

        assertThat(SOUND).contains("metadata: {name: files, namespace: shop}");
        List<Finding> found = WIRING.only("secret-exists", "config-key-exists")
                .findings(ObjectSet.parse(
                        "prod",
                        "it.yaml",
                        SOUND.replace("{name: files, namespace: shop}", "{name: x, namespace: shop}") + "---\n"
                                + made));
        assertThat(found).isEmpty();
    }

    @Test
    void podsThatAnOperatorMakesMayBeSelected() {
        String operated = """
                ---
                apiVersion: postgresql.cnpg.io/v1
                kind: Cluster
                metadata: {name: %s, namespace: shop}
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: db, namespace: shop}
                spec: {selector: {cnpg.io/cluster: orders-db}, ports: [{port: 5432}]}
                """;
        Checks selecting = WIRING.only("service-selects");

        assertThat(selecting.findings(ObjectSet.parse("prod", "it.yaml", SOUND + operated.formatted("orders-db"))))
                .isEmpty();
        assertThat(selecting.findings(ObjectSet.parse("prod", "it.yaml", SOUND + operated.formatted("other-db"))))
                .hasSize(1);
    }

    @Test
    void everyRuleSaysWhyWhatToDoAndWhereToRead() {
        for (Rule<ObjectSet> rule : WIRING.rules()) {
            assertThat(rule.because()).as(rule.id()).isNotBlank();
            assertThat(rule.fix()).as(rule.id()).isNotBlank();
            assertThat(rule.link()).as(rule.id()).isPresent();
        }
    }
}
