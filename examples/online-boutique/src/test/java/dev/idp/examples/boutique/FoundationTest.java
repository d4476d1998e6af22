package dev.idp.examples.boutique;

import static dev.idp.Memory.mebibytes;
import static dev.idp.testing.PlatformAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Settings;
import dev.idp.kubernetes.Kubernetes;
import dev.idp.plan.BlastRadius;
import dev.idp.plan.Plan;
import dev.idp.plan.ServicePlan;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A change to the foundation of all golden paths reaches those who did not say otherwise, and nobody else. */
class FoundationTest {

    private static final Set<String> SAY_OTHERWISE =
            Set.of("adservice", "recommendationservice", "loadgenerator", "redis-cart");

    private final Plan before = OnlineBoutique.platform().plan();
    private final Plan after =
            OnlineBoutique.platform(new BoutiqueService(mebibytes(96))).plan();

    @Test
    void changesExactlyTheServicesThatDidNotOverrideIt() {
        before.environments().forEach(environment -> {
            Set<String> changed = new TreeSet<>();
            Set<String> expected = new TreeSet<>();
            for (ServicePlan service : environment.services()) {
                if (!service.equals(after.in(environment.name()).service(service.name()))) {
                    changed.add(service.name());
                }
                boolean overridesInProduction =
                        service.name().equals("frontend") && environment.name().equals("prod");
                if (!SAY_OTHERWISE.contains(service.name()) && !overridesInProduction) {
                    expected.add(service.name());
                }
            }
            assertThat(changed).as(environment.name()).isEqualTo(expected).isNotEmpty();
        });
    }

    @Test
    void restartsInProductionWhoeverDoesNotSayOtherwise() {
        assertThat(BlastRadius.of(before, after))
                .inProduction()
                .restartsOnly(
                        "cartservice",
                        "checkoutservice",
                        "currencyservice",
                        "emailservice",
                        "paymentservice",
                        "productcatalogservice",
                        "shippingservice")
                .hasNoDowntime()
                .risksNoData()
                .widensNoExposure()
                .widensNoPermission();
    }

    @Test
    void changesNothingButTheirDeployments() {
        Map<String, HasMetadata> old = objects(before);

        Set<String> changedKinds = objects(after).entrySet().stream()
                .filter(object -> !object.getValue().equals(old.get(object.getKey())))
                .map(object -> object.getValue().getKind())
                .collect(Collectors.toSet());

        assertThat(changedKinds).containsExactly("Deployment");
        assertThat(objects(after).keySet()).isEqualTo(old.keySet());
    }

    @Test
    void isVisibleAsWhatServicesOverride() {
        assertThat(before.in("prod").service("frontend").overrides())
                .extracting(decision -> decision.subject())
                .containsExactly("services/frontend/memory", "services/frontend/memory-limit");
        assertThat(before.in("prod").service("currencyservice").overrides()).isEmpty();
        assertThat(before.in("dev")
                        .service("cartservice")
                        .decisions()
                        .decision(Settings.ENV, "PORT")
                        .isPresent())
                .isFalse();
    }

    private static Map<String, HasMetadata> objects(Plan plan) {
        return plan.environments().stream()
                .flatMap(environment -> Kubernetes.backend().render(environment).objects())
                .collect(Collectors.toMap(
                        object -> object.getMetadata().getNamespace() + "/" + object.getKind() + "/"
                                + object.getMetadata().getName(),
                        object -> object));
    }
}
