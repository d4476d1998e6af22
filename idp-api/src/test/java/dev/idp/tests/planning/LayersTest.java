package dev.idp.tests.planning;

import static dev.idp.Tier.PRODUCTION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Environment;
import dev.idp.Platform;
import dev.idp.Replicas;
import dev.idp.Service;
import dev.idp.ServicePath;
import dev.idp.ServiceSettings;
import dev.idp.Settings;
import dev.idp.Text;
import dev.idp.explain.Claim;
import dev.idp.explain.Decision;
import dev.idp.explain.Layer;
import dev.idp.plan.ServicePlan;
import dev.idp.tests.Lines;
import dev.idp.tests.Paths;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The order of the layers, asked of every set of neighbours. */
class LayersTest {

    private static final Lines LINES = Lines.of(LayersTest.class);

    /** Everyone who can say something about a service, strongest first, each with its own number of copies. */
    private enum Speaker {
        IN_ENVIRONMENT(2, Layer.WORKLOAD_IN_ENVIRONMENT, "service orders in prod", "in-environment"),
        IN_TIER(3, Layer.WORKLOAD_IN_TIER, "service orders in production", "in-tier"),
        IN_GENERAL(4, Layer.WORKLOAD, "service orders", "in-general"),
        EXTENDING_PATH(5, Layer.GOLDEN_PATH, "golden path web 1.0", "extending"),
        BASE_PATH(6, Layer.GOLDEN_PATH, "golden path base 1.0", "base"),
        ENVIRONMENT(7, Layer.ENVIRONMENT, "environment prod", "environment"),
        PLATFORM(8, Layer.PLATFORM, "platform shop", "platform");

        final int copies;
        final Layer layer;
        final String name;
        final String mark;

        Speaker(int copies, Layer layer, String name, String mark) {
            this.copies = copies;
            this.layer = layer;
            this.name = name;
            this.mark = mark;
        }

        String place() {
            return name + " " + LINES.at(mark);
        }

        /** Says a value, or nothing, or takes away what weaker speakers say. */
        <S extends ServiceSettings<S>> S say(S service, Set<Speaker> speaking, Set<Speaker> unsetting) {
            if (unsetting.contains(this)) {
                return service.unset(Settings.REPLICAS).unset(Settings.ENV, "COPIES");
            }
            return speaking.contains(this) ? service.replicas(copies).env("COPIES", Integer.toString(copies)) : service;
        }
    }

    private static ServicePlan plan(Set<Speaker> speaking, Set<Speaker> unsetting) {
        Environment prod = Environment.named("prod")
                .tier(PRODUCTION)
                .defaults(service -> Speaker.ENVIRONMENT.say(service, speaking, unsetting)) // (environment)
                .build();
        ServicePath base = Paths.path("base", (service, environment) -> {
            Speaker.BASE_PATH.say(service.defaults(), speaking, unsetting); // (base)
        });
        ServicePath web = Paths.path("web", base, (service, environment) -> {
            Speaker.EXTENDING_PATH.say(service.defaults(), speaking, unsetting); // (extending)
        });
        Service.Builder orders = Service.named("orders")
                .image("orders:1")
                .on(web)
                .in(PRODUCTION, service -> Speaker.IN_TIER.say(service, speaking, unsetting)) // (in-tier)
                .in(prod, service -> Speaker.IN_ENVIRONMENT.say(service, speaking, unsetting)); // (in-environment)
        Speaker.IN_GENERAL.say(orders, speaking, unsetting); // (in-general)
        return Platform.named("shop")
                .environments(prod)
                .defaults(service -> Speaker.PLATFORM.say(service, speaking, unsetting)) // (platform)
                .services(orders.build())
                .build()
                .plan()
                .in(prod)
                .service("orders");
    }

    private static Stream<Set<Speaker>> everyTail() {
        return Stream.of(Speaker.values()).map(strongest -> EnumSet.range(strongest, Speaker.PLATFORM));
    }

    @ParameterizedTest
    @MethodSource("everyTail")
    void theStrongestSpeakerWinsAndTheOthersAreKeptInOrder(Set<Speaker> speaking) {
        ServicePlan orders = plan(speaking, Set.of());

        Decision<Replicas> replicas = orders.decision(Settings.REPLICAS);
        assertThat(replicas.get()).isEqualTo(Replicas.fixed(speaking.iterator().next().copies));
        assertThat(claims(replicas)).isEqualTo(expected(speaking, true));
        assertThat(layers(replicas)).isEqualTo(layers(speaking, true));
    }

