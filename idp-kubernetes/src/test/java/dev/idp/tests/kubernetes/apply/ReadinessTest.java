package dev.idp.tests.kubernetes.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idp.kubernetes.apply.Readiness;
import dev.idp.kubernetes.apply.Readiness.State;
import dev.idp.kubernetes.apply.Readiness.Status;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobCondition;
import io.fabric8.kubernetes.api.model.batch.v1.JobStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadinessTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private record Case(String name, String kstatus, String strict, String says, HasMetadata object) {

        static Case of(Object document) {
            Map<?, ?> fields = (Map<?, ?>) document;
            String kstatus = (String) fields.get("kstatus");
            String strict = (String) fields.get("strict");
            return new Case(
                    (String) fields.get("case"),
                    kstatus,
                    strict == null ? kstatus : strict,
                    (String) fields.get("says"),
                    ClusterObjects.object(fields.get("object")));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        return ClusterObjects.documents(ClusterObjects.resource("readiness.yaml")).stream()
                .map(Case::of);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isJudgedAsKstatusWould(Case given) {
        assertThat(inShort(Readiness.kstatus().of(given.object, NOW))).isEqualTo(given.kstatus);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isJudgedMoreStrictlyAndTellsWhy(Case given) {
        Status status = Readiness.strict().of(given.object, NOW);

        assertThat(inShort(status)).isEqualTo(given.strict);
        assertThat(status.message()).isEqualTo(given.says);
        assertThat(status.isReady()).isEqualTo(given.strict.startsWith("CURRENT"));
    }

    private static String inShort(Status status) {
        return status.state() + " " + status.reason();
    }

    @ParameterizedTest
    @CsvSource({
        "withCompletedJobs, a job that runs; a job that is suspended; a job that has decided to fail",
        "withAddresses, a load balancer without an address outside; a gateway that nobody has taken up; "
                + "a gateway whose certificate is not there yet; a gateway one of whose listeners has no certificate yet",
        "withFailedPods, a pod that has ended badly",
        "withUnclaimedVolumes, a claim that waits for its first pod; a claim whose volume is gone",
        "withServedApis, an API that does not answer",
        "withPodsReplacedByHand, a stateful set whose pods people replace; a daemon set whose pods people replace",
        "withFreshConditions, a custom resource that was ready before it changed; "
                + "a custom resource that had given up before it changed",
    })
    void aPartChangesWhatItNamesAndNothingElse(String part, String changed) {
        Readiness readiness = part(part);

        List<String> differ = cases().filter(
                        given -> !inShort(readiness.of(given.object, NOW)).equals(given.kstatus))
                .map(Case::name)
                .toList();

        List<String> starts = List.of(changed.split("; "));
        assertThat(differ).hasSameSizeAs(starts).allMatch(name -> starts.stream()
                .anyMatch(name::startsWith));
    }

    private static Readiness part(String name) {
        Readiness kstatus = Readiness.kstatus();
        return switch (name) {
            case "withCompletedJobs" -> kstatus.withCompletedJobs();
            case "withAddresses" -> kstatus.withAddresses();
            case "withFailedPods" -> kstatus.withFailedPods();
            case "withUnclaimedVolumes" -> kstatus.withUnclaimedVolumes();
            case "withServedApis" -> kstatus.withServedApis();
            case "withPodsReplacedByHand" -> kstatus.withPodsReplacedByHand();
            default -> kstatus.withFreshConditions();
        };
    }

    @Test
    void takesTypedObjectsToo() {
        Job job = new Job();
        job.setMetadata(new ObjectMeta());
        JobCondition complete = new JobCondition();
        complete.setType("Complete");
        complete.setStatus("True");
        job.setStatus(new JobStatus());
        job.getStatus().setConditions(List.of(complete));

        assertThat(Readiness.strict().of(job, NOW).state()).isEqualTo(State.CURRENT);
    }

    @Test
    void aRuleOfTheUserDecidesAloneForItsKind() {
        Readiness readiness = Readiness.strict()
                .rule(
                        "argoproj.io",
                        "Rollout",
                        rollout -> "Healthy".equals(rollout.get("status", "phase"))
                                ? Status.current("the roll-out is healthy")
                                : Status.inProgress("NotHealthy", "the roll-out is " + rollout.get("status", "phase")));

        assertThat(readiness.of(rollout("Healthy"), NOW)).isEqualTo(Status.current("the roll-out is healthy"));
        assertThat(readiness.of(rollout("Paused"), NOW))
                .isEqualTo(Status.inProgress("NotHealthy", "the roll-out is Paused"));
        assertThat(Readiness.strict().of(rollout("Paused"), NOW).state()).isEqualTo(State.IN_PROGRESS);
    }

    private static GenericKubernetesResource rollout(String phase) {
        return ClusterObjects.read("""
                {apiVersion: argoproj.io/v1alpha1, kind: Rollout, metadata: {name: orders, generation: 2},
                 status: {observedGeneration: "1", phase: %s}}
                """.formatted(phase));
    }

    @Test
    void aRuleOfTheUserGoesBeforeThatOfABuiltInKind() {
        Readiness lax = Readiness.strict().rule("batch", "Job", job -> Status.current("jobs are not waited for"));

        assertThat(lax.of(ClusterObjects.read("{apiVersion: batch/v1, kind: Job}"), NOW)
                        .state())
                .isEqualTo(State.CURRENT);
    }

    @Test
    void aRuleOfTheUserIsNotAskedAboutWhatIsBeingDeleted() {
        Readiness lax = Readiness.strict().rule("batch", "Job", job -> Status.current("jobs are not waited for"));

        assertThat(lax.of(
                                ClusterObjects.read(
                                        "{apiVersion: batch/v1, kind: Job, metadata: {deletionTimestamp: now}}"),
                                NOW)
                        .state())
                .isEqualTo(State.TERMINATING);
    }

    @Test
    void aRuleThatSaysNothingIsTheUsersMistake() {
        Readiness silent = Readiness.strict().rule("", "ConfigMap", map -> null);

        assertThatThrownBy(() -> silent.of(ClusterObjects.read("{apiVersion: v1, kind: ConfigMap}"), NOW))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("the rule for ConfigMap of v1 says null");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                       | IN_PROGRESS NoCondition",
                "{conditions: [{type: Synced, status: 'True'}]}           | CURRENT Current",
                "{conditions: [{type: Synced, status: 'False'}]}          | IN_PROGRESS NotSynced",
                "{conditions: [{type: Synced, status: 'False', reason: Broken}, {type: Stalled, status: 'True'}]}"
                        + " | IN_PROGRESS Broken",
                "{conditions: [{type: Synced, status: 'True', observedGeneration: 1}]}"
                        + " | IN_PROGRESS LatestGenerationNotObserved",
                "{observedGeneration: 1, conditions: [{type: Synced, status: 'True'}]}"
                        + " | IN_PROGRESS LatestGenerationNotObserved",
            })
    void aKindIsReadyWhenTheConditionIsTrueThatTheUserNames(String status, String expected) {
        Readiness readiness = Readiness.kstatus().ready("example.org", "Widget", "Synced");

        assertThat(inShort(readiness.of(
                        ClusterObjects.read(
                                "{apiVersion: example.org/v1, kind: Widget, metadata: {generation: 2}, status: %s}"
                                        .formatted(status)),
                        NOW)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.org/v1, kind: Gadget", "example.com/v1, kind: Widget"})
    void rulesOfTheUserAreForOneKindOfOneGroup(String kind) {
        Readiness readiness = Readiness.kstatus().ready("example.org", "Widget", "Synced");

        assertThat(readiness
                        .of(ClusterObjects.read("{apiVersion: " + kind + "}"), NOW)
                        .state())
                .isEqualTo(State.CURRENT);
    }

    @Test
    void whatAClusterSaysFitsOnOneLine() {
        Status status = Status.failed("Long", "first\r\n\tsecond\u001b[31m " + "x".repeat(400));

        assertThat(status.message())
                .startsWith("first second [31m xx")
                .endsWith("x...")
                .hasSize(300);
    }
}
