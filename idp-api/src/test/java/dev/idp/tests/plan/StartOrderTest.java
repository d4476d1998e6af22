package dev.idp.tests.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.idp.plan.Edge;
import dev.idp.plan.Graph;
import dev.idp.plan.Node;
import dev.idp.plan.Start;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StartOrderTest {

    @Test
    void withoutStartsEverythingIsInOneWave() {
        Graph graph = new Graph(
                List.of(service("b"), service("a")), List.of(new Edge("a", "b", "http", List.of())), List.of());

        assertThat(graph.startOrder()).hasToString("[[a, b]]");
    }

    @Test
    void whereThereIsNothingThereIsNoWave() {
        assertThat(new Graph(List.of(), List.of(), List.of()).startOrder()).isEmpty();
    }

    @Test
    void everythingStartsAsEarlyAsItCan() {
        Graph graph = waiting("web orders", "web cart", "orders migrate", "cart cache", "late cache");

        assertThat(graph.startOrder()).hasToString("[[cache, migrate], [cart, late, orders], [web]]");
        assertThat(graph.startCycles()).isEmpty();
    }

    @Test
    void externalServicesAreThereAlready() {
        Graph graph = new Graph(
                List.of(service("orders"), new Node("bank", Node.Kind.EXTERNAL)),
                List.of(),
                List.of(start("orders", "bank")));

        assertThat(graph.startOrder()).hasToString("[[orders]]");
    }

    @Test
    void callsDoNotCount() {
        Graph graph = new Graph(
                List.of(service("a"), service("b")),
                List.of(new Edge("a", "b", "http", List.of()), new Edge("b", "a", "http", List.of())),
                List.of(start("b", "a")));

        assertThat(graph.startOrder()).hasToString("[[a], [b]]");
        assertThat(graph.startCycles()).isEmpty();
    }

    @Test
    void aCycleStartsAtItsSmallestName() {
        assertThat(waiting("c a", "b c", "a b", "web a", "b data").startCycles())
                .hasToString("[[a starts after b, b starts after c, c starts after a]]");
    }

    @Test
    void whatWaitsForItselfIsACycle() {
        assertThat(waiting("b a", "a a").startCycles()).hasToString("[[a starts after a]]");
    }

    @Test
    void ofSeveralCyclesThatHangTogetherAShortestIsFound() {
        assertThat(waiting("a b", "b c", "c a", "c d", "d c").startCycles())
                .hasToString("[[c starts after d, d starts after c]]");
        assertThat(waiting("a c", "c a", "a b", "b a").startCycles())
                .as("of two that are equally short, the first in the order of names")
                .hasToString("[[a starts after b, b starts after a]]");
    }

    @Test
    void cyclesAreInTheOrderOfTheNamesAtWhichTheyStart() {
        assertThat(waiting("a x", "x y", "y x", "x b", "b a", "c d", "d c").startCycles())
                .as("the first hangs together with a, but starts at x")
                .hasToString("[[c starts after d, d starts after c], [x starts after y, y starts after x]]");
    }

    @Test
    void cyclesThatDoNotHangTogetherAreAllFoundInTheOrderOfTheirFirstNames() {
        assertThat(waiting("z y", "y z", "y a", "a c", "c b", "b c").startCycles())
                .hasToString("[[b starts after c, c starts after b], [y starts after z, z starts after y]]");
    }

    @Test
    void whatWaitsForItselfHasNoOrder() {
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        waiting("c a", "b c", "a b", "web a", "x y", "y x").startOrder())
                .withMessage("they wait for each other: a starts after b, b starts after c, c starts after a;"
                        + " x starts after y, y starts after x");
    }

    @Test
    void longChainsDoNotOverflow() {
        int length = 2_000;
        List<String> chain =
                IntStream.range(0, length).mapToObj(i -> "s%05d".formatted(i)).toList();
        List<Start> starts = IntStream.range(1, length)
                .mapToObj(i -> start(chain.get(i), chain.get(i - 1)))
                .toList();
        Graph graph = new Graph(chain.stream().map(StartOrderTest::service).toList(), List.of(), starts);

        assertThat(graph.startOrder()).hasSize(length).first().hasToString("[s00000]");
        assertThat(graph.startCycles()).isEmpty();
        assertThat(graph.affectedBy("s00000")).hasSize(length - 1);
    }

    /** Pairs of names, the first of which waits for the second. */
    private static Graph waiting(String... pairs) {
        TreeSet<String> names = new TreeSet<>();
        Stream.of(pairs).forEach(pair -> names.addAll(List.of(pair.split(" "))));
        return new Graph(
                names.stream().map(StartOrderTest::service).toList(),
                List.of(),
                Stream.of(pairs)
                        .map(pair -> start(pair.split(" ")[0], pair.split(" ")[1]))
                        .toList());
    }

    private static Node service(String name) {
        return new Node(name, Node.Kind.SERVICE);
    }

    private static Start start(String from, String to) {
        return new Start(from, to, List.of());
    }
}
