package dev.idp.tests.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.ExternalService;
import dev.idp.Port;
import dev.idp.Service;
import dev.idp.plan.Edge;
import dev.idp.plan.Graph;
import dev.idp.tests.Shop;
import java.util.List;
import org.junit.jupiter.api.Test;

class GraphTest {

    @Test
    void aGraphIsAMermaidFlowChart() {
        Service cart = Shop.service("cart-service", s -> s.port(Port.grpc(1)).port(Port.http(2)));
        ExternalService mail = ExternalService.named("mail").at("smtp", 25).build();
        Service end = Shop.service("end", s -> s.uses(cart).uses(mail).env("CART", cart.url("grpc")));

        assertThat(Shop.planned(cart, end).graph().toMermaid()).isEqualTo("""
                flowchart LR
                  n_cart_service["cart-service"]
                  n_end["end"]
                  n_mail["mail"]
                  n_end --> n_cart_service
                  n_end --> n_mail
                """);
    }

    @Test
    void withoutCallsThereIsAnEmptyChart() {
        assertThat(new Graph(List.of()).toMermaid()).isEqualTo("flowchart LR\n");
    }

    @Test
    void callsAreSortedAndFoundFromBothEnds() {
        Graph graph = new Graph(List.of(edge("b", "c", "http"), edge("a", "c", "http"), edge("a", "b", "grpc")));

        assertThat(graph.edges()).hasToString("[a -> b:grpc, a -> c:http, b -> c:http]");
        assertThat(graph.callsFrom("a")).hasToString("[a -> b:grpc, a -> c:http]");
        assertThat(graph.callsTo("c")).hasToString("[a -> c:http, b -> c:http]");
        assertThat(graph.callsTo("a")).isEmpty();
    }

    @Test
    void graphsAreEqualWhateverTheOrder() {
        Graph graph = new Graph(List.of(edge("a", "b", ""), edge("b", "a", "")));

        assertThat(graph)
                .isEqualTo(new Graph(List.of(edge("b", "a", ""), edge("a", "b", ""))))
                .isNotEqualTo(new Graph(List.of(edge("a", "b", ""))));
    }

    private static Edge edge(String from, String to, String port) {
        return new Edge(from, to, port, List.of());
    }
}
