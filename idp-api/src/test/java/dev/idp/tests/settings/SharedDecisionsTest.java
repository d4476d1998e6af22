package dev.idp.tests.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Cpu;
import dev.idp.Memory;
import dev.idp.Port;
import dev.idp.Replicas;
import dev.idp.Setting;
import dev.idp.Settings;
import dev.idp.explain.Claim;
import dev.idp.explain.Decision;
import dev.idp.explain.Layer;
import dev.idp.explain.Origin;
import dev.idp.explain.Source;
import dev.idp.plan.Decisions;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is decided once for many workloads looks in each of them as if it were its own. */
class SharedDecisionsTest {

    private static final Source PATH = new Source(Layer.GOLDEN_PATH, "golden path web 1", Origin.UNKNOWN, "");

    private final Decisions shared = decided(Decisions.about(""), Settings.CPU, "", Cpu.millis(100))
            .put(Settings.REPLICAS, "", decision("/replicas", Replicas.fixed(2)))
            .put(Settings.PORT, "http", decision("/port/http", Port.http(8080)))
            .build(Settings.all());

    @Test
    void aSharedValueIsSaidAboutTheWorkload() {
        Decisions orders = Decisions.about("services/orders", shared).build(Settings.all());

        Decision<Cpu> cpu = orders.decision(Settings.CPU);

        assertThat(cpu.get()).isEqualTo(Cpu.millis(100));
        assertThat(cpu.subject()).isEqualTo("services/orders/cpu");
        assertThat(cpu.source()).isEqualTo(PATH);
        assertThat(orders.entries(Settings.PORT).get("http").subject()).isEqualTo("services/orders/port/http");
    }

    @Test
    void whatAWorkloadSaysItselfHidesWhatIsShared() {
        Decisions.Builder builder = Decisions.about("services/orders", shared);
        decided(builder, Settings.CPU, "", Cpu.millis(700));
        Decisions orders = builder.build(Settings.all());

        assertThat(orders.get(Settings.CPU)).contains(Cpu.millis(700));
        assertThat(shared.get(Settings.CPU)).contains(Cpu.millis(100));
    }

    @Test
    void entriesAreAddedToThoseThatAreShared() {
        Decisions.Builder builder = Decisions.about("services/orders", shared);
        decided(builder, Settings.PORT, "admin", Port.http(9000).named("admin"));

        assertThat(builder.build(Settings.all()).entries(Settings.PORT).keySet())
                .containsExactly("admin", "http");
        assertThat(shared.entries(Settings.PORT).keySet()).containsExactly("http");
    }

    @Test
    void whatIsTakenAwayIsGoneHereAlone() {
        Decisions orders = Decisions.about("services/orders", shared)
                .remove(Settings.REPLICAS)
                .remove(Settings.PORT)
                .build(Settings.all());

        assertThat(orders.settings()).containsExactly(Settings.CPU);
        assertThat(orders.get(Settings.REPLICAS)).isEmpty();
        assertThat(orders.entries(Settings.PORT)).isEmpty();
        assertThat(orders.all()).extracting(Decision::subject).containsExactly("services/orders/cpu");
        assertThat(Decisions.about("services/carts", shared)
                        .build(Settings.all())
                        .settings())
                .containsExactlyInAnyOrder(Settings.CPU, Settings.REPLICAS, Settings.PORT);
    }

    @Test
    void sharedOrOwnMakesNoDifference() {
        Decisions.Builder builder = Decisions.about("services/orders");
        decided(builder, Settings.PORT, "http", Port.http(8080));
        decided(builder, Settings.REPLICAS, "", Replicas.fixed(2));
        decided(builder, Settings.CPU, "", Cpu.millis(100));
        Decisions own = builder.build(Settings.all());
        Decisions orders = Decisions.about("services/orders", shared).build(Settings.all());

        assertThat(orders).isEqualTo(own).hasSameHashCodeAs(own).hasToString(own.toString());
        assertThat(orders.settings()).isEqualTo(own.settings());
        assertThat(orders)
                .isNotEqualTo(Decisions.about("services/carts", shared).build(Settings.all()));
    }

    @Test
    void settingsOfOthersFollowByTheirIds() {
        Setting<Memory> zeta = own("zeta");
        Setting<Memory> alpha = own("alpha");
        Decisions.Builder ofMany = decided(Decisions.about(""), zeta, "", Memory.mebibytes(1));
        Decisions.Builder builder = Decisions.about("services/orders", ofMany.build(Settings.all()));
        decided(builder, alpha, "", Memory.mebibytes(2));
        decided(builder, Settings.CPU, "", Cpu.millis(1));

        assertThat(builder.build(Settings.all()).settings()).containsExactly(Settings.CPU, alpha, zeta);
        assertThat(builder.remove(zeta).build(Settings.all()).settings()).containsExactly(Settings.CPU, alpha);
    }

    @Test
    void aBuilderGoesOnWithoutChangingWhatItBuilt() {
        Decisions.Builder builder = Decisions.about("services/orders", shared);
        Decisions before = builder.build(Settings.all());
        decided(builder, Settings.CPU, "", Cpu.millis(900));

        assertThat(before.get(Settings.CPU)).contains(Cpu.millis(100));
        assertThat(builder.decision(Settings.CPU, "").get()).isEqualTo(Cpu.millis(900));
        assertThat(before.toBuilder().build(Settings.all())).isEqualTo(before);
    }

    @Test
    void aSubjectIsTheSameHoweverItIsPutTogether() {
        Decision<Cpu> whole = Decision.of("services/orders/cpu", Cpu.millis(100), PATH);
        Decision<Cpu> parts = Decision.of("services/orders", "/cpu", List.of(new Claim<>(PATH, Cpu.millis(100))));

        assertThat(whole).isEqualTo(parts).hasSameHashCodeAs(parts).hasToString(parts.toString());
        assertThat(parts.about("services/carts").subject()).isEqualTo("services/carts/cpu");
        assertThat(parts.about("services/carts")).isNotEqualTo(parts);
    }

    private static Setting<Memory> own(String id) {
        return Setting.of(id, Settings.MEMORY.json());
    }

    private static <T> Decisions.Builder decided(
            Decisions.Builder decisions, Setting<T> setting, String entry, T value) {
        decisions.decide(setting, entry, List.of(new Claim<>(PATH, value)), List.of());
        return decisions;
    }

    private static <T> Decision<T> decision(String property, T value) {
        return Decision.of("", property, List.of(new Claim<>(PATH, value)));
    }
}
