package dev.idp.policy;

import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.Plan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is left of findings once waivers have been heard.
 *
 * <p>A finding at a workload is waived by the {@linkplain dev.idp.WorkloadSettings#waives waiver} of that workload with
 * the rule's id, up to and including its last day; one of the id, a slash and the name of a container waives what was found
 * at that container alone. Waivers themselves are judged as well, and what is found about them
 * cannot be waived:
 *
 * <ul>
 *   <li>{@code waiver-expired}, an error: its last day is over. A waiver of a mandate is found here alone, since planning
 *       knows no date and went through with it.
 *   <li>{@code waiver-unused}, a warning: no finding and no lifted mandate needs it. Where several workloads have it from
 *       one line, such as a default of their golden path, one of them needing it is enough. A plan that was read back
 *       knows no lines; there, equal waivers count as one.
 * </ul>
 *
 * <p>Equal findings on an equal plan give an equal verdict, in whatever order they come.
 */
public final class Verdict {

    private final List<Finding> open;
    private final List<Waived> waived;

    private Verdict(List<Finding> open, List<Waived> waived) {
        this.open = open;
        this.waived = waived;
    }

    /**
     * A finding, and the leave to let it be.
     *
     * @param finding what was found
     * @param waiver why it may stay, and for how long
     */
    public record Waived(Finding finding, Waiver waiver) {

        /** Returns the finding and the waiver in one line. */
        @Override
        public String toString() {
            return finding + "; waived " + waiver;
        }
    }

    /**
     * Judges findings on a whole platform.
     *
     * @param plan the plan
     * @param findings what any rules found, all of it: a waiver that none of it needs is found to be unused
     * @param today the day on which waivers are judged
     * @return the verdict
     */
    public static Verdict of(Plan plan, Collection<Finding> findings, LocalDate today) {
        return of(plan.environments(), findings, today);
    }

    /**
     * Judges findings on one environment.
     *
     * @param environment the environment's plan
     * @param findings what any rules found, all of it: a waiver that none of it needs is found to be unused
     * @param today the day on which waivers are judged
     * @return the verdict
     */
    public static Verdict of(EnvironmentPlan environment, Collection<Finding> findings, LocalDate today) {
        return of(List.of(environment), findings, today);
    }

    /**
     * Judges findings on a whole platform and on what was made of it.
     *
     * @param plan the plan
     * @param more waivers that are held elsewhere than by the services and jobs of the plan
     * @param findings what any rules found, all of it
     * @param today the day on which waivers are judged
     * @return the verdict
     */
    public static Verdict of(Plan plan, Collection<Held> more, Collection<Finding> findings, LocalDate today) {
        return of(plan.environments(), more, findings, today);
    }

    private static Verdict of(List<EnvironmentPlan> environments, Collection<Finding> findings, LocalDate today) {
        return of(environments, List.of(), findings, today);
    }

    private static Verdict of(
            List<EnvironmentPlan> environments, Collection<Held> more, Collection<Finding> findings, LocalDate today) {
        Stream<Held> planned = environments.stream().flatMap(environment -> Held.in(environment).stream());
        return of(
                Stream.concat(planned, more.stream()).toList(),
                findings,
                today,
                environments.stream().map(EnvironmentPlan::name).toList());
    }

    /**
     * Judges findings on what no plan was made of, such as files that somebody else wrote.
     *
     * @param waivers the waivers, wherever they are held
     * @param findings what any rules found, all of it
     * @param today the day on which waivers are judged
     * @return the verdict, by the names of environments
     */
    public static Verdict of(Collection<Held> waivers, Collection<Finding> findings, LocalDate today) {
        return of(waivers, findings, today, List.of());
    }

    private static Verdict of(
            Collection<Held> held, Collection<Finding> findings, LocalDate today, List<String> environments) {
        Objects.requireNonNull(today, "the day of a verdict is null");
        WaiverRules waivers = new WaiverRules(held, findings, today);
        List<Finding> open = new ArrayList<>();
        List<Waived> waived = new ArrayList<>();
        for (Finding finding : List.copyOf(findings)) {
            waivers.inForce(finding)
                    .ifPresentOrElse(waiver -> waived.add(new Waived(finding, waiver)), () -> open.add(finding));
        }
        open.addAll(waivers.findings());
        Comparator<Finding> order = order(environments);
        return new Verdict(
                open.stream().distinct().sorted(order).toList(),
                waived.stream()
                        .distinct()
                        .sorted(Comparator.comparing(Waived::finding, order))
                        .toList());
    }

    private static Comparator<Finding> order(List<String> names) {
        return Comparator.<Finding>comparingInt(finding -> names.indexOf(finding.environment()))
                .thenComparing(Finding::environment)
                .thenComparing(Finding::severity, Comparator.reverseOrder())
                .thenComparing(Finding::rule)
                .thenComparing(Finding::subject)
                .thenComparing(Finding::part)
                .thenComparing(Finding::message)
                .thenComparing(Finding::fix)
                .thenComparing(finding -> finding.place().orElse(""));
    }

    /**
     * Returns what was found and is not waived.
     *
     * @return by environment, the gravest first, then by rule and subject
     */
    public List<Finding> open() {
        return open;
    }

    /**
     * Returns what was found, is not waived, and matters enough.
     *
     * @param least how much it must matter at least
     * @return in the order of {@link #open()}
     */
    public List<Finding> open(Severity least) {
        return open.stream()
                .filter(finding -> finding.severity().compareTo(least) >= 0)
                .toList();
    }

    /**
     * Returns what was found and is waived.
     *
     * @return in the order of {@link #open()}
     */
    public List<Waived> waived() {
        return waived;
    }

    /**
     * Tells whether nothing is open.
     *
     * @return false if there is any finding that nobody waives, however little it matters
     */
    public boolean isClean() {
        return open.isEmpty();
    }

    /**
     * Returns the greatest severity.
     *
     * @return that of what is open; empty if nothing is
     */
    public Optional<Severity> worst() {
        return open.stream().map(Finding::severity).max(Comparator.naturalOrder());
    }

    /**
     * Returns what of it is about one environment.
     *
     * @param environment the environment's name
     * @return the verdict on it
     */
    public Verdict in(String environment) {
        return new Verdict(
                open.stream()
                        .filter(finding -> finding.environment().equals(environment))
                        .toList(),
                waived.stream()
                        .filter(pair -> pair.finding().environment().equals(environment))
                        .toList());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Verdict that && open.equals(that.open) && waived.equals(that.waived);
    }

    @Override
    public int hashCode() {
        return Objects.hash(open, waived);
    }

    /** Returns what is open, one line each, and a last line like {@code 1 finding, 2 waived}. */
    @Override
    public String toString() {
        String count = open.size()
                + (open.size() == 1 ? " finding" : " findings")
                + (waived.isEmpty() ? "" : ", " + waived.size() + " waived");
        return Stream.concat(open.stream().map(Finding::toString), Stream.of(count))
                .collect(Collectors.joining("\n"));
    }
}
