package dev.idp.tests.explain;

import static dev.idp.tests.Shop.DEV;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Image;
import dev.idp.Replicas;
import dev.idp.Service;
import dev.idp.ServicePath;
import dev.idp.Settings;
import dev.idp.explain.Decision;
import dev.idp.explain.Explanation;
import dev.idp.explain.Origin;
import dev.idp.plan.ServicePlan;
import dev.idp.tests.Lines;
import dev.idp.tests.Paths;
import dev.idp.tests.Shop;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExplanationTextTest {

    private static final Lines LINES = Lines.of(ExplanationTextTest.class);
    private static final Lines COMPANY = Lines.of(Company.class);

    private static Decision<Replicas> replicas() {
        ServicePath path = Paths.path("web", (service, environment) -> {
            service.defaults("people come in waves").replicas(3); // (path)
        });
        return Shop.alone(Service.named("orders")
                        .image("orders:1")
                        .on(path)
                        .replicas(4) // (general)
                        .in(DEV, service -> service.replicas(5)) // (dev)
                        .build())
                .decision(Settings.REPLICAS);
    }

    @Test
    void aDecisionKnowsTheWinnerAndTheLosersInTheirOrder() {
        Decision<Replicas> replicas = replicas();

        assertThat(replicas).hasToString("services/orders/replicas = 5");
        assertThat(replicas.winner().orElseThrow()).hasToString("5 by service orders in dev, " + LINES.at("dev"));
        assertThat(replicas.losers())
                .extracting(Object::toString)
                .containsExactly(
                        "4 by service orders, " + LINES.at("general"),
                        "3 by golden path web 1.0: people come in waves, " + LINES.at("path"),
                        "1 by library default: one copy until somebody says that it takes more");
    }

    @Test
    void anExplanationIsATextForPeople() {
        Explanation explanation = new Explanation(
                "Deployment/orders", "/spec/replicas", Optional.of("5"), "", List.of(replicas()), List.of());

        assertThat(explanation.toText()).isEqualTo(explanation.toString());
        assertThat(withoutVia(explanation)).isEqualTo(LINES.cite("""
                Deployment/orders
                  /spec/replicas = 5
                    from   services/orders/replicas
                      set    5 by service orders in dev, {dev}
                      lost   4 by service orders, {general}
                      lost   3 by golden path web 1.0: people come in waves, {path}
                      lost   1 by library default: one copy until somebody says that it takes more"""));
    }

    @Test
    void whatIsNotSetIsExplainedByTheRuleAndByWhoTookItAway() {
        ServicePlan orders = Shop.alone(Service.named("orders")
                .image("orders:1")
                .unset(Settings.REPLICAS) // (unset)
                .build());

        Explanation explanation = new Explanation(
                "Deployment/orders",
                "/spec/replicas",
                Optional.empty(),
                "nobody says how many",
                List.of(orders.decision(Settings.REPLICAS)),
                List.of(orders.decision(Settings.CPU)));

        assertThat(withoutVia(explanation)).isEqualTo(LINES.cite("""
                Deployment/orders
                  /spec/replicas is not set
                    rule   nobody says how many
                    from   services/orders/replicas
                      set    unset by service orders, {unset}
                      lost   1 by library default: one copy until somebody says that it takes more
                    since  services/orders/cpu, about which nobody said anything"""));
    }

    @Test
    void anExplanationIsJsonForTools() {
        ServicePlan orders = Shop.alone(Service.named("orders")
                .image("orders:1")
                .unset(Settings.REPLICAS)
                .build());
        Explanation explanation = new Explanation(
                "Deployment/orders",
                "/spec/replicas",
                Optional.empty(),
                "a rule",
                List.of(),
                List.of(orders.decision(Settings.CPU_TARGET)));

        assertThat(explanation.toJson()).isEqualTo("""
                {
                  "place": "Deployment/orders",
                  "pointer": "/spec/replicas",
                  "rule": "a rule",
                  "from": [ ],
                  "since": [
                    {
                      "subject": "services/orders/cpu-target",
                      "set": {
                        "value": "70",
                        "layer": "LIBRARY",
                        "by": "library default",
                        "because": "leaves room for the time that a new copy takes to start",
                        "at": [ ]
                      },
                      "lost": [ ],
                      "with": [ ]
                    }
                  ]
                }
                """);
    }

    @Test
    void aWrapperDoesNotSwallowTheProgramsLine() {
        Service orders = Company.service("orders").build(); // (orders)

        Decision<Image> image = Shop.alone(orders).decision(Settings.IMAGE);

        assertThat(image.winner().orElseThrow().source().origin().trail())
                .containsExactly(COMPANY.at("image"), COMPANY.at("named"), LINES.at("orders"));
    }

    @Test
    void theExplanationNamesTheWrappersCallers() {
        Service orders = Company.service("orders").build(); // (via)

        Explanation explanation = new Explanation(
                "Deployment/orders",
                "/image",
                Optional.of("x"),
                "",
                List.of(Shop.alone(orders).decision(Settings.IMAGE)),
                List.of());

        assertThat(explanation.toText())
                .isEqualTo("""
                Deployment/orders
                  /image = x
                    from   services/orders/image
                      set    registry.company.example/all:1 by service orders, %s
                      via    %s < %s""".formatted(COMPANY.at("image"), COMPANY.at("named"), LINES.at("via")));
    }

    @Test
    void anOriginIsWhereItWasCaptured() {
        Origin here = Origin.capture(); // (here)

        assertThat(here).hasToString(LINES.at("here"));
        assertThat(here.isKnown()).isTrue();
        assertThat(Origin.UNKNOWN.isKnown()).isFalse();
        assertThat(Origin.UNKNOWN.trail()).isEmpty();
    }

    @Test
    void whoAsksForAPlanSaysNothingAboutWhatIsInIt() {
        ServicePath path = Paths.path("web", (service, environment) -> {
            service.defaults().replicas(3); // (paving)
        });
        Service orders = Shop.service("orders", service -> service.on(path));

        List<String> trail = Shop.alone(orders)
                .decision(Settings.REPLICAS)
                .winner()
                .orElseThrow()
                .source()
                .origin()
                .trail();

        assertThat(trail).hasSize(2).startsWith(LINES.at("paving"));
        assertThat(trail.get(1)).startsWith("Paths.java:");
    }

    /** The lines of the callers; another test asks for them. */
    private static String withoutVia(Explanation explanation) {
        return explanation.toText().replaceAll("\n      via .*", "");
    }
}
