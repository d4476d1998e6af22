package dev.idp.testing;

import dev.idp.Setting;
import dev.idp.explain.Decision;
import dev.idp.plan.Change;
import dev.idp.plan.Comparison;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Assertions on what two plans decide differently. */
public final class ComparisonAssert extends IntentAssert<ComparisonAssert, Comparison> {

    ComparisonAssert(Comparison actual, Complaints complaints) {
        super(actual, true, complaints, ComparisonAssert.class);
    }

    /**
     * Passes if both plans decide the same.
     *
     * <pre>{@code
     * assertThat(Comparison.of(released, plan)).findsNoDifference(); // passes if nothing was decided otherwise
     * assertThat(Comparison.of(released, plan)).findsNoDifference(); // else fails with each change and its line
     * }</pre>
     *
     * @return this
     */
    public ComparisonAssert findsNoDifference() {
        return fact(comparison -> complaint("the same decisions", lines(comparison, change -> true, call -> true)));
    }

    /**
     * Passes if nothing is decided differently for other services and jobs than these.
     *
     * <pre>{@code
     * assertThat(comparison).changesOnlyWorkloads("orders"); // passes if orders alone is another
     * assertThat(comparison).changesOnlyWorkloads();         // fails, and lists what changes
     * }</pre>
     *
     * @param names the names of services and jobs, which need not change
     * @return this
     */
    public ComparisonAssert changesOnlyWorkloads(String... names) {
        Set<String> expected = new TreeSet<>(Arrays.asList(names));
        return fact(comparison -> complaint(
                "no other workloads than " + expected + " to change",
                lines(
                        comparison,
                        change -> change.workload()
                                .filter(name -> !expected.contains(name))
                                .isPresent(),
                        call -> !expected.contains(call.edge().from()))));
    }

    /**
     * Passes if services and jobs differ in nothing but some settings.
     *
     * <pre>{@code
     * assertThat(comparison).changesOnly(Settings.IMAGE); // passes if there are other images, and nothing else
     * assertThat(comparison).changesOnly(Settings.ENV);   // fails, and lists what else changes
     * }</pre>
     *
     * @param settings the settings that may change
     * @return this
     */
    public ComparisonAssert changesOnly(Setting<?>... settings) {
        Set<String> expected = Arrays.stream(settings).map(Setting::id).collect(Collectors.toCollection(TreeSet::new));
        return fact(comparison -> complaint(
                "only " + expected + " to change",
                lines(
                        comparison,
                        change -> !isAbout(expected, change),
                        call -> !isSaidBy(expected, call, comparison))));
    }

    private static boolean isAbout(Set<String> settings, Change change) {
        String[] path = change.subject().split("/", 4);
        return change.workload().isPresent() && path.length > 2 && settings.contains(path[2]);
    }

    /** Plans that were saved do not know what a call was said by: then it goes with what else changes of the caller. */
    private static boolean isSaidBy(Set<String> settings, Comparison.Call call, Comparison comparison) {
        List<String> subjects = call.edge().because().isEmpty()
                ? comparison.changes().stream()
                        .filter(change -> change.environment().equals(call.environment())
                                && change.workload()
                                        .equals(Optional.of(call.edge().from())))
                        .map(Change::subject)
                        .toList()
                : call.edge().because().stream().map(Decision::subject).toList();
        return subjects.stream()
                .map(subject -> subject.split("/", 4))
                .anyMatch(path -> path.length > 2 && settings.contains(path[2]));
    }

    private static List<String> lines(
            Comparison comparison, Predicate<Change> which, Predicate<Comparison.Call> whichCalls) {
        List<String> lines = new ArrayList<>();
        comparison.changes().stream().filter(which).forEach(change -> lines.add(change.toString()));
        comparison.addedCalls().stream().filter(whichCalls).forEach(call -> lines.add(call + " is new" + by(call)));
        comparison.removedCalls().stream().filter(whichCalls).forEach(call -> lines.add(call + " is gone" + by(call)));
        return lines;
    }

    private static String by(Comparison.Call call) {
        return call.edge().because().stream().findFirst().map(Said::by).orElse("");
    }

    private static Optional<String> complaint(String expected, List<String> lines) {
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of("Expected " + expected + ", but there "
                        + (lines.size() == 1 ? "is 1 change:" : "are " + lines.size() + " changes:")
                        + lines.stream().map(line -> "\n  " + line).collect(Collectors.joining()));
    }
}
