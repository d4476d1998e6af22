package dev.idp.tests.kubernetes.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.kubernetes.apply.Cause;
import dev.idp.kubernetes.internal.ready.Diagnosis;
import dev.idp.kubernetes.internal.tree.Tree;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DiagnosisTest {

    /** Documents of a file: each with what goes wrong, the object, its pods, events, and the cause that is to be found. */
    private record Case(
            String name, Tree object, List<Tree> pods, List<Tree> events, String what, String where, String look) {

        static Case of(Tree document) {
            return new Case(
                    text(document, "case"),
                    at(document, "object"),
                    list(document, "pods"),
                    list(document, "events"),
                    text(document, "what"),
                    text(document, "where"),
                    text(document, "look"));
        }

        Optional<Cause> cause() {
            return Diagnosis.of(object, pods, events);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static Tree at(Tree document, String field) {
        return ((Tree.Fields) document).fields().get(field);
    }

    private static String text(Tree document, String field) {
        return (String) ((Tree.Scalar) at(document, field)).value();
    }

    private static List<Tree> list(Tree document, String field) {
        return at(document, field) instanceof Tree.Elements list ? list.elements() : List.of();
    }

    static Stream<Case> cases() {
        return ClusterObjects.trees(ClusterObjects.resource("diagnosis.yaml")).stream()
                .map(Case::of);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysWhatWhereAndWhereToLook(Case given) {
        assertThat(given.cause()).contains(new Cause(given.what, given.where, given.look));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theOrderOfPodsAndEventsMakesNoDifference(Case given) {
        assertThat(Diagnosis.of(given.object, backwards(given.pods), backwards(given.events)))
                .isEqualTo(given.cause());
    }

    private static List<Tree> backwards(List<Tree> trees) {
        return Stream.iterate(trees.size() - 1, index -> index >= 0, index -> index - 1)
                .map(trees::get)
                .toList();
    }

    private static final Tree ORDERS =
            ClusterObjects.tree("{apiVersion: apps/v1, kind: Deployment, metadata: {name: orders, namespace: shop}}");

    private static Optional<Cause> ofPod(String status) {
        return Diagnosis.of(
                ORDERS,
                List.of(ClusterObjects.tree("{metadata: {name: orders-1, namespace: shop}, status: " + status + "}")),
                List.of());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{exitCode: 1, reason: Error}       | exit code 1",
                "{exitCode: 0, reason: Completed}   | exit code 0",
                "{exitCode: 126, reason: Error}     | exit code 126 (the command cannot be executed)",
                "{exitCode: 127, reason: Error}     | exit code 127 (there is no such command)",
                "{exitCode: 134, reason: Error}     | exit code 134 (SIGABRT)",
                "{exitCode: 137, reason: Error}     | exit code 137 (SIGKILL)",
                "{exitCode: 137, reason: OOMKilled} | out of memory (OOMKilled, exit code 137)",
                "{exitCode: 139, reason: Error}     | exit code 139 (SIGSEGV)",
                "{exitCode: 143, reason: Error}     | exit code 143 (SIGTERM)",
                "{exitCode: 159, reason: Error}     | exit code 159 (signal 31)",
                "{exitCode: 255, reason: Error}     | exit code 255",
                "{exitCode: 2, signal: 11}          | exit code 2 (SIGSEGV)",
                "{}                                 | exit code 0",
            })
    void saysHowAProgramEnded(String terminated, String ending) {
        assertThat(ofPod("""
                {phase: Running, containerStatuses: [{name: app, ready: false, restartCount: 4,
                  state: {waiting: {reason: CrashLoopBackOff}}, lastState: {terminated: %s}}]}
                """.formatted(terminated)).map(Cause::what))
                .contains("it crashes again and again, after 4 restarts: " + ending);
    }

    @Test
    void whatAProgramSaidItselfIsNotRepeated() {
        assertThat(ofPod("""
                {phase: Running, containerStatuses: [{name: app, ready: false, restartCount: 1,
                  state: {waiting: {reason: CrashLoopBackOff}},
                  lastState: {terminated: {exitCode: 1, reason: Error, message: "password was hunter2"}}}]}
                """).map(Cause::what)).contains("it crashes again and again, after 1 restart: exit code 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{phase: Running, conditions: [{type: Ready, status: 'True'}]}",
                "{phase: Succeeded}",
            })
    void ofPodsThatAreWellNothingIsSaid(String status) {
        assertThat(ofPod(status)).isEmpty();
    }

    @Test
    void ofAPodThatIsBeingDeletedNothingIsSaid() {
        Tree going = ClusterObjects.tree("""
                {metadata: {name: orders-1, namespace: shop, deletionTimestamp: "2026-03-01T11:59:00Z"},
                 status: {phase: Running, containerStatuses: [{name: app, state: {terminated: {exitCode: 1}}}]}}
                """);

        assertThat(Diagnosis.of(ORDERS, List.of(going), List.of())).isEmpty();
    }

    @Test
    void aLongMessageIsCutToOneLine() {
        Cause cause = ofPod("""
                        {phase: Pending, containerStatuses: [{name: app, image: "a:1", state: {waiting: {reason: ErrImagePull,
                          message: "failed\\nto pull %s"}}}]}
                        """.formatted("x".repeat(500))).orElseThrow();

        assertThat(cause.what())
                .startsWith("it gets no image a:1: failed to pull xx")
                .hasSize(300);
    }

    @Test
    void aNameThatIsNoneIsQuotedInCommands() {
        Tree pod = ClusterObjects.tree(
                "{metadata: {name: \"a; rm -rf 'x'\"}, status: {phase: Failed, reason: Evicted, message: gone}}");

        assertThat(Diagnosis.of(ORDERS, List.of(pod), List.of()).map(Cause::look))
                .contains("kubectl describe pod 'a; rm -rf '\\''x'\\'''");
    }
}
