package dev.idp.tests.kubernetes.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.idp.kubernetes.apply.Readiness;
import dev.idp.kubernetes.apply.Readiness.State;
import dev.idp.kubernetes.apply.Readiness.Status;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The cases of <a href="https://github.com/argoproj/argo-cd">Argo CD</a>'s own tests of health, with those of its scripts for
 * gateways and definitions, and every one in which strict readiness says something else, with the reason. They are read from a checkout of that repository, named by the property
 * {@code idp.argo-health}.
 */
class ArgoHealthCasesTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Pattern CASE =
            Pattern.compile("assertAppHealth\\(t, \"\\.*/([\\w./-]+\\.yaml)\", HealthStatus(\\w+)\\)");

    private static final Pattern SCRIPTED = Pattern.compile("status: (\\w+).*?inputPath: (\\S+)", Pattern.DOTALL);

    /** What is meant by the words there; who suspends something is to resume it. */
    private static final Map<String, State> MEANT = Map.of(
            "Healthy", State.CURRENT,
            "Progressing", State.IN_PROGRESS,
            "Suspended", State.IN_PROGRESS,
            "Degraded", State.FAILED);

    private record Difference(State state, String because) {}

    private static final String AUTOSCALER = "what scales is served without its autoscaler";
    private static final String LATER = "what a gateway names often comes after it";
    private static final String GOING = "there is a word of its own for that";
    private static final String IMAGE = "a registry may answer yet, and a deadline ends it";
    private static final String STARTED_AGAIN =
            "a container that ended is started again, until it crashes again and again";
    private static final String ENDS = "a pod that is ready is, and what has an end is a Job";

    private static final Map<String, Difference> DIFFERENCES = Map.ofEntries(
            differs("Gateway/degraded_accepted.yaml", State.IN_PROGRESS, LATER),
            differs("Gateway/degraded_resolved_refs.yaml", State.IN_PROGRESS, LATER),
            differs("Gateway/listener_degraded.yaml", State.IN_PROGRESS, LATER),
            differs(
                    "CustomResourceDefinition/crd-v1-non-structual-degraded.yaml",
                    State.CURRENT,
                    "a kind that is served is, whatever its schema is like"),
            differs("CustomResourceDefinition/crd-v1-terminating-timestamp-progressing.yaml", State.TERMINATING, GOING),
            differs("hpa-v1-degraded.yaml", State.CURRENT, AUTOSCALER),
            differs("hpa-v1-degraded-failedgetobjectmetric.yaml", State.CURRENT, AUTOSCALER),
            differs("hpa-v1-progressing.yaml", State.CURRENT, AUTOSCALER),
            differs("hpa-v1-progressing-with-no-annotations.yaml", State.CURRENT, AUTOSCALER),
            differs("hpa-v2-degraded.yaml", State.CURRENT, AUTOSCALER),
            differs("hpa-v2-progressing.yaml", State.CURRENT, AUTOSCALER),
            differs(
                    "daemonset-ondelete.yaml",
                    State.IN_PROGRESS,
                    "its generation was cut out of the file, and without one nobody knows what its status is of"),
            differs("ingress-unassigned.yaml", State.CURRENT, "many controllers never write the address of an Ingress"),
            differs(
                    "svc-loadbalancer-nonemptylist.yaml",
                    State.IN_PROGRESS,
                    "an address that has neither a number nor a name is none"),
            differs("pod-deletion.yaml", State.TERMINATING, GOING),
            differs("pod-error.yaml", State.IN_PROGRESS, STARTED_AGAIN),
            differs("pod-imagepullbackoff.yaml", State.IN_PROGRESS, IMAGE),
            differs("pod-running-restart-never-with-ignore-annotation-backoff.yaml", State.IN_PROGRESS, IMAGE),
            differs("pod-running-restart-never.yaml", State.CURRENT, ENDS),
            differs("pod-running-restart-never-hook-with-ignore-annotation.yaml", State.CURRENT, ENDS),
            differs(
                    "pod-running-restart-onfailure.yaml",
                    State.FAILED,
                    "a container that crashes again and again fails, whoever restarts it"));

    private static Map.Entry<String, Difference> differs(String file, State state, String because) {
        return Map.entry(file, new Difference(state, because));
    }

    private record Case(String name, GenericKubernetesResource object, String health) {

        static Case of(String name, Path file, String health) {
            try {
                return new Case(name, ClusterObjects.read(Files.readString(file)), health);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        void isJudgedAsThereOrForAReason() {
            Status status = Readiness.strict().of(object, NOW);

            Difference difference = DIFFERENCES.get(name);
            assertThat(difference == null || difference.state() != MEANT.get(health))
                    .as("a difference that is none")
                    .isTrue();
            assertThat(status.state())
                    .as(
                            "%s, which is %s there%s",
                            status, health, difference == null ? "" : ": " + difference.because())
                    .isEqualTo(difference == null ? MEANT.get(health) : difference.state());
        }
    }

    @TestFactory
    Stream<DynamicTest> isJudgedAsThereOrForAReason() throws IOException {
        String checkout = System.getProperty("idp.argo-health", "");
        if (checkout.isEmpty()) {
            // A factory that gives up itself is counted nowhere.
            return Stream.of(DynamicTest.dynamicTest(
                    "cases", () -> abort("no checkout of argo-cd is named by idp.argo-health")));
        }

        List<Case> cases = new ArrayList<>(cases(Path.of(checkout, "gitops-engine/pkg")));
        cases.addAll(scripted(Path.of(checkout, "resource_customizations/gateway.networking.k8s.io/Gateway")));
        cases.addAll(
                scripted(Path.of(checkout, "resource_customizations/apiextensions.k8s.io/CustomResourceDefinition")));

        assertThat(cases).as("cases of Argo CD").hasSizeGreaterThan(50);
        assertThat(cases).extracting(Case::name).containsAll(DIFFERENCES.keySet());
        return cases.stream()
                .map(each -> DynamicTest.dynamicTest(
                        each.object().getKind() + ": " + each.name(), each::isJudgedAsThereOrForAReason));
    }

    private static List<Case> cases(Path packages) throws IOException {
        List<Case> cases = new ArrayList<>();
        for (Matcher found = CASE.matcher(Files.readString(packages.resolve("health/health_test.go")));
                found.find(); ) {
            String file = found.group(1);
            cases.add(Case.of(
                    file.substring(file.lastIndexOf('/') + 1),
                    packages.resolve(file.startsWith("testdata") ? "health/" + file : file),
                    found.group(2)));
        }
        return cases;
    }

    private static List<Case> scripted(Path kind) throws IOException {
        List<Case> cases = new ArrayList<>();
        for (Matcher found = SCRIPTED.matcher(Files.readString(kind.resolve("health_test.yaml"))); found.find(); ) {
            Path file = kind.resolve(found.group(2));
            cases.add(Case.of(kind.getFileName() + "/" + file.getFileName(), file, found.group(1)));
        }
        return cases;
    }
}
