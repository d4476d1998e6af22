package dev.idp.tests.kubernetes.facets;

import static dev.idp.Text.text;
import static dev.idp.tests.kubernetes.Documents.at;
import static dev.idp.tests.kubernetes.Documents.yaml;
import static dev.idp.tests.kubernetes.Platforms.render;
import static dev.idp.tests.kubernetes.Platforms.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Port;
import dev.idp.Service;
import dev.idp.Settings;
import dev.idp.kubernetes.Manifests;
import dev.idp.tests.kubernetes.KubernetesExpansion;
import dev.idp.tests.kubernetes.Lines;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandTest {

    private static final Lines LINES = Lines.of(CommandTest.class);
    private static final String MAIN = "/spec/template/spec/containers/0";

    @Test
    void commandAndArgumentsStandInTheContainer() {
        Manifests manifests = render(
                service("orders")
                        .command("java", "-jar")
                        .arguments(
                                text("orders.jar"),
                                text("--payments={}", Service.ref("payments").url())),
                service("payments").port(Port.http(8080)));

        Deployment orders = manifests.get(Deployment.class, "orders");
        assertThat(at(orders, MAIN + "/command")).isEqualTo(yaml("[java, -jar]"));
        assertThat(at(orders, MAIN + "/args")).isEqualTo(yaml("[orders.jar, '--payments=http://payments:8080']"));
        assertThat(manifests.environment().graph().callsFrom("orders")).hasSize(1);
    }

    @Test
    void theyAreExplained() {
        Manifests manifests = render(service("orders")
                .command("java") // (command)
                .arguments("-version")); // (arguments)

        assertThat(manifests.explain("Deployment/orders", MAIN + "/command/0").toText())
                .isEqualTo(LINES.cite("""
                        Deployment/orders in prod
                          %s/command/0 = "java"
                            from   services/orders/command
                              set    [java] by service orders, {command}""".formatted(MAIN)));
        assertThat(manifests.explain("Deployment/orders", MAIN + "/args/0").toText())
                .isEqualTo(LINES.cite("""
                        Deployment/orders in prod
                          %s/args/0 = "-version"
                            from   services/orders/arguments
                              set    [-version] by service orders, {arguments}""".formatted(MAIN)));
        assertThat(render(service("orders").unset(Settings.COMMAND)) // (unset)
                        .explain("Deployment/orders", MAIN + "/command")
                        .toText())
                .isEqualTo(LINES.cite("""
                        Deployment/orders in prod
                          %s/command is not set
                            rule   left to the image
                            since  services/orders/command
                              set    unset by service orders, {unset}""".formatted(MAIN)));
    }

    /** Kubernetes would put variables in, which is not what was written. */
    @Test
    void wordsAreMeantAsTheyAreWritten() {
        Deployment orders = render(service("orders").command("sh", "-c").arguments("echo $HOME $(id) $$ 5$"))
                .get(Deployment.class, "orders");

        assertThat(at(orders, MAIN + "/args/0")).isEqualTo(yaml("'echo $HOME $$(id) $$$ 5$'"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void wordsAreMeantAsTheyAreWrittenWhateverTheyAre(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            StringBuilder word = new StringBuilder();
            for (int length = random.nextInt(9); length >= 0; length--) {
                word.append("$()A$".charAt(random.nextInt(5)));
            }
            String rendered = render(service("orders").env("A", "wrong").arguments(word.toString()))
                    .get(Deployment.class, "orders")
                    .getSpec()
                    .getTemplate()
                    .getSpec()
                    .getContainers()
                    .get(0)
                    .getArgs()
                    .get(0);
            assertThat(KubernetesExpansion.expand(rendered, Map.of("A", "wrong")))
                    .isEqualTo(word.toString());
        }
    }
}
