package dev.idp.tests.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.WorkloadKind;
import dev.idp.plan.Change;
import dev.idp.plan.Comparison;
import dev.idp.plan.Plan;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every setting in a plan: it survives JSON, and a comparison shows exactly what changed. */
class SettingPlanTest {

    private static Stream<Arguments> settings() {
        return SettingCases.all().stream().flatMap(it -> it.kinds().stream().map(kind -> Arguments.of(it, kind)));
    }

    @ParameterizedTest(name = "{0} of {1}")
    @MethodSource("settings")
    <T> void thePlanReadsBackEqual(SettingCase<T> it, WorkloadKind kind) {
        for (T value : it.values()) {
            Plan plan = plan(it, kind, value);

            Plan read = Plan.fromJson(plan.toJson());

            assertThat(read).isEqualTo(plan).hasSameHashCodeAs(plan);
            assertThat(read.toJson()).isEqualTo(plan.toJson());
            assertThat(read.in("prod")
                            .findWorkload("w")
                            .orElseThrow()
                            .decisions()
                            .decision(it.setting(), it.planned()))
                    .hasToString(kind + "/w/" + it.setting() + (it.planned().isEmpty() ? "" : "/" + it.planned())
                            + " = " + value);
            assertThat(Comparison.of(plan, read).isEmpty()).isTrue();
        }
    }

    private static Stream<Arguments> changes() {
        return settings().filter(arguments -> ((SettingCase<?>) arguments.get()[0]).hasTwoValues());
    }

    @ParameterizedTest(name = "{0} of {1}")
    @MethodSource("changes")
    <T> void anotherValueIsExactlyOneChange(SettingCase<T> it, WorkloadKind kind) {
        Plan before = plan(it, kind, it.first());
        Plan after = plan(it, kind, it.second());

        Comparison comparison = Comparison.of(before, after);

        assertThat(before).isNotEqualTo(after);
        assertThat(comparison.changes()).singleElement().satisfies(change -> {
            assertThat(change.environment()).isEqualTo("prod");
            assertThat(change.subject()).isEqualTo(subject(it, kind));
            assertThat(change.workload()).contains("w");
            assertThat(change)
                    .asString()
                    .startsWith("prod " + subject(it, kind) + ": " + it.first() + " -> " + it.second() + " by "
                            + kind.singular() + " w, SettingCases.java:");
        });
        assertThat(comparison.addedCalls()).isEmpty();
        assertThat(comparison.removedCalls()).isEmpty();
        assertThat(comparison.changedWorkloads("prod")).containsExactly("w");
    }

    @ParameterizedTest(name = "{0} of {1}")
    @MethodSource("settings")
    <T> void whatNobodySaidBeforeIsOneChangeToo(SettingCase<T> it, WorkloadKind kind) {
        if (!it.canBeUnset()) {
            return;
        }
        Plan before = Conversation.about(it, kind).platform().plan();
        Plan after = plan(it, kind, it.first());

        assertThat(Comparison.of(before, after).changes())
                .extracting(Change::subject)
                .containsExactly(subject(it, kind));
        assertThat(Comparison.of(after, before).changes())
                .extracting(Change::subject)
                .containsExactly(subject(it, kind));
    }

    private static String subject(SettingCase<?> it, WorkloadKind kind) {
        return kind + "/w/" + it.setting() + (it.planned().isEmpty() ? "" : "/" + it.planned());
    }

    private static <T> Plan plan(SettingCase<T> it, WorkloadKind kind, T value) {
        return Conversation.about(it, kind)
                .say(Speaker.IN_GENERAL, workload -> it.verb().accept(workload, value))
                .platform()
                .plan();
    }
}
