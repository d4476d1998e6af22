package dev.idp.tests.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Settings;
import dev.idp.WorkloadKind;
import dev.idp.explain.Decision;
import dev.idp.explain.Layer;
import dev.idp.plan.Plan;
import dev.idp.plan.WorkloadPlan;
import dev.idp.tests.Lines;
import dev.idp.tests.Shop;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every setting mandated: who says otherwise is told, unless it waives the mandate. */
class SettingMandateTest {

    private static final Lines LINES = Lines.of(SettingMandateTest.class);

    private static Stream<Arguments> settings() {
        return SettingCases.all().stream()
                .filter(it -> it.hasTwoValues() && !it.isAppended())
                .flatMap(it -> it.kinds().stream().map(kind -> Arguments.of(it, kind)));
    }

    @ParameterizedTest(name = "{0} of {1}")
    @MethodSource("settings")
    <T> void anotherValueThanTheMandatedOneCitesBothLines(SettingCase<T> it, WorkloadKind kind) {
        assertThat(Shop.report(disagreeing(it, kind).platform()))
                .isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  w in prod: %s is mandated to be %s and cannot be %s
                      mandate environment prod: it is the law, {mandated}
                      against {otherwise}
                      fix     remove the line of the %s""".formatted(it.name(), it.first(), it.second(), kind.singular())));
    }

    @ParameterizedTest(name = "{0} of {1}")
    @MethodSource("settings")
    <T> void theSameValueIsFine(SettingCase<T> it, WorkloadKind kind) {
        WorkloadPlan planned = Conversation.about(it, kind)
                .say(Speaker.MANDATE, workload -> it.verb().accept(workload, it.first()))
                .say(Speaker.IN_TIER, workload -> it.verb().accept(workload, it.first()))
                .plan();

        assertThat(planned.decisions().decision(it.setting(), it.entry()).value())
                .contains(it.first());
        assertThat(planned.entries(Settings.WAIVED)).isEmpty();
    }

    @ParameterizedTest(name = "{0} of {1}")
    @MethodSource("settings")
    <T> void whoWaivesTheMandateSaysWhatItLikes(SettingCase<T> it, WorkloadKind kind) {
        if (it.setting().equals(Settings.WAIVER)) {
            return; // What is waived is settled before mandates are held against anything.
        }
        Conversation waiving = disagreeing(it, kind).say(Speaker.IN_ENVIRONMENT, workload -> {
            workload.waives(Conversation.LAW, "too old", "ops", LocalDate.of(2027, 1, 31)); // (waived)
        });

        WorkloadPlan planned = waiving.plan();

        Decision<T> decision = planned.decisions().decision(it.setting(), it.entry());
        assertThat(decision.value()).contains(it.second());
        assertThat(decision.losers().get(0)).satisfies(loser -> {
            assertThat(loser.source().layer()).isEqualTo(Layer.MANDATE);
            assertThat(loser.value()).isEqualTo(it.first());
        });
        assertThat(planned.entries(Settings.WAIVED)).hasSize(1);
        Decision<String> waived = planned.decisions().decision(Settings.WAIVED, Conversation.LAW);
        assertThat(waived.value()).contains(it.name());
        assertThat(waived.winner().orElseThrow().source())
                .hasToString(kind.singular() + " w in prod, " + LINES.at("waived"));
        Plan plan = waiving.platform().plan();
        assertThat(Plan.fromJson(plan.toJson())).isEqualTo(plan);
    }

    @ParameterizedTest(name = "{0} of {1}")
    @MethodSource("settings")
    <T> void aWaiverOfSomethingElseDoesNotHelp(SettingCase<T> it, WorkloadKind kind) {
        Conversation waiving = disagreeing(it, kind)
                .say(
                        Speaker.IN_ENVIRONMENT,
                        workload -> workload.waives("another-law", "too old", "ops", LocalDate.of(2027, 1, 31)));

        assertThat(Shop.exception(waiving.platform()).problems()).hasSize(1);
    }

    private static <T> Conversation disagreeing(SettingCase<T> it, WorkloadKind kind) {
        return Conversation.about(it, kind)
                .say(Speaker.MANDATE, workload -> workload.set(it.setting(), it.entry(), it.first())) // (mandated)
                .say(
                        Speaker.IN_GENERAL,
                        workload -> workload.set(it.setting(), it.entry(), it.second())); // (otherwise)
    }
}
