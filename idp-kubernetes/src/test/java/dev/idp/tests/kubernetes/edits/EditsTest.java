package dev.idp.tests.kubernetes.edits;

import static dev.idp.Tier.PRODUCTION;
import static dev.idp.tests.kubernetes.Documents.leaves;
import static dev.idp.tests.kubernetes.Documents.reference;
import static dev.idp.tests.kubernetes.Platforms.service;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.idp.Environment;
import dev.idp.Platform;
import dev.idp.Port;
import dev.idp.Secret;
import dev.idp.Service;
import dev.idp.ServicePath;
import dev.idp.ServicePaving;
import dev.idp.Settings;
import dev.idp.explain.Decision;
import dev.idp.explain.Explanation;
import dev.idp.kubernetes.Kubernetes;
import dev.idp.kubernetes.Manifests;
import dev.idp.spi.Extension;
import dev.idp.tests.kubernetes.Lines;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.HostAlias;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EditsTest {

    private static final Lines LINES = Lines.of(EditsTest.class);
    private static final Environment DEV = Environment.named("dev").build();
    private static final Environment PROD =
            Environment.named("prod").tier(PRODUCTION).build();

    private static Extension revisions(int kept) {
        return Kubernetes.edit("revisions", Deployment.class, deployment -> deployment
                .getSpec()
                .setRevisionHistoryLimit(kept));
    }

    @Test
    void areAppliedToTheObjectsOfTheirTypeAlone() {
        Manifests plain = render(DEV, Platform.named("shop"), ported("orders"), ported("payments"));

        Manifests edited = render(DEV, Platform.named("shop"), ported("orders").with(revisions(3)), ported("payments"));

        Map<String, HasMetadata> expected = byReference(plain);
        ((Deployment) expected.get("Deployment/orders")).getSpec().setRevisionHistoryLimit(3);
        assertThat(byReference(edited)).isEqualTo(expected);
    }

    @Test
    void ofATypeThatSeveralObjectsHaveAreAppliedToAllOfThem() {
        Extension annotated = Kubernetes.edit("annotated", HasMetadata.class, object -> object.getMetadata()
                .setAnnotations(Map.of("a", object.getKind())));

        Manifests manifests =
                render(DEV, Platform.named("shop"), ported("orders").with(annotated));

        Map<String, String> annotations = new LinkedHashMap<>();
        manifests
                .objects()
                .filter(object -> object.getMetadata().getAnnotations() != null)
                .filter(object -> !object.getMetadata().getAnnotations().isEmpty())
                .forEach(object -> annotations.put(
                        reference(object), object.getMetadata().getAnnotations().get("a")));
        assertThat(annotations)
                .isEqualTo(Map.of(
                        "ServiceAccount/orders", "ServiceAccount",
                        "Deployment/orders", "Deployment",
                        "Service/orders", "Service"));
    }

    @Test
    void areSaidOnEveryLevelAndTheStrongestWins() {
        Platform.Builder shop = Platform.named("shop").defaults(all -> all.with(revisions(1)));
        Environment staging =
                Environment.named("dev").defaults(all -> all.with(revisions(2))).build();
        Service.Builder onPath = ported("on-path").on(new RevisionsPath());
        Service.Builder own = ported("own").on(new RevisionsPath()).with(revisions(4));
        Service.Builder here =
                ported("here").on(new RevisionsPath()).with(revisions(4)).in(staging, in -> in.with(revisions(5)));

        Manifests manifests = render(staging, shop, ported("plain"), onPath, own, here);

        Map<String, Integer> revisions = new TreeMap<>();
        for (String name : List.of("plain", "on-path", "own", "here")) {
            revisions.put(name, manifests.get(Deployment.class, name).getSpec().getRevisionHistoryLimit());
        }
        assertThat(revisions).isEqualTo(Map.of("plain", 2, "on-path", 3, "own", 4, "here", 5));
    }

    @Test
    void holdOnlyWhereTheyAreSaid() {
        Service.Builder orders = ported("orders").in(PRODUCTION, in -> in.with(revisions(3)));
        Platform platform = Platform.named("shop")
                .environments(DEV, PROD)
                .services(orders.build())
                .build();

        assertThat(revisions(platform, DEV)).isNull();
        assertThat(revisions(platform, PROD)).isEqualTo(3);
    }

    @Test
    void canBeTakenAway() {
        Service.Builder orders = ported("orders").on(new RevisionsPath()).unset(Settings.EXTENSION, "revisions");

        assertThat(render(DEV, Platform.named("shop"), orders)
                        .get(Deployment.class, "orders")
                        .getSpec()
                        .getRevisionHistoryLimit())
                .isNull();
    }

    @Test
    void areAppliedInTheOrderOfTheirNamesEachOnWhatTheOthersMade() {
        Extension second = Kubernetes.edit("b", Deployment.class, deployment -> deployment
                .getSpec()
                .setReplicas(deployment.getSpec().getReplicas() * 10));
        Extension first = Kubernetes.edit("a", Deployment.class, deployment -> deployment
                .getSpec()
                .setReplicas(deployment.getSpec().getReplicas() + 1));

        Manifests manifests = render(
                DEV, Platform.named("shop"), ported("orders").with(second).with(first));

        assertThat(manifests.get(Deployment.class, "orders").getSpec().getReplicas())
                .isEqualTo(20);
    }

    @Test
    void explainExactlyTheFieldsThatTheyChange() {
        Service.Builder orders = ported("orders")
                .replicas(2)
                .with(Kubernetes.edit("tuned", Deployment.class, EditsTest::tune)); // (tuned)
        Manifests plain = render(DEV, Platform.named("shop"), ported("orders").replicas(2));

        Manifests edited = render(DEV, Platform.named("shop"), orders);

        Map<String, JsonNode> before = leaves(plain.get(Deployment.class, "orders"));
        Map<String, JsonNode> after = leaves(edited.get(Deployment.class, "orders"));
        assertThat(after.keySet()).doesNotContain("/spec/template/spec/enableServiceLinks");
        after.forEach((pointer, value) -> {
            Explanation explanation = edited.explain("Deployment/orders", pointer);
            if (value.equals(before.get(pointer))) {
                assertThat(explanation.reason())
                        .isEqualTo(plain.explain("Deployment/orders", pointer).reason());
                assertThat(explanation.decisions())
                        .isEqualTo(plain.explain("Deployment/orders", pointer).decisions());
            } else {
                assertThat(explanation.decisions())
                        .as(pointer)
                        .extracting(Decision::subject)
                        .containsExactly("services/orders/extension/tuned");
            }
        });
        assertThat(edited.explain("Deployment/orders", "/spec/replicas")).hasToString(LINES.cite("""
                Deployment/orders in dev
                  /spec/replicas = 7
                    from   services/orders/extension/tuned
                      set    edit of Deployment by service orders, {tuned}"""));
    }

    @Test
    void explainWhatTheyRemoveAndEverythingAboveIt() {
        Service.Builder orders = ported("orders")
                .with(Kubernetes.edit("open", Deployment.class, deployment -> deployment // (open)
                        .getSpec()
                        .getTemplate()
                        .getSpec()
                        .setSecurityContext(null)));

        Manifests manifests = render(DEV, Platform.named("shop"), orders);

        for (String pointer : List.of("", "/runAsNonRoot", "/seccompProfile", "/seccompProfile/type")) {
            String at = "/spec/template/spec/securityContext" + pointer;
            assertThat(manifests.explain("Deployment/orders", at)).hasToString("""
                    Deployment/orders in dev
                      %s is not set
                        rule   an edit removed it
                        since  services/orders/extension/open
                          set    edit of Deployment by service orders, %s""".formatted(at, LINES.at("open")));
        }
    }

    /** Elements with names are known by them, wherever they stand. */
    @Test
    void thatPutSomethingBeforeOthersDoNotChangeTheOthers() {
        Service.Builder plain = ported("orders")
                .secret("A", Secret.named("s").key("a"))
                .secret("C", Secret.named("s").key("c"));
        Manifests edited = render(
                DEV,
                Platform.named("shop"),
                ported("orders")
                        .secret("A", Secret.named("s").key("a"))
                        .secret("C", Secret.named("s").key("c")) // (moved)
                        .with(Kubernetes.edit("first", Deployment.class, EditsTest::putFirst)));
        Map<String, Explanation> before = explanations(render(DEV, Platform.named("shop"), plain));
        Map<String, Explanation> after = explanations(edited);

        String containers = "/spec/template/spec/containers/";
        after.forEach((pointer, explanation) -> {
            if (pointer.startsWith(containers + "1/env/0/")) {
                assertThat(explanation.decisions())
                        .as(pointer)
                        .isEqualTo(before.get(pointer.replace("/1/env/0/", "/0/env/1/"))
                                .decisions());
            } else if (pointer.startsWith(containers + "1/")) {
                assertThat(explanation.decisions())
                        .as(pointer)
                        .isEqualTo(before.get(pointer.replace("/containers/1/", "/containers/0/"))
                                .decisions());
            } else if (pointer.startsWith(containers)) {
                assertThat(explanation.decisions())
                        .as(pointer)
                        .extracting(Decision::subject)
                        .containsExactly("services/orders/extension/first");
            }
        });
        assertThat(edited.explain("Deployment/orders", containers + "1/env/0/valueFrom/secretKeyRef/key"))
                .asString()
                .endsWith(LINES.cite("by service orders, {moved}"));
    }

    private static void putFirst(Deployment deployment) {
        List<Container> containers =
                deployment.getSpec().getTemplate().getSpec().getContainers();
        containers.get(0).getEnv().remove(0);
        Container proxy = new Container();
        proxy.setName("proxy");
        proxy.setImage("registry.example/proxy:1");
        containers.add(0, proxy);
    }

    private static Map<String, Explanation> explanations(Manifests manifests) {
        Map<String, Explanation> explanations = new TreeMap<>();
        manifests.explain("Deployment/orders").forEach(leaf -> explanations.put(leaf.pointer(), leaf));
        return explanations;
    }

    private static void tune(Deployment deployment) {
        deployment.getSpec().setReplicas(7);
        deployment.getMetadata().getLabels().put("team/tier", "gold");
        deployment.getSpec().getTemplate().getSpec().setEnableServiceLinks(null);
        deployment.getSpec().getTemplate().getSpec().setHostAliases(List.of(new HostAlias(List.of("db"), "192.0.2.1")));
        deployment.getSpec().getTemplate().getSpec().getContainers().get(0).setImage("registry.example/other:1.0");
    }

    private static Integer revisions(Platform platform, Environment environment) {
        return Kubernetes.backend()
                .render(platform.plan().in(environment))
                .get(Deployment.class, "orders")
                .getSpec()
                .getRevisionHistoryLimit();
    }

    private static Service.Builder ported(String name) {
        return service(name).port(Port.http(8080));
    }

    private static Manifests render(Environment environment, Platform.Builder platform, Service.Builder... services) {
        platform.environments(environment);
        for (Service.Builder service : services) {
            platform.services(service.build());
        }
        return Kubernetes.backend().render(platform.build().plan().in(environment));
    }

    private static Map<String, HasMetadata> byReference(Manifests manifests) {
        Map<String, HasMetadata> objects = new TreeMap<>();
        manifests.objects().forEach(object -> objects.put(reference(object), object));
        return objects;
    }

    private static final class RevisionsPath implements ServicePath {

        @Override
        public String id() {
            return "revisions-path";
        }

        @Override
        public String version() {
            return "1";
        }

        @Override
        public void pave(ServicePaving service, Environment environment) {
            service.defaults().with(revisions(3));
        }
    }
}
