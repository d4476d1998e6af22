package dev.idp.tests.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Container;
import dev.idp.Settings;
import dev.idp.WorkloadKind;
import dev.idp.WorkloadSettings;
import dev.idp.explain.Decision;
import dev.idp.plan.Problem;
import dev.idp.plan.WorkloadPlan;
import dev.idp.tests.Lines;
import dev.idp.tests.Shop;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A list to which every layer adds: the elements of mandates first, then those of the weakest layer. */
class SettingAppendTest {

    private static final Lines LINES = Lines.of(SettingAppendTest.class);

    private static final SettingCase<?> STEPS = SettingCases.all().stream()
            .filter(it -> it.setting().equals(Settings.INIT_STEP))
            .findFirst()
            .orElseThrow();

    @Test
    void initStepsAreTheOnlyListOfTheLibrary() {
        assertThat(SettingCases.all().stream().filter(SettingCase::isAppended)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(WorkloadKind.class)
    void everyLayerAddsTheWeakestFirstAndMandatesBeforeAll(WorkloadKind kind) {
        Set<Speaker> everyone = Speaker.about(STEPS, kind);

        WorkloadPlan planned = adding(kind, everyone).plan();

        assertThat(steps(planned)).isEqualTo(expected(everyone));
        assertThat(planned.entries(Settings.INIT_STEP).keySet()).startsWith("001", "002", "003");
        for (Decision<Container> step : planned.entries(Settings.INIT_STEP).values()) {
            assertThat(step.losers()).isEmpty();
            assertThat(step.winner().orElseThrow().source().origin().trail()).contains(LINES.at("adding"));
        }
    }

    private static Stream<Arguments> cuts() {
        return Stream.of(WorkloadKind.values()).flatMap(kind -> Speaker.about(STEPS, kind).stream()
                .filter(speaker -> speaker != Speaker.MANDATE)
                .map(speaker -> Arguments.of(kind, speaker)));
    }

    @ParameterizedTest
    @MethodSource("cuts")
    void unsettingCutsOffWhatIsWeakerAndIsAnExplanation(WorkloadKind kind, Speaker cutting) {
        Set<Speaker> everyone = Speaker.about(STEPS, kind);
        Set<Speaker> stronger = EnumSet.range(Speaker.MANDATE, cutting);
        stronger.retainAll(everyone);
        stronger.remove(cutting);

        WorkloadPlan planned = adding(kind, everyone)
                .say(cutting, workload -> workload.unset(Settings.INIT_STEP)) // (cutting)
                .plan();

        assertThat(steps(planned)).isEqualTo(expected(stronger));
        Decision<Container> cut = planned.decision(Settings.INIT_STEP);
        assertThat(cut.value()).isEmpty();
        assertThat(cut.winner().orElseThrow())
                .hasToString("unset by " + cutting.speaker(kind) + ", " + LINES.at("cutting"));
        assertThat(cut.losers()).hasSize(everyone.size() - stronger.size() - 1);
    }

    @Test
    void whoUnsetsCanStillAddToWhatStrongerLayersSay() {
        WorkloadPlan planned = adding(WorkloadKind.SERVICE, EnumSet.of(Speaker.IN_ENVIRONMENT, Speaker.BASE_PATH))
                .say(Speaker.IN_GENERAL, workload -> workload.unset(Settings.INIT_STEP))
                .plan();

        assertThat(steps(planned)).containsExactly("in-environment");
    }

    @Test
    void oneLayerAddsSeveralInTheOrderInWhichItSaysThem() {
        WorkloadPlan planned = Conversation.about(STEPS, WorkloadKind.SERVICE)
                .say(Speaker.MANDATE, workload -> workload.initStep(step("m1")).initStep(step("m2")))
                .say(Speaker.IN_GENERAL, workload -> workload.initStep(step("o1"))
                        .initStep(step("o2")))
                .say(Speaker.BASE_PATH, workload -> workload.initStep(step("p1"))
                        .initStep(step("p2")))
                .plan();

        assertThat(steps(planned)).containsExactly("m1", "m2", "p1", "p2", "o1", "o2");
    }

    @Test
    void theSameElementCanBeSaidTwice() {
        Conversation twice = Conversation.about(STEPS, WorkloadKind.JOB)
                .say(Speaker.IN_GENERAL, workload -> workload.initStep(step("a"))
                        .initStep(step("b")));

        assertThat(steps(twice.plan())).containsExactly("a", "b");
    }

    @Test
    void aMandatedUnsetTakesAwayWhatOthersAdd() {
        WorkloadPlan planned = adding(WorkloadKind.SERVICE, EnumSet.of(Speaker.BASE_PATH, Speaker.PLATFORM))
                .say(Speaker.MANDATE, workload -> workload.unset(Settings.INIT_STEP))
                .plan();

        assertThat(steps(planned)).isEmpty();
        assertThat(planned.decision(Settings.INIT_STEP).losers()).hasSize(2);
    }

    @Test
    void whatIsMandatedToBeEmptyCannotBeAddedTo() {
        Conversation adding = Conversation.about(STEPS, WorkloadKind.SERVICE)
                .say(Speaker.MANDATE, workload -> workload.unset(Settings.INIT_STEP)) // (mandated-unset)
                .say(Speaker.IN_TIER, workload -> workload.initStep(step("mine"))); // (mine)

        assertThat(Shop.report(adding.platform())).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  w in prod: init-step is mandated to be unset and cannot be mine: mine:1
                      mandate environment prod: it is the law, {mandated-unset}
                      against {mine}
                      fix     remove the line of the service"""));
    }

    @Test
    void aMandatedElementStaysUntilItIsWaivedAndUnset() {
        Conversation obeying = Conversation.about(STEPS, WorkloadKind.SERVICE)
                .say(Speaker.MANDATE, workload -> workload.initStep(step("scan")));

        obeying.say(Speaker.IN_GENERAL, workload -> workload.unset(Settings.INIT_STEP));
        assertThat(steps(obeying.plan())).containsExactly("scan");

        obeying.say(Speaker.IN_GENERAL, workload -> waive(workload).initStep(step("mine")));
        assertThat(steps(obeying.plan())).containsExactly("scan", "mine");
        assertThat(obeying.plan().entries(Settings.WAIVED)).isEmpty();

        obeying.say(Speaker.IN_GENERAL, workload -> waive(workload).unset(Settings.INIT_STEP));
        assertThat(steps(obeying.plan())).isEmpty();
        assertThat(obeying.plan().entries(Settings.WAIVED)).containsOnlyKeys(Conversation.LAW);
    }

    @Test
    void anElementThatIsWrongIsReportedWithItsLine() {
        Conversation wrong = Conversation.about(STEPS, WorkloadKind.SERVICE)
                .say(Speaker.BASE_PATH, workload -> workload.initStep(step("-"))); // (wrong)

        List<Problem> problems = Shop.exception(wrong.platform()).problems();

        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).message()).isEqualTo("'-' cannot name a container");
        assertThat(problems.get(0).citations())
                .containsExactly(new Problem.Citation("init-step", "golden path base 1.0, " + LINES.at("wrong")));
    }

    private static WorkloadSettings<?> waive(WorkloadSettings<?> workload) {
        return workload.waives(Conversation.LAW, "it is scanned elsewhere", "ops", LocalDate.of(2027, 1, 31));
    }

    private static Conversation adding(WorkloadKind kind, Set<Speaker> speaking) {
        Conversation conversation = Conversation.about(STEPS, kind);
        for (Speaker speaker : speaking) {
            conversation.say(speaker, workload -> workload.initStep(step(name(speaker)))); // (adding)
        }
        return conversation;
    }

    private static List<String> expected(Set<Speaker> speaking) {
        List<String> names = new ArrayList<>();
        speaking.stream().filter(it -> it != Speaker.MANDATE).forEach(it -> names.add(name(it)));
        if (speaking.contains(Speaker.MANDATE)) {
            names.add(name(Speaker.MANDATE));
        }
        Collections.reverse(names);
        return names;
    }

    private static String name(Speaker speaker) {
        return speaker.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Container step(String name) {
        return Container.named(name)
                .image(name.equals("-") ? "a:1" : name + ":1")
                .build();
    }

    private static List<String> steps(WorkloadPlan planned) {
        return planned.entries(Settings.INIT_STEP).values().stream()
                .map(step -> step.get().name())
                .toList();
    }
}
