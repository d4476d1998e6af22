package dev.idp.tests.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.idp.WorkloadKind;
import dev.idp.explain.Claim;
import dev.idp.explain.Decision;
import dev.idp.explain.Layer;
import dev.idp.plan.Problem;
import dev.idp.plan.WorkloadPlan;
import dev.idp.tests.Lines;
import dev.idp.tests.Shop;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every setting, said by everyone: who wins, who lost, and what is left when somebody takes it away. */
class SettingLayersTest {

    private static final Lines LINES = Lines.of(SettingLayersTest.class);

    /** Every setting of one value or with entries, for every kind of workload, from every speaker downwards. */
    private static Stream<Arguments> conversations() {
        return SettingCases.all().stream().filter(it -> !it.isAppended()).flatMap(it -> it.kinds().stream()
                .flatMap(kind -> tails(it, kind)));
    }

    private static Stream<Arguments> tails(SettingCase<?> it, WorkloadKind kind) {
        Set<Speaker> all = Speaker.about(it, kind);
        return all.stream().map(strongest -> {
            Set<Speaker> speaking = EnumSet.range(strongest, Speaker.PLATFORM);
            speaking.retainAll(all);
            return Arguments.of(it, kind, speaking);
        });
    }

    @ParameterizedTest(name = "{0} of {1} said by {2}")
    @MethodSource("conversations")
    <T> void theStrongestSpeakerWinsAndTheOthersAreKeptInOrder(
            SettingCase<T> it, WorkloadKind kind, Set<Speaker> speaking) {
        WorkloadPlan planned = say(it, kind, speaking).plan();

        Decision<T> decision = planned.decisions().decision(it.setting(), it.entry());
        assertThat(decision.value()).contains(it.first());
        assertThat(claims(decision)).isEqualTo(expected(it, kind, speaking));
        assertThat(decision.winner().orElseThrow().source().origin().trail()).contains(LINES.at("saying"));
    }

    @ParameterizedTest(name = "{0} of {1} unset by the first of {2}")
    @MethodSource("conversations")
    <T> void unsettingTakesAwayWhatWeakerSpeakersSayAndIsAnExplanationItself(
            SettingCase<T> it, WorkloadKind kind, Set<Speaker> speaking) {
        assumeTrue(it.canBeUnset());
        Speaker strongest = speaking.iterator().next();
        Set<Speaker> weaker = EnumSet.copyOf(speaking);
        weaker.removeIf(speaker -> speaker == strongest || (strongest == Speaker.MANDATE && speaker.isOwn()));

        WorkloadPlan planned = unset(say(it, kind, weaker), strongest, it).plan();

        Decision<T> decision = planned.decisions().decision(it.setting(), it.entry());
        assertThat(decision.value()).isEmpty();
        assertThat(decision.winner().orElseThrow().source())
                .hasToString(strongest.speaker(kind) + (strongest == Speaker.MANDATE ? ": it is the law" : "") + ", "
                        + LINES.at("unsetting"));
        assertThat(claims(decision).subList(1, claims(decision).size()))
                .extracting(claim -> claim.substring(0, claim.indexOf(':')))
                .isEqualTo(layers(it, kind, weaker));
        if (it.entry().isEmpty()) {
            assertThat(planned.explain(it.setting()).toText())
                    .contains("is not set")
                    .contains("set    unset by " + strongest.speaker(kind));
        }
    }

    private static Stream<Arguments> indispensable() {
        return SettingCases.all().stream().filter(it -> !it.canBeUnset()).flatMap(it -> it.kinds().stream()
                .map(kind -> Arguments.of(it, kind)));
    }

    @ParameterizedTest(name = "{0} of {1}")
    @MethodSource("indispensable")
    void someSettingsCannotBeTakenAway(SettingCase<?> it, WorkloadKind kind) {
        Conversation taking = unset(Conversation.about(it, kind), Speaker.IN_TIER, it);

        List<Problem> problems = Shop.exception(taking.platform()).problems();

        assertThat(problems).extracting(Problem::message).containsExactly(it.unsetting());
        assertThat(problems.get(0).citations()).contains(new Problem.Citation("unset", LINES.at("unsetting")));
    }

    private static <T> Conversation say(SettingCase<T> it, WorkloadKind kind, Set<Speaker> speaking) {
        Conversation conversation = Conversation.about(it, kind);
        for (Speaker speaker : speaking) {
            T value = value(it, speaker, speaking);
            conversation.say(speaker, workload -> it.verb().accept(workload, value)); // (saying)
        }
        return conversation;
    }

    private static Conversation unset(Conversation conversation, Speaker speaker, SettingCase<?> it) {
        return conversation.say(speaker, workload -> workload.unset(it.setting(), it.entry())); // (unsetting)
    }

    /** The strongest says one thing, and everyone else another, but for those who must obey. */
    private static <T> T value(SettingCase<T> it, Speaker speaker, Set<Speaker> speaking) {
        boolean obeys = speaking.contains(Speaker.MANDATE) && speaker.isOwn();
        boolean isFirst = speaker == speaking.iterator().next();
        return isFirst || obeys || !it.hasTwoValues() ? it.first() : it.second();
    }

    private static List<String> claims(Decision<?> decision) {
        return Stream.concat(decision.winner().stream(), decision.losers().stream())
                .map(SettingLayersTest::text)
                .toList();
    }

    private static String text(Claim<?> claim) {
        return claim.source().layer() + ": " + claim.valueText() + " by "
                + claim.source().speaker();
    }

    private static <T> List<String> expected(SettingCase<T> it, WorkloadKind kind, Set<Speaker> speaking) {
        List<String> expected = new ArrayList<>();
        for (Speaker speaker : speaking) {
            expected.add(speaker.layer + ": " + value(it, speaker, speaking) + " by " + speaker.speaker(kind));
        }
        it.setting()
                .libraryDefault()
                .ifPresent(value -> expected.add(Layer.LIBRARY + ": " + value + " by library default"));
        return expected;
    }

    private static List<String> layers(SettingCase<?> it, WorkloadKind kind, Set<Speaker> speaking) {
        return speaking.isEmpty() && it.setting().libraryDefault().isEmpty()
                ? List.of()
                : expected(it, kind, speaking).stream()
                        .map(claim -> claim.substring(0, claim.indexOf(':')))
                        .toList();
    }
}
