package dev.idp.tests.plan;

import static dev.idp.plan.Node.Kind.EXTERNAL;
import static dev.idp.plan.Node.Kind.JOB;
import static dev.idp.plan.Node.Kind.SERVICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idp.ExternalService;
import dev.idp.Port;
import dev.idp.Service;
import dev.idp.plan.Edge;
import dev.idp.plan.Graph;
import dev.idp.plan.Node;
import dev.idp.plan.Start;
import dev.idp.tests.Shop;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class GraphTest {

    /**
     * The web calls orders, which call payments and are called back; both wait for the migration; payments call the bank;
     * reports wait for orders; nobody has to do with the wiki.
     */
    private static final Graph SHOP = new Graph(
            List.of(
                    new Node("bank", EXTERNAL),
                    new Node("migrate", JOB),
                    service("orders"),
                    service("payments"),
                    new Node("reports", JOB),
                    service("web"),
                    service("wiki")),
            List.of(
                    call("web", "orders", "http"),
                    call("orders", "payments", "http"),
                    call("orders", "payments", "grpc"),
                    call("payments", "orders", "http"),
                    call("payments", "bank", "")),
            List.of(start("orders", "migrate"), start("payments", "migrate"), start("reports", "orders")));

    @Test
    void aPlanHasItsServicesAndTheExternalServicesThatAreUsed() {
        Service cart = Shop.service("cart", s -> s.port(Port.grpc(1)));
        ExternalService mail = ExternalService.named("mail").at("smtp", 25).build();
        Service orders = Shop.service("orders", s -> s.uses(cart).uses(mail));
        Service wiki = Shop.service("wiki", s -> {});

        assertThat(Shop.planned(cart, orders, wiki).graph())
                .hasToString("[service cart, external mail, service orders, service wiki]"
                        + " [orders -> cart:grpc, orders -> mail] []");
    }

    @Test
    void nodesAreSorted() {
        assertThat(SHOP.nodes())
                .hasToString("[external bank, job migrate, service orders, service payments, job reports, service web,"
                        + " service wiki]");
    }

    @Test
    void callsAreSortedAndFoundFromBothEnds() {
        assertThat(SHOP.edges())
                .hasToString("[orders -> payments:grpc, orders -> payments:http, payments -> bank,"
                        + " payments -> orders:http, web -> orders:http]");
        assertThat(SHOP.callsFrom("orders")).hasToString("[orders -> payments:grpc, orders -> payments:http]");
        assertThat(SHOP.callsTo("orders")).hasToString("[payments -> orders:http, web -> orders:http]");
        assertThat(SHOP.callsTo("web")).isEmpty();
        assertThat(SHOP.callsTo("nobody")).isEmpty();
    }

    @Test
    void startsAreSortedAndFoundByWhatWaits() {
        assertThat(SHOP.starts())
                .hasToString("[orders starts after migrate, payments starts after migrate, reports starts after"
                        + " orders]");
        assertThat(SHOP.waitsFor("orders")).hasToString("[orders starts after migrate]");
        assertThat(SHOP.waitsFor("migrate")).isEmpty();
        assertThat(SHOP.waitsFor("nobody")).isEmpty();
    }

    @Test
    void callersAreFoundThroughOthers() {
        assertThat(SHOP.callersOf("bank")).containsExactly("orders", "payments", "web");
        assertThat(SHOP.callersOf("orders"))
                .as("orders call themselves through payments")
                .containsExactly("orders", "payments", "web");
        assertThat(SHOP.callersOf("migrate")).as("nobody calls it").isEmpty();
        assertThat(SHOP.callersOf("nobody")).isEmpty();
    }

    @Test
    void whatCallsOrStartsAfterSomethingIsAffectedByIt() {
        assertThat(SHOP.affectedBy("migrate")).containsExactly("orders", "payments", "reports", "web");
        assertThat(SHOP.affectedBy("bank")).containsExactly("orders", "payments", "reports", "web");
        assertThat(SHOP.affectedBy("web")).isEmpty();
        assertThat(SHOP.affectedBy("wiki")).isEmpty();
        assertThat(SHOP.affectedBy("nobody")).isEmpty();
    }

    @Test
    void whySomethingCallsSomethingElseIsTheShortestChainOfCalls() {
        assertThat(SHOP.why("web", "bank"))
                .hasToString("[web -> orders:http, orders -> payments:grpc, payments -> bank]");
        assertThat(SHOP.why("orders", "orders")).hasToString("[orders -> payments:grpc, payments -> orders:http]");
        assertThat(SHOP.why("bank", "web")).isEmpty();
        assertThat(SHOP.why("web", "web")).isEmpty();
        assertThat(SHOP.why("nobody", "web")).isEmpty();
        assertThat(SHOP.why("web", "nobody")).isEmpty();
    }

    @Test
    void whyIsAboutCallsAlone() {
        assertThat(SHOP.why("reports", "orders")).isEmpty();
    }

    @Test
    void aroundANodeAreItsNeighboursAndWhatItHasToDoWithThem() {
        assertThat(SHOP.around("orders"))
                .hasToString("[job migrate, service orders, service payments, job reports, service web]"
                        + " [orders -> payments:grpc, orders -> payments:http, payments -> orders:http, web ->"
                        + " orders:http]"
                        + " [orders starts after migrate, reports starts after orders]");
        assertThat(SHOP.around("bank")).hasToString("[external bank, service payments] [payments -> bank] []");
        assertThat(SHOP.around("wiki")).hasToString("[service wiki] [] []");
    }

    @Test
    void aroundAnUnknownNodeListsThoseThereAre() {
        assertThatThrownBy(() -> SHOP.around("order"))
                .isExactlyInstanceOf(NoSuchElementException.class)
                .hasMessage("no node 'order' in the graph, only bank, migrate, orders, payments, reports, web, wiki");
    }

    @Test
    void graphsAreEqualWhateverTheOrder() {
        List<Node> nodes = List.of(service("a"), service("b"));
        Graph graph = new Graph(
                nodes, List.of(call("a", "b", ""), call("b", "a", "")), List.of(start("a", "b"), start("b", "a")));

        assertThat(graph)
                .isEqualTo(new Graph(
                        List.of(service("b"), service("a")),
                        List.of(call("b", "a", ""), call("a", "b", "")),
                        List.of(start("b", "a"), start("a", "b"))))
                .hasSameHashCodeAs(new Graph(nodes, graph.edges(), graph.starts()))
                .isNotEqualTo(new Graph(nodes, List.of(call("a", "b", "")), graph.starts()))
                .isNotEqualTo(new Graph(nodes, graph.edges(), List.of(start("a", "b"))))
                .isNotEqualTo(
                        new Graph(List.of(service("a"), service("b"), service("c")), graph.edges(), graph.starts()))
                .isNotEqualTo(new Graph(List.of(service("a"), new Node("b", JOB)), graph.edges(), graph.starts()));
    }

    @Test
    void twoNodesOfOneNameAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Graph(List.of(new Node("a", EXTERNAL), service("a")), List.of(), List.of()))
                .withMessage("two nodes have one name: service a and external a");
    }

    @Test
    void callsAndStartsThatAreThereTwiceAreRefused() {
        List<Node> nodes = List.of(service("a"), service("b"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Graph(nodes, List.of(call("a", "b", "http"), call("a", "b", "http")), List.of()))
                .withMessage("a -> b:http: this is there twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Graph(nodes, List.of(), List.of(start("a", "b"), start("a", "b"))))
                .withMessage("a starts after b: this is there twice");
    }

    @Test
    void endsThatAreNoNodesAreRefused() {
        List<Node> nodes = List.of(service("a"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Graph(nodes, List.of(call("a", "b", "http")), List.of()))
                .withMessage("a -> b:http: there is no node 'b'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Graph(nodes, List.of(call("b", "a", "http")), List.of()))
                .withMessage("b -> a:http: there is no node 'b'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Graph(nodes, List.of(), List.of(start("a", "b"))))
                .withMessage("a starts after b: there is no node 'b'");
    }

    @Test
    void externalServicesDoNotWait() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Graph(
                        List.of(new Node("bank", EXTERNAL), service("a")), List.of(), List.of(start("bank", "a"))))
                .withMessage("bank starts after a: 'bank' is external");
    }

    private static Node service(String name) {
        return new Node(name, SERVICE);
    }

    private static Edge call(String from, String to, String port) {
        return new Edge(from, to, port, List.of());
    }

    private static Start start(String from, String to) {
        return new Start(from, to, List.of());
    }
}