    @ParameterizedTest
    @MethodSource("everyTail")
    void theStrongestSpeakerWinsAnEntryToo(Set<Speaker> speaking) {
        ServicePlan orders = plan(speaking, Set.of());

        Decision<Text> copies = orders.decisions().decision(Settings.ENV, "COPIES");
        assertThat(copies.get())
                .hasToString(Integer.toString(speaking.iterator().next().copies));
        assertThat(claims(copies)).isEqualTo(expected(speaking, false));
        assertThat(layers(copies)).isEqualTo(layers(speaking, false));
    }

    private static Stream<Arguments> neighbours() {
        List<Arguments> pairs = new ArrayList<>();
        for (Speaker stronger : Speaker.values()) {
            for (Speaker weaker : Speaker.values()) {
                if (stronger.compareTo(weaker) < 0) {
                    pairs.add(Arguments.of(stronger, weaker));
                }
            }
        }
        return pairs.stream();
    }

    @ParameterizedTest(name = "{0} beats {1}")
    @MethodSource("neighbours")
    void eachSpeakerBeatsEachWeakerOne(Speaker stronger, Speaker weaker) {
        ServicePlan orders = plan(EnumSet.of(stronger, weaker), Set.of());

        assertThat(orders.replicas()).contains(Replicas.fixed(stronger.copies));
        assertThat(orders.env()).containsEntry("COPIES", Text.of(Integer.toString(stronger.copies)));
    }

    private static Stream<Speaker> speakers() {
        return Stream.of(Speaker.values());
    }

    private static Stream<Speaker> weakerSpeakers() {
        return speakers().skip(1);
    }

    @ParameterizedTest
    @MethodSource("speakers")
    void eachSpeakerCanTakeAwayWhatWeakerOnesSay(Speaker unsetting) {
        ServicePlan orders = plan(EnumSet.range(unsetting, Speaker.PLATFORM), EnumSet.of(unsetting));

        assertThat(orders.get(Settings.REPLICAS)).isEmpty();
        assertThat(orders.env()).doesNotContainKey("COPIES");
        assertThat(claims(orders.decision(Settings.REPLICAS)))
                .startsWith("unset by " + unsetting.place())
                .hasSize(EnumSet.range(unsetting, Speaker.PLATFORM).size() + 1);
    }

    @ParameterizedTest
    @MethodSource("weakerSpeakers")
    void aStrongerSpeakerCanSayAgainWhatAWeakerOneTookAway(Speaker unsetting) {
        ServicePlan orders = plan(EnumSet.of(Speaker.IN_ENVIRONMENT), EnumSet.of(unsetting));

        assertThat(orders.replicas()).contains(Replicas.fixed(2));
        assertThat(text(orders.decision(Settings.REPLICAS).losers().get(0))).isEqualTo("unset by " + unsetting.place());
    }

    @Test
    void theLibrarySpeaksLast() {
        ServicePlan orders = plan(Set.of(), Set.of());

        assertThat(claims(orders.decision(Settings.REPLICAS)))
                .containsExactly("1 by library default: one copy until somebody says that it takes more");
        assertThat(layers(orders.decision(Settings.REPLICAS))).containsExactly(Layer.LIBRARY);
        assertThat(orders.decisions().decision(Settings.ENV, "COPIES").winner()).isEmpty();
    }

    private static List<String> claims(Decision<?> decision) {
        List<String> claims =
                new ArrayList<>(decision.winner().map(LayersTest::text).stream().toList());
        decision.losers().forEach(loser -> claims.add(text(loser)));
        return claims;
    }

    /** The first line is this test's enum, where all speak; the second says who let it speak. */
    private static String text(Claim<?> claim) {
        List<String> trail = claim.source().origin().trail();
        return claim.valueText() + " by " + claim.source().speaker()
                + (trail.isEmpty() ? ": " + claim.source().reason() : " " + trail.get(1));
    }

    private static List<Layer> layers(Decision<?> decision) {
        List<Layer> layers = new ArrayList<>(
                decision.winner().map(claim -> claim.source().layer()).stream().toList());
        decision.losers().forEach(loser -> layers.add(loser.source().layer()));
        return layers;
    }

    private static List<String> expected(Set<Speaker> speaking, boolean withLibrary) {
        List<String> expected = new ArrayList<>();
        speaking.forEach(speaker -> expected.add(speaker.copies + " by " + speaker.place()));
        if (withLibrary) {
            expected.add("1 by library default: one copy until somebody says that it takes more");
        }
        return expected;
    }

    private static List<Layer> layers(Set<Speaker> speaking, boolean withLibrary) {
        List<Layer> layers = new ArrayList<>();
        speaking.forEach(speaker -> layers.add(speaker.layer));
        if (withLibrary) {
            layers.add(Layer.LIBRARY);
        }
        return layers;
    }
}
