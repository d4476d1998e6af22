package dev.idp.tests.kubernetes.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.kubernetes.apply.Action;
import dev.idp.kubernetes.apply.ApplyOptions;
import dev.idp.kubernetes.apply.ApplySet;
import dev.idp.kubernetes.apply.Change;
import dev.idp.kubernetes.apply.Drift;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is said to be unchanged is so to the server: applying it changes nothing, whatever was changed at random in the program
 * or, by others, in the cluster. {@code -Didp.seeds} tries more.
 */
@EnabledIfEnvironmentVariable(
        named = "KUBE_API_TEST_DIR",
        matches = ".+",
        disabledReason = "there are no binaries of a Kubernetes API server: name their directory in KUBE_API_TEST_DIR")
class SoundProofTest {

    private static final int CHANGES = Integer.getInteger("idp.seeds", 12);

    private static final String WORKLOAD = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: orders, labels: {app: orders, tier: "1"}, annotations: {note: "1.0"}}
            spec:
              replicas: 2
              strategy: {rollingUpdate: {maxSurge: 1, maxUnavailable: 25%}}
              selector: {matchLabels: {app: orders}}
              template:
                metadata: {labels: {app: orders, limits: "1"}}
                spec:
                  terminationGracePeriodSeconds: 30
                  volumes:
                  - {name: scratch, emptyDir: {sizeLimit: 1Gi}}
                  - {name: config, configMap: {name: config, items: [{key: A, path: a}, {key: B, path: b}]}}
                  containers:
                  - name: app
                    image: registry.example/orders:1
                    args: ["--cpu", "1000m"]
                    env: [{name: CPU, value: "1000m"}, {name: SIZE, value: "1.0"}, {name: EMPTY, value: ""}]
                    ports: [{name: http, containerPort: 8080}, {name: dns, containerPort: 53, protocol: UDP}]
                    resources: {limits: {cpu: 1000m, memory: 1024Mi}, requests: {cpu: "0.5", memory: 512Mi}}
                    livenessProbe: {httpGet: {path: /live, port: 8080}, periodSeconds: 5}
                    volumeMounts: [{name: scratch, mountPath: /tmp}, {name: config, mountPath: /config}]
                  - {name: side, image: "registry.example/side:1"}
            """;

    private static final String POLICY = """
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: orders}
            spec:
              podSelector: {matchLabels: {app: orders}}
              policyTypes: [Ingress, Egress]
              ingress:
              - {from: [{podSelector: {matchLabels: {app: a}}}, {namespaceSelector: {}}], ports: [{port: 80}, {port: 53, protocol: UDP}]}
              egress: []
            """;

    private static final String CONFIG =
            "{apiVersion: v1, kind: ConfigMap, metadata: {name: config}, data: {A: \"1000m\", B: \"1.0\", limits: \"1\"}}";

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatIsSaidToBeUnchangedIsUnchanged(long seed) throws Exception {
        Random random = new Random(seed);
        int unchanged = 0;
        try (TestCluster test = TestCluster.open()) {
            ApplyOptions atOnce = ApplyOptions.defaults().withoutWaiting();
            test.cluster().apply(test.set(WORKLOAD, POLICY, CONFIG), atOnce).orThrow();
            for (int i = 0; i < CHANGES; i++) {
                GenericKubernetesResource object =
                        test.object(List.of(WORKLOAD, POLICY, CONFIG).get(random.nextInt(3)));
                String change = changed(object, random);
                ApplySet set = ApplySet.of("set", test.namespace(), List.of(object));

                Change said = test.cluster().diff(set).changes().stream()
                        .filter(each -> each.action() != Action.PRUNE)
                        .findFirst()
                        .orElseThrow();

                if (said.action() == Action.UNCHANGED) {
                    unchanged++;
                    String before = content(test, object);
                    applyByTheServer(test, object, set);
                    assertThat(content(test, object))
                            .as("seed %d, change %d: %s", seed, i, change)
                            .isEqualTo(before);
                }
            }
        }
        assertThat(unchanged).as("some changes are none").isPositive();
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void whatIsSaidToBeInSyncIsInSync(long seed) throws Exception {
        Random random = new Random(seed);
        try (TestCluster test = TestCluster.open()) {
            ApplySet set = test.set(WORKLOAD, POLICY, CONFIG);
            test.cluster().apply(set, ApplyOptions.defaults().withoutWaiting()).orThrow();
            for (int i = 0; i < CHANGES / 2; i++) {
                GenericKubernetesResource object =
                        test.object(List.of(WORKLOAD, POLICY, CONFIG).get(random.nextInt(3)));
                String change = changed(object, random);
                try {
                    test.kubectlWith(ClusterObjects.json(object), "replace", "-f", "-");
                } catch (AssertionError refused) {
                    continue;
                }
                Drift drift = test.cluster().drift(set);

                GenericKubernetesResource wanted = test.object(
                        switch (object.getKind()) {
                            case "Deployment" -> WORKLOAD;
                            case "NetworkPolicy" -> POLICY;
                            default -> CONFIG;
                        });
                boolean isInSync = drift.objects().stream()
                        .filter(each -> each.object().kind().equals(object.getKind()))
                        .allMatch(each -> each.state() == Drift.State.IN_SYNC);
                String before = content(test, object);
                applyByTheServer(test, wanted, set);
                if (isInSync) {
                    assertThat(content(test, object))
                            .as("seed %d, change %d: %s", seed, i, change)
                            .isEqualTo(before);
                }
            }
        }
    }

    /** Not the version: of what says an empty list, each apply makes another one. */
    private static String content(TestCluster test, GenericKubernetesResource object) throws Exception {
        String name = object.getKind().toLowerCase(Locale.ROOT) + "/"
                + object.getMetadata().getName();
        return test.field(name, ".spec") + test.field(name, ".data") + test.field(name, ".metadata.labels");
    }

    /** By the server itself, as the library's manager. */
    private static void applyByTheServer(TestCluster test, GenericKubernetesResource object, ApplySet set)
            throws Exception {
        Map<String, String> labels = new HashMap<>();
        if (object.getMetadata().getLabels() != null) {
            labels.putAll(object.getMetadata().getLabels());
        }
        labels.put("applyset.kubernetes.io/part-of", set.id());
        object.getMetadata().setLabels(labels);
        test.kubectlWith(
                ClusterObjects.json(object),
                "apply",
                "--server-side",
                "--field-manager=idp",
                "--force-conflicts",
                "-f",
                "-");
    }

    /** Changes something somewhere below the specification or the data, and says what. */
    private static String changed(GenericKubernetesResource object, Random random) {
        Map<String, Object> all = object.getAdditionalProperties();
        Object at = all.containsKey("spec") ? all.get("spec") : all.get("data");
        StringBuilder path = new StringBuilder();
        while (true) {
            List<Object> steps = new ArrayList<>();
            if (at instanceof Map<?, ?> map) {
                steps.addAll(map.keySet());
            } else if (at instanceof List<?> list) {
                for (int i = 0; i < list.size(); i++) {
                    steps.add(i);
                }
            }
            if (steps.isEmpty()) {
                return path + " is empty";
            }
            Object step = steps.get(random.nextInt(steps.size()));
            path.append('/').append(step);
            Object below = at instanceof Map<?, ?> map ? map.get(step) : ((List<?>) at).get((Integer) step);
            boolean isLeaf = !(below instanceof Map) && !(below instanceof List);
            if (isLeaf || random.nextInt(6) == 0) {
                Object other = isLeaf ? other(below, random) : null;
                if (at instanceof Map<?, ?> map) {
                    put(map, step, other);
                } else if (other == null) {
                    ((List<?>) at).remove((int) step);
                } else {
                    set((List<?>) at, (Integer) step, other);
                }
                return path + ": " + below + " -> " + other;
            }
            at = below;
        }
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<?, ?> map, Object key, Object value) {
        if (value == null) {
            map.remove(key);
        } else {
            ((Map<Object, Object>) map).put(key, value);
        }
    }

    @SuppressWarnings("unchecked")
    private static void set(List<?> list, int place, Object value) {
        ((List<Object>) list).set(place, value);
    }

    /** Another value, or the same in another spelling; {@code null} to take it away. */
    private static Object other(Object value, Random random) {
        if (random.nextInt(5) == 0) {
            return null;
        }
        if (value instanceof Integer number) {
            return number + random.nextInt(3) - 1;
        }
        return switch (String.valueOf(value)) {
            case "1000m" -> random.nextBoolean() ? "1" : "1.0";
            case "1.0" -> random.nextBoolean() ? "1" : "1000m";
            case "0.5" -> "500m";
            case "1" -> "1000m";
            case "1024Mi" -> random.nextBoolean() ? "1Gi" : "1073741824";
            case "512Mi" -> "0.5Gi";
            case "1Gi" -> "1024Mi";
            default -> value + (random.nextBoolean() ? "" : "x");
        };
    }
}
