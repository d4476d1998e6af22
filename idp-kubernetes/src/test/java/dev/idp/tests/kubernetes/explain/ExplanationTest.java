package dev.idp.tests.kubernetes.explain;

import static dev.idp.Cpu.millis;
import static dev.idp.Memory.mebibytes;
import static dev.idp.tests.kubernetes.Platforms.ENTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idp.Environment;
import dev.idp.ExternalService;
import dev.idp.Platform;
import dev.idp.Port;
import dev.idp.Probe;
import dev.idp.Service;
import dev.idp.ServicePath;
import dev.idp.ServicePaving;
import dev.idp.Settings;
import dev.idp.explain.Decision;
import dev.idp.kubernetes.Kubernetes;
import dev.idp.kubernetes.Manifests;
import dev.idp.plan.Plan;
import dev.idp.tests.kubernetes.Lines;
import java.time.Duration;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplanationTest {

    private static final Lines LINES = Lines.of(ExplanationTest.class);
    private static final String CONTAINER = "/spec/template/spec/containers/0";

    private static final Environment PROD = Environment.named("prod")
            .domain("shop.example") // (domain)
            .publicThrough(ENTRY) // (entry)
            .build();

    private static final Manifests MANIFESTS = Kubernetes.backend()
            .render(Platform.named("shop")
                    .environments(PROD)
                    .defaults(all -> all.replicas(2)) // (platform-replicas)
                    .services(
                            Service.named("orders")
                                    .image("registry.example/orders:1.0")
                                    .on(new Paved())
                                    .port(Port.grpc(9555)) // (port)
                                    .env("PAYMENTS", Service.ref("payments").url()) // (call)
                                    .memory(mebibytes(128), mebibytes(256)) // (memory)
                                    .unset(Settings.SHUTDOWN_GRACE) // (unset)
                                    .readiness(Probe.grpcHealth()) // (readiness)
                                    .uses(bank())
                                    .in(PROD, in -> in.replicas(3, 9)) // (replicas)
                                    .build(),
                            Service.named("payments") // (payments)
                                    .image("registry.example/payments:1.0")
                                    .port(Port.http(8080)) // (payments-port)
                                    .publicAt("pay") // (route)
                                    .build())
                    .build()
                    .plan()
                    .in(PROD));

    private static ExternalService bank() {
        return ExternalService.named("bank").at("api.bank.example", 443).build();
    }

    @Test
    void showsEveryLayerThatLost() {
        assertText("Deployment/orders", CONTAINER + "/resources/requests/memory", """
                Deployment/orders in prod
                  /spec/template/spec/containers/0/resources/requests/memory = "128Mi"
                    from   services/orders/memory
                      set    128Mi by service orders, {memory}
                      lost   512Mi by golden path paved 2.1: a guess, {path-memory}""");
        assertText("HorizontalPodAutoscaler/orders", "/spec/minReplicas", """
                HorizontalPodAutoscaler/orders in prod
                  /spec/minReplicas = 3
                    from   services/orders/replicas
                      set    3..9 by service orders in prod, {replicas}
                      lost   2 by platform shop, {platform-replicas}
                      lost   1 by library default: one copy until somebody says that it takes more""");
    }

    @Test
    void namesTheRuleOfTheLibraryAndItsReason() {
        assertText("Deployment/orders", CONTAINER + "/securityContext/allowPrivilegeEscalation", """
                Deployment/orders in prod
                  /spec/template/spec/containers/0/securityContext/allowPrivilegeEscalation = false
                    rule   the restricted Pod Security Standard""");
        assertText("Deployment/orders", CONTAINER + "/securityContext/readOnlyRootFilesystem", """
                Deployment/orders in prod
                  /spec/template/spec/containers/0/securityContext/readOnlyRootFilesystem = true
                    from   services/orders/read-only-root
                      set    holds by library default: what cannot be written cannot be planted""");
    }

    @Test
    void namesWhatAValueIsMadeOfAndWhatMadeItAppear() {
        assertText("NetworkPolicy/orders", "/spec/egress/1/to/0/podSelector/matchLabels/app.kubernetes.io~1name", """
                NetworkPolicy/orders in prod
                  /spec/egress/1/to/0/podSelector/matchLabels/app.kubernetes.io~1name = "payments"
                    rule   the caller refers to the service
                    from   services/payments/name
                      set    payments by service payments, {payments}
                    since  services/orders/env/PAYMENTS
                      set    {payments.url} by service orders, {call}""");
        assertText("NetworkPolicy/payments", "/spec/ingress/0/from/1", """
                NetworkPolicy/payments in prod
                  /spec/ingress/0/from/1 = \
                {"namespaceSelector":{"matchLabels":{"kubernetes.io/metadata.name":"ingress-nginx"}}}
                    rule   public traffic comes from there
                    from   environment/public-entry
                      set    nginx in ingress-nginx by environment prod, {entry}
                    since  services/payments/route/pay/
                      set    pay/ by service payments, {route}
                      with   shop.example by environment prod, {domain}
                      with   http 8080 by service payments, {payments-port}""");
    }

    @Test
    void namesWhatMadeACertificateAppear() {
        Environment secured = Environment.named("prod")
                .publicThrough(ENTRY.certificatesFrom("letsencrypt")) // (secured)
                .build();
        Service web = Service.named("web") // (web)
                .image("registry.example/web:1.0")
                .port(Port.http(8080)) // (web-port)
                .publicAt("www.shop.example") // (web-route)
                .build();
        Plan plan = Platform.named("shop")
                .environments(secured)
                .services(web)
                .build()
                .plan();

        Manifests manifests = Kubernetes.backend().render(plan.in(secured));

        assertThat(manifests.explain("Ingress/web", "/spec/tls/0/hosts/0")).hasToString(LINES.cite("""
                Ingress/web in prod
                  /spec/tls/0/hosts/0 = "www.shop.example"
                    rule   the public entry names an issuer of certificates
                    from   services/web/route/www.shop.example/
                      set    www.shop.example/ by service web, {web-route}
                      with   http 8080 by service web, {web-port}
                    since  environment/public-entry
                      set    nginx in ingress-nginx, certificates from letsencrypt by environment prod, {secured}"""));
        assertThat(manifests.explain("Ingress/web", "/spec/tls/0/secretName")).hasToString(LINES.cite("""
                Ingress/web in prod
                  /spec/tls/0/secretName = "web-tls"
                    rule   the public entry names an issuer of certificates
                    from   services/web/name
                      set    web by service web, {web}
                    since  environment/public-entry
                      set    nginx in ingress-nginx, certificates from letsencrypt by environment prod, {secured}"""));
    }

    @Test
    void saysWhySomethingIsNotThere() {
        assertText("Deployment/orders", "/spec/replicas", """
                Deployment/orders in prod
                  /spec/replicas is not set
                    rule   the autoscaler owns the number of copies
                    since  services/orders/replicas
                      set    3..9 by service orders in prod, {replicas}
                      lost   2 by platform shop, {platform-replicas}
                      lost   1 by library default: one copy until somebody says that it takes more""");
        assertText("Deployment/orders", "/spec/template/spec/terminationGracePeriodSeconds", """
                Deployment/orders in prod
                  /spec/template/spec/terminationGracePeriodSeconds is not set
                    rule   left to Kubernetes, which waits 30 seconds
                    since  services/orders/shutdown-grace
                      set    unset by service orders, {unset}
                      lost   PT5S by golden path paved 2.1: a guess, {path-grace}""");
        assertText("Deployment/orders", CONTAINER + "/resources/limits/cpu", """
                Deployment/orders in prod
                  /spec/template/spec/containers/0/resources/limits/cpu is not set
                    rule   without a limit, idle CPU is not wasted
                    since  services/orders/cpu-limit, about which nobody said anything""");
        assertText("Ingress/payments", "/spec/tls/0/hosts", """
                Ingress/payments in prod
                  /spec/tls/0/hosts is not set
                    rule   the public entry names no issuer of certificates
                    since  environment/public-entry
                      set    nginx in ingress-nginx by environment prod, {entry}""");
        assertText("Deployment/orders", "/metadata/labels/dev.idp~1owner", """
                Deployment/orders in prod
                  /metadata/labels/dev.idp~1owner is not set
                    rule   nobody said who owns the service
                    since  services/orders/owner, about which nobody said anything""");
    }

    @ParameterizedTest
    @CsvSource({"/spec/paused", "/spec/template/spec/nodeName", "/spec/replicass", "/data", "/metadata/name/0"})
    void saysWhenNobodySaidAnything(String pointer) {
        assertText("Deployment/orders", pointer, """
                Deployment/orders in prod
                  %s is not set
                    rule   neither the platform nor this library says anything about it; if it is a field, Kubernetes decides""".formatted(pointer));
    }

    @Test
    void explainsAWholeSubtreeByEverythingInIt() {
        assertText("Deployment/orders", CONTAINER + "/resources", """
                Deployment/orders in prod
                  /spec/template/spec/containers/0/resources = \
                {"limits":{"memory":"256Mi"},"requests":{"cpu":"250m","memory":"128Mi"}}
                    from   services/orders/memory-limit
                      set    256Mi by service orders, {memory}
                    from   services/orders/cpu
                      set    250m by golden path paved 2.1: a guess, {path-cpu}
                    from   services/orders/memory
                      set    128Mi by service orders, {memory}
                      lost   512Mi by golden path paved 2.1: a guess, {path-memory}""");
    }

    /** A note on the whole does not hide those on its parts. */
    @Test
    void explainsAProbeByItselfAndByItsPort() {
        assertText("Deployment/orders", CONTAINER + "/readinessProbe", """
                Deployment/orders in prod
                  /spec/template/spec/containers/0/readinessProbe = {"grpc":{"port":9555}}
                    from   services/orders/readiness
                      set    gRPC health by service orders, {readiness}
                      with   grpc 9555 by service orders, {port}
                    from   services/orders/port/grpc
                      set    grpc 9555 by service orders, {port}""");
    }

    @Test
    void explainsAnAbsentSubtreeByEverythingThatIsNotInIt() {
        assertText("Deployment/payments", CONTAINER + "/resources/limits", """
                Deployment/payments in prod
                  /spec/template/spec/containers/0/resources/limits is not set
                    rule   without a limit, idle CPU is not wasted; nobody said how much memory one copy may use
                    since  services/payments/cpu-limit, about which nobody said anything
                    since  services/payments/memory-limit, about which nobody said anything""");
    }

    @Test
    void explainsEveryLeafOfAnObject() {
        assertThat(MANIFESTS.explain("ServiceAccount/orders"))
                .extracting("pointer")
                .containsExactly(
                        "/apiVersion",
                        "/automountServiceAccountToken",
                        "/kind",
                        "/metadata/labels/app.kubernetes.io~1instance",
                        "/metadata/labels/app.kubernetes.io~1managed-by",
                        "/metadata/labels/app.kubernetes.io~1name",
                        "/metadata/labels/app.kubernetes.io~1part-of",
                        "/metadata/name",
                        "/metadata/namespace");
        assertThat(MANIFESTS.explain("ServiceAccount/orders")).allSatisfy(leaf -> assertThat(leaf.toString())
                .isEqualTo(MANIFESTS
                        .explain("ServiceAccount/orders", leaf.pointer())
                        .toString()));
    }

    @Test
    void isWrittenAsJsonForTools() {
        assertThat(MANIFESTS
                        .explain("Deployment/orders", "/spec/template/spec/terminationGracePeriodSeconds")
                        .toJson())
                .isEqualTo(LINES.cite("""
                        {
                          "place": "Deployment/orders in prod",
                          "pointer": "/spec/template/spec/terminationGracePeriodSeconds",
                          "rule": "left to Kubernetes, which waits 30 seconds",
                          "from": [ ],
                          "since": [
                            {
                              "subject": "services/orders/shutdown-grace",
                              "set": {
                                "value": "unset",
                                "layer": "WORKLOAD",
                                "by": "service orders",
                                "at": [
                                  "{unset}"
                                ]
                              },
                              "lost": [
                                {
                                  "value": "PT5S",
                                  "layer": "GOLDEN_PATH",
                                  "by": "golden path paved 2.1",
                                  "because": "a guess",
                                  "at": [
                                    "{path-grace}"
                                  ]
                                }
                              ],
                              "with": [ ]
                            }
                          ]
                        }
                        """));
        assertThat(MANIFESTS.explain("ServiceAccount/orders", "/kind").toJson()).isEqualTo("""
                {
                  "place": "ServiceAccount/orders in prod",
                  "pointer": "/kind",
                  "value": "\\"ServiceAccount\\"",
                  "rule": "one file an object, one object a concern",
                  "from": [ ],
                  "since": [ ]
                }
                """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Deployment/order|Deployment/orders, Deployment/payments",
                "deployment/orders|Deployment/orders, Deployment/payments",
                "Deployment|Deployment/orders, Deployment/payments",
                "Ingress/orders|Ingress/payments",
                "Pod/orders|objects of the kinds Namespace, NetworkPolicy, ServiceAccount, ConfigMap, Deployment, Service,"
                        + " HorizontalPodAutoscaler, PodDisruptionBudget, Ingress",
            })
    void anUnknownObjectIsAnsweredWithSimilarOnes(String object, String similar) {
        assertThatThrownBy(() -> MANIFESTS.explain(object, "/spec"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("no object '" + object + "' in prod; there are " + similar);
        assertThatThrownBy(() -> MANIFESTS.explain(object))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("no object '" + object + "' in prod; there are " + similar);
    }

    @ParameterizedTest
    @CsvSource({"spec/replicas", "$.spec.replicas", "/metadata/labels/a~", "/metadata/labels/a~2b", "' /spec'"})
    void whatIsNoPointerIsRefusedWithAnExample(String pointer) {
        assertThatThrownBy(() -> MANIFESTS.explain("Deployment/orders", pointer))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'" + pointer
                        + "' is not a JSON pointer: write it like /spec/replicas, and a slash within a name as ~1, as in"
                        + " /metadata/labels/app.kubernetes.io~1name");
    }

    @Test
    void theEmptyPointerIsTheWholeObject() {
        var whole = MANIFESTS.explain("ServiceAccount/orders", "");

        assertThat(whole.value()).hasValueSatisfying(value -> assertThat(value).startsWith("{\"apiVersion\""));
        assertThat(whole.decisions())
                .extracting(Decision::subject)
                .containsExactlyInAnyOrder(
                        "environment/name", "environment/namespace", "platform/name", "services/orders/name");
    }

    private static void assertText(String object, String pointer, String expected) {
        assertThat(MANIFESTS.explain(object, pointer).toText()).isEqualTo(LINES.cite(expected));
    }

    private static final class Paved implements ServicePath {

        @Override
        public String id() {
            return "paved";
        }

        @Override
        public String version() {
            return "2.1";
        }

        @Override
        public void pave(ServicePaving service, Environment environment) {
            service.defaults("a guess")
                    .memory(mebibytes(512)) // (path-memory)
                    .cpu(millis(250)) // (path-cpu)
                    .shutdownGrace(Duration.ofSeconds(5)); // (path-grace)
        }
    }
}
