package dev.idp.tests.plan;

import static dev.idp.plan.Node.Kind.EXTERNAL;
import static dev.idp.plan.Node.Kind.JOB;
import static dev.idp.plan.Node.Kind.SERVICE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.explain.Decision;
import dev.idp.explain.Layer;
import dev.idp.explain.Origin;
import dev.idp.explain.Source;
import dev.idp.plan.Edge;
import dev.idp.plan.Graph;
import dev.idp.plan.Node;
import dev.idp.plan.Start;
import dev.idp.tests.Lines;
import java.util.List;
import org.junit.jupiter.api.Test;

class GraphTextTest {

    private static final Lines LINES = Lines.of(GraphTextTest.class);

    private static final Decision<?> CART_CALLS =
            said("cart", "env/ORDERS", Origin.capture(), "to empty carts"); // (calls-back)
    private static final Decision<?> ORDERS_CALL = said("orders", "uses/cart", Origin.capture(), ""); // (calls)
    private static final Decision<?> ORDERS_WAIT = said("orders", "after/migrate-db", Origin.capture(), ""); // (waits)
    private static final Decision<?> NOBODY_SAID = Decision.of("services/orders/env/BANK", List.of());

    /** All kinds, a cycle of calls, two ports of one service, somebody alone. */
    private static final Graph GRAPH = new Graph(
            List.of(
                    new Node("bank", EXTERNAL),
                    new Node("cart", SERVICE),
                    new Node("end", SERVICE),
                    new Node("migrate-db", JOB),
                    new Node("orders", SERVICE)),
            List.of(
                    new Edge("cart", "orders", "http", List.of(CART_CALLS)),
                    new Edge("migrate-db", "bank", "", List.of()),
                    new Edge("orders", "bank", "", List.of(NOBODY_SAID)),
                    new Edge("orders", "cart", "grpc", List.of(ORDERS_CALL)),
                    new Edge("orders", "cart", "http", List.of(ORDERS_CALL, NOBODY_SAID))),
            List.of(new Start("cart", "orders", List.of()), new Start("orders", "migrate-db", List.of(ORDERS_WAIT))));

    private static final Graph EMPTY = new Graph(List.of(), List.of(), List.of());

    /** No planner lets such names through. */
    private static final Graph ODD = new Graph(
            List.of(new Node("A_az", SERVICE), new Node("a\"b\\", JOB), new Node("é<09>;#", EXTERNAL)),
            List.of(new Edge("A_az", "a\"b\\", "", List.of())),
            List.of(new Start("A_az", "é<09>;#", List.of())));

    private static Decision<?> said(String service, String what, Origin origin, String reason) {
        return Decision.of(
                "services/" + service + "/" + what,
                "something",
                new Source(Layer.PLATFORM, "service " + service, origin, reason));
    }

    @Test
    void aGraphIsAMermaidFlowChart() {
        assertThat(GRAPH.toMermaid()).isEqualTo("""
                flowchart LR
                  n_bank[/"bank"/]
                  n_cart["cart"]
                  n_end["end"]
                  n_migrate_db(["migrate-db"])
                  n_orders["orders"]
                  n_cart --> n_orders
                  n_migrate_db --> n_bank
                  n_orders --> n_bank
                  n_orders --> n_cart
                  n_cart -. starts after .-> n_orders
                  n_orders -. starts after .-> n_migrate_db
                """);
    }

    @Test
    void aGraphIsAGraphOfGraphviz() {
        assertThat(GRAPH.toDot()).isEqualTo("""
                digraph {
                  rankdir=LR
                  "bank" [shape=box, style=dashed]
                  "cart" [shape=box]
                  "end" [shape=box]
                  "migrate-db" [shape=ellipse]
                  "orders" [shape=box]
                  "cart" -> "orders"
                  "migrate-db" -> "bank"
                  "orders" -> "bank"
                  "orders" -> "cart"
                  "cart" -> "orders" [style=dashed, label="starts after"]
                  "orders" -> "migrate-db" [style=dashed, label="starts after"]
                }
                """);
    }

    @Test
    void aGraphIsJsonThatCitesTheLines() {
        assertThat(GRAPH.toJson()).isEqualTo(LINES.cite("""
                {
                  "nodes": [
                    {
                      "name": "bank",
                      "kind": "EXTERNAL"
                    },
                    {
                      "name": "cart",
                      "kind": "SERVICE"
                    },
                    {
                      "name": "end",
                      "kind": "SERVICE"
                    },
                    {
                      "name": "migrate-db",
                      "kind": "JOB"
                    },
                    {
                      "name": "orders",
                      "kind": "SERVICE"
                    }
                  ],
                  "calls": [
                    {
                      "from": "cart",
                      "to": "orders",
                      "port": "http",
                      "because": [
                        "services/cart/env/ORDERS by service cart: to empty carts, {calls-back}"
                      ]
                    },
                    {
                      "from": "migrate-db",
                      "to": "bank",
                      "port": "",
                      "because": [ ]
                    },
                    {
                      "from": "orders",
                      "to": "bank",
                      "port": "",
                      "because": [
                        "services/orders/env/BANK"
                      ]
                    },
                    {
                      "from": "orders",
                      "to": "cart",
                      "port": "grpc",
                      "because": [
                        "services/orders/uses/cart by service orders, {calls}"
                      ]
                    },
                    {
                      "from": "orders",
                      "to": "cart",
                      "port": "http",
                      "because": [
                        "services/orders/uses/cart by service orders, {calls}",
                        "services/orders/env/BANK"
                      ]
                    }
                  ],
                  "starts": [
                    {
                      "from": "cart",
                      "to": "orders",
                      "because": [ ]
                    },
                    {
                      "from": "orders",
                      "to": "migrate-db",
                      "because": [
                        "services/orders/after/migrate-db by service orders, {waits}"
                      ]
                    }
                  ]
                }
                """));
    }

    @Test
    void anEmptyGraphIsEmpty() {
        assertThat(EMPTY.toMermaid()).isEqualTo("flowchart LR\n");
        assertThat(EMPTY.toDot()).isEqualTo("digraph {\n  rankdir=LR\n}\n");
        assertThat(EMPTY.toJson()).isEqualTo("""
                {
                  "nodes": [ ],
                  "calls": [ ],
                  "starts": [ ]
                }
                """);
    }

    @Test
    void whatMermaidWouldTakeForItsOwnIsEscaped() {
        assertThat(ODD.toMermaid()).isEqualTo("""
                flowchart LR
                  n_U41_U5f_az["A#95;az"]
                  n_aU22_bU5c_(["a#34;b#92;"])
                  n_Ue9_U3c_09U3e_U3b_U23_[/"é#60;09#62;#59;#35;"/]
                  n_U41_U5f_az --> n_aU22_bU5c_
                  n_U41_U5f_az -. starts after .-> n_Ue9_U3c_09U3e_U3b_U23_
                """);
    }

    @Test
    void whatGraphvizWouldTakeForItsOwnIsEscaped() {
        assertThat(ODD.toDot()).isEqualTo("""
                digraph {
                  rankdir=LR
                  "A_az" [shape=box]
                  "a\\"b\\\\" [shape=ellipse]
                  "é<09>;#" [shape=box, style=dashed]
                  "A_az" -> "a\\"b\\\\"
                  "A_az" -> "é<09>;#" [style=dashed, label="starts after"]
                }
                """);
    }

    @Test
    void whatJsonWouldTakeForItsOwnIsEscaped() {
        assertThat(ODD.toJson()).contains("\"name\": \"a\\\"b\\\\\",").contains("\"name\": \"é<09>;#\",");
    }
}
