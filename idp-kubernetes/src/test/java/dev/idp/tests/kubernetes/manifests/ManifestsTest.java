package dev.idp.tests.kubernetes.manifests;

import static dev.idp.tests.kubernetes.Documents.references;
import static dev.idp.tests.kubernetes.Platforms.prod;
import static dev.idp.tests.kubernetes.Platforms.render;
import static dev.idp.tests.kubernetes.Platforms.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idp.Platform;
import dev.idp.Port;
import dev.idp.Service;
import dev.idp.kubernetes.Explainer;
import dev.idp.kubernetes.Kubernetes;
import dev.idp.kubernetes.Manifests;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.Plan;
import dev.idp.resources.Redis;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ManifestsTest {

    @Test
    void listTheEnvironmentAndThenItsServicesInTheOrderOfTheirNames() {
        Manifests manifests = render(service("web").port(Port.http(8080)), service("batch"), service("api"));

        assertThat(references(manifests))
                .containsExactly(
                        "Namespace/shop-prod",
                        "NetworkPolicy/default-deny",
                        "ServiceAccount/api",
                        "Deployment/api",
                        "ServiceAccount/batch",
                        "Deployment/batch",
                        "ServiceAccount/web",
                        "Deployment/web",
                        "Service/web");
    }

    @Test
    void knowThePlanThatWasRendered() {
        EnvironmentPlan plan = plan().in("prod");

        assertThat(Kubernetes.backend().render(plan).environment()).isSameAs(plan);
        assertThat(Kubernetes.backend().id()).isEqualTo("kubernetes");
    }

    @Test
    void findAnObjectByTypeAndName() {
        Deployment deployment = render(service("web"), service("batch")).get(Deployment.class, "batch");

        assertThat(deployment.getMetadata().getName()).isEqualTo("batch");
    }

    @Test
    void answerAnUnknownNameWithThoseThatThereAre() {
        Manifests manifests = render(service("web"), service("batch"));

        assertThatThrownBy(() -> manifests.get(Deployment.class, "wbe"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("no Deployment 'wbe' in prod, only batch, web");
        assertThatThrownBy(() -> manifests.get(Ingress.class, "web"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("no Ingress 'web' in prod, and no other");
    }

    @Test
    void areTheSameForEqualPlansInWhateverOrderThingsAreSaid() {
        Manifests manifests = Kubernetes.backend().render(plan().in("prod"));
        Manifests again = Kubernetes.backend().render(plan().in("prod"));
        Manifests shuffled = render(
                service("web")
                        .publicAt("www")
                        .uses(Redis.named("cache"))
                        .env("C", "1")
                        .env("API", Service.ref("api").url())
                        .port(Port.tcp(7000))
                        .port(Port.http(8080)),
                service("api").port(Port.http(9000)));

        assertThat(again.objects().toList()).isEqualTo(manifests.objects().toList());
        assertThat(again.toYaml()).isEqualTo(manifests.toYaml());
        assertThat(shuffled.toYaml()).isEqualTo(manifests.toYaml());
    }

    @Test
    void areTheSameForAPlanThatWasSaved() {
        Plan plan = plan();
        Plan saved = Plan.fromJson(plan.toJson());

        assertThat(Kubernetes.backend().render(saved.in("prod")).toYaml())
                .isEqualTo(Kubernetes.backend().render(plan.in("prod")).toYaml());
    }

    @Test
    void areMadeAnewForEveryoneWhoAsks() {
        Manifests manifests = Kubernetes.backend().render(plan().in("prod"));
        String before = manifests.toYaml();
        List<HasMetadata> objects = manifests.objects().toList();

        objects.forEach(object -> object.getMetadata().getLabels().put("spoiled", "yes"));
        objects.forEach(object -> object.getMetadata().setName("spoiled"));

        assertThat(manifests.toYaml()).isEqualTo(before).doesNotContain("spoiled");
        Set<Object> known = Collections.newSetFromMap(new IdentityHashMap<>());
        objects.forEach(object -> known.addAll(List.of(object, object.getMetadata())));
        assertThat(manifests.objects())
                .flatMap(object -> List.of(object, object.getMetadata()))
                .noneMatch(known::contains);
    }

    private static Plan plan() {
        return Platform.named("shop")
                .environments(prod().build())
                .services(
                        service("api").port(Port.http(9000)).build(),
                        service("web")
                                .port(Port.http(8080))
                                .port(Port.tcp(7000))
                                .env("API", Service.ref("api").url())
                                .env("C", "1")
                                .uses(Redis.named("cache"))
                                .publicAt("www")
                                .build())
                .build()
                .plan();
    }

    @Test
    void anExplainerSaysOfManyLinesWhatIsSaidOfOne() {
        Manifests manifests = render(service("web").port(Port.http(8080)), service("batch"));
        Explainer explainer = manifests.explainer();

        for (String object : references(manifests)) {
            assertThat(explainer.explain(object)).isEqualTo(manifests.explain(object));
            assertThat(explainer.explain(object, "/metadata/name"))
                    .isEqualTo(manifests.explain(object, "/metadata/name"));
        }
        assertThatThrownBy(() -> explainer.explain("Service/wbe", "/spec"))
                .hasMessage("no object 'Service/wbe' in prod; there are Service/web");
    }

    @Test
    void eachManifestKnowsWhoseItIsAndItsFile() {
        assertThat(render(service("web"))
                        .all()
                        .map(manifest -> manifest.belongsTo().orElse("-") + " " + manifest.file()))
                .containsExactly(
                        "- namespace-shop-prod.yaml",
                        "- networkpolicy-default-deny.yaml",
                        "web web/serviceaccount.yaml",
                        "web web/deployment.yaml");
    }
}
