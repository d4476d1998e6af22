package dev.idp.tests.kubernetes.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.kubernetes.check.Proposal;
import dev.idp.kubernetes.check.RightSizing;
import dev.idp.kubernetes.check.Usage;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Containers are proposed what they used, with the figures. */
class RightSizingTest {

    private static final String HEAD = "namespace,workload,container,time,cpu_cores,memory_bytes\n";
    private static final String QUARTER_AND_GIBIBYTE = "requests: {cpu: 250m, memory: 1Gi}, limits: {memory: 1Gi}";

    private static ObjectSet web(String resources) {
        return ObjectSet.parse("prod", "web.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web, namespace: shop}
                spec: {template: {spec: {
                  initContainers: [{name: first, resources: {%1$s}}],
                  containers: [{name: main, resources: {%1$s}}]}}}
                """.formatted(resources));
    }

    private static String rows(int count, int secondsApart, IntFunction<String> figures) {
        return IntStream.range(0, count)
                .mapToObj(i -> "shop,web,main," + i * secondsApart + "," + figures.apply(i))
                .collect(Collectors.joining("\n", HEAD, "\n"));
    }

    private static List<Proposal> proposed(String resources, String csv) {
        return RightSizing.propose(web(resources), Usage.fromCsv(csv));
    }

    /** 200 samples, a quarter of an hour apart: cores from 1m to 200m, one peak of memory. */
    private static final String TWO_DAYS =
            rows(200, 900, i -> (i + 1) / 1000.0 + "," + (i == 77 ? 400L << 20 : 100L << 20));

    @Test
    void processorTimeIsWhatIsUsualAndMemoryIsThePeakWithHeadRoom() {
        List<Proposal> proposals = proposed(QUARTER_AND_GIBIBYTE, TWO_DAYS);

        assertThat(proposals)
                .extracting(Proposal::toString)
                .containsExactly(
                        "Deployment/web container 'main': cpu request 250m -> 190m, limit none -> none: 95 % of 200"
                                + " samples over 2 days are at most 190m, the peak is 200m; rounded up to 10m",
                        "Deployment/web container 'main': memory request 1Gi -> 480Mi, limit 1Gi -> 480Mi: the peak of"
                                + " 200 samples over 2 days is 400Mi; with 20 % head-room, rounded up to 16Mi");
        assertThat(proposals).extracting(Proposal::isWeak).containsExactly(false, false);
        assertThat(proposals.get(1).object().name()).isEqualTo("web");
    }

    static List<Arguments> sizes() {
        return List.of(
                Arguments.of("0,0", "10m", "16Mi"),
                Arguments.of("0.0101,1", "20m", "16Mi"),
                Arguments.of("0.010," + (40L << 20), "10m", "48Mi"),
                Arguments.of("1.5," + (41L << 20), "1500m", "64Mi"),
                Arguments.of("0.9999," + (1L << 30), "1", "1232Mi"));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void sizesAreRoundedUp(String figures, String cpu, String memory) {
        assertThat(proposed("", rows(200, 900, i -> figures)))
                .extracting(Proposal::proposedRequest)
                .containsExactly(cpu, memory);
    }

    @Test
    void whatIsRightIsNotProposed() {
        assertThat(proposed("requests: {cpu: 0.19}, limits: {memory: 480Mi}", TWO_DAYS))
                .isEmpty();
    }

    static List<Arguments> limits() {
        return List.of(
                Arguments.of("limits: {cpu: 2}", "2", "2"),
                Arguments.of("requests: {cpu: 100m}, limits: {cpu: 100m}", "100m", "190m"));
    }

    @ParameterizedTest
    @MethodSource("limits")
    void aLimitOfProcessorTimeStaysUnlessItWouldBeTooLittle(String resources, String limit, String proposed) {
        Proposal cpu = proposed(resources, TWO_DAYS).get(0);

        assertThat(cpu.limit()).contains(limit);
        assertThat(cpu.proposedLimit()).contains(proposed);
    }

    static List<Arguments> few() {
        return List.of(
                Arguments.of(99, 900, "; weak, since there are fewer than 100 samples"),
                Arguments.of(1, 0, "; weak, since it is less than a day"),
                Arguments.of(500, 60, "; weak, since it is less than a day"));
    }

    @ParameterizedTest
    @MethodSource("few")
    void aProposalSaysThatThereIsLittleToGoBy(int samples, int secondsApart, String end) {
        List<Proposal> proposals = proposed("", rows(samples, secondsApart, i -> "0.5,1000"));

        assertThat(proposals).hasSize(2).allMatch(Proposal::isWeak).allSatisfy(proposal -> assertThat(
                        proposal.reasoning())
                .endsWith(end));
    }

    @Test
    void defaultsOfTheNamespaceAreWhatIsAskedForNow() {
        ObjectSet range = ObjectSet.parse("prod", "range.yaml", """
                apiVersion: v1
                kind: LimitRange
                metadata: {name: range, namespace: shop}
                spec: {limits: [{type: Container, default: {memory: 256Mi}}]}
                """);

        assertThat(RightSizing.propose(web("").and(range), Usage.fromCsv(TWO_DAYS)))
                .extracting(Proposal::request)
                .containsExactly(Optional.empty(), Optional.of("256Mi"));
    }

    @Test
    void allPodsOfAWorkloadCountAndThoseOfOthersDoNot() {
        String cpu = """
                {"status": "success", "data": {"resultType": "matrix", "result": [
                  {"metric": {"namespace": "shop", "pod": "web-7d9f8b6c5-x2k4p", "container": "main"},
                   "values": [[0, "0.1"], [90000, "0.2"]]},
                  {"metric": {"namespace": "shop", "pod": "web-7d9f8b6c5-zz9z9", "container": "main"},
                   "values": [[0, "0.31"]]},
                  {"metric": {"namespace": "other", "pod": "web-7d9f8b6c5-x2k4p", "container": "main"},
                   "values": [[0, "9"]]},
                  {"metric": {"namespace": "shop", "pod": "web-7d9f8b6c5-x2k4p", "container": "proxy"},
                   "values": [[0, "9"]]}]}}
                """;
        String memory = "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[]}}";

        assertThat(RightSizing.propose(web(""), Usage.fromPrometheus(cpu, memory)))
                .extracting(Proposal::reasoning)
                .containsExactly(
                        "95 % of 3 samples over 25 hours are at most 310m, the peak is 310m; rounded up to 10m;"
                                + " weak, since there are fewer than 100 samples");
    }

    @ParameterizedTest
    @CsvSource({
        "Deployment, web, web-7d9f8b6c5-x2k4p, true",
        "Deployment, web, web-x2k4p, false",
        "Deployment, web, web-admin-7d9f8b6c5-x2k4p, false",
        "Deployment, web, web-7d9f8b6c5-x2k4a, false",
        "Deployment, a-name-so-long-that-nothing-fits-behind-it-but-a-few-letters, a-name-so-long-that-nothing-fits-behind-it-but-a-few-lettex2k4p, true",
        "Deployment, a-name-so-long-that-nothing-fits-behind-it-but-a-few-letters, a-name-so-long-that-nothing-fits-behind-it-but-a-few-lettx2k4p, false",
        "Deployment, a-name-that-leaves-room-for-some-of-the-hash-and-no-more, a-name-that-leaves-room-for-some-of-the-hash-and-no-more-7x2k4p, true",
        "Deployment, a-name-that-leaves-room-for-some-of-the-hash-and-n, a-name-that-leaves-room-for-some-of-the-hash-and-n-7d9f8b6x2k4p, true",
        "CronJob, a-name-that-leaves-room-for-some-of-the-hash-and-n, a-name-that-leaves-room-for-some-of-the-hash-and-n-2901234x2k4p, true",
        "StatefulSet, web, web-12, true",
        "StatefulSet, web, web-x, false",
        "DaemonSet, web, web-x2k4p, true",
        "DaemonSet, web, web-7d9f8b6c5-x2k4p, false",
        "Job, web, web-x2k4p, true",
        "Job, web, web-3-x2k4p, true",
        "CronJob, web, web-29012345-x2k4p, true",
        "CronJob, web, web-x2k4p, false",
        "Pod, web, web, true",
        "Pod, web, web-x2k4p, false",
    })
    void podsAreKnownByTheNamesThatKubernetesGivesThem(String kind, String name, String pod, boolean isIts) {
        String group =
                switch (kind) {
                    case "Pod" -> "v1";
                    case "Job", "CronJob" -> "batch/v1";
                    default -> "apps/v1";
                };
        String spec =
                switch (kind) {
                    case "Pod" -> "containers: [{name: main}]";
                    case "CronJob" -> "jobTemplate: {spec: {template: {spec: {containers: [{name: main}]}}}}";
                    default -> "template: {spec: {containers: [{name: main}]}}";
                };
        ObjectSet objects = ObjectSet.parse(
                "prod",
                "it.yaml",
                "{apiVersion: " + group + ", kind: " + kind + ", metadata: {name: " + name
                        + ", namespace: shop}, spec: {" + spec + "}}");
        Usage usage =
                Usage.fromCsv("namespace,pod,container,time,cpu_cores,memory_bytes\nshop," + pod + ",main,1,1,\n");

        assertThat(RightSizing.propose(objects, usage)).hasSize(isIts ? 1 : 0);
    }

    @Test
    void ofTwoWorkloadsTheOneWithTheLongerNameHasThePod() {
        ObjectSet objects = web("").and(ObjectSet.parse("prod", "v2.yaml", """
                apiVersion: apps/v1
                kind: DaemonSet
                metadata: {name: web-v2, namespace: shop}
                spec: {template: {spec: {containers: [{name: main}]}}}
                """));
        Usage usage =
                Usage.fromCsv("namespace,pod,container,time,cpu_cores,memory_bytes\nshop,web-v2-x2k4p,main,1,1,\n");

        assertThat(RightSizing.propose(objects, usage))
                .extracting(proposal -> proposal.object().name())
                .containsExactly("web-v2");
    }
}
