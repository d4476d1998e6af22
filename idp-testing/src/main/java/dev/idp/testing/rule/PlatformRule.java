package dev.idp.testing.rule;

import dev.idp.plan.Plan;
import dev.idp.policy.Severity;
import java.time.LocalDate;

/**
 * A rule on what a platform means, which tests hold it to. Its id is made from its sentence until it is named; those who waive
 * it or freeze it name it, so that the sentence may change.
 */
public abstract sealed class PlatformRule permits WorkloadRule, EnvironmentRule {

    private final Words words;

    PlatformRule(Words words) {
        this.words = words;
    }

    /**
     * Names the rule, for {@linkplain dev.idp.WorkloadSettings#waives waivers}, reports and {@link FrozenStore}.
     *
     * @param id in lower case with dashes
     * @return the same rule of that name
     */
    public abstract PlatformRule as(String id);

    /**
     * Says how much the rule matters in a policy; without it, its findings are {@linkplain Severity#WARNING warnings}. A test
     * fails however little it matters.
     *
     * @param severity the severity of its findings
     * @return the same rule of that severity
     */
    public abstract PlatformRule severity(Severity severity);

    /**
     * Says what to do about violations, instead of what the words of the rule suggest.
     *
     * @param what one clause
     * @return the same rule with that remedy
     */
    public abstract PlatformRule fix(String what);

    abstract Examination examine(Plan plan);

    /**
     * Passes if a platform keeps the rule, all waivers set aside: no day is known here on which they could be judged, and one
     * that is over must not hold forever.
     *
     * @param plan the platform's plan
     * @throws AssertionError if it does not, or if there is nothing that the rule is about
     */
    public void check(Plan plan) {
        examine(plan).requireKept(plan.environments());
    }

    /**
     * Passes if a platform keeps the rule but for what is waived. A waiver of the rule that is over or that nothing needs
     * fails as well.
     *
     * <pre>{@code
     * PUBLIC_IS_PROBED.check(plan, LocalDate.now()); // passes if those without a probe have waivers for today
     * PUBLIC_IS_PROBED.check(plan, LocalDate.MAX);   // fails, and says which waivers are over
     * }</pre>
     *
     * @param plan the platform's plan
     * @param today the day on which waivers are judged
     * @throws AssertionError if it does not, or if there is nothing that the rule is about
     */
    public void check(Plan plan, LocalDate today) {
        examine(plan).requireKept(plan.environments(), today);
    }

    /**
     * Tolerates what is known to violate the rule, and nothing else.
     *
     * @param store where it is known
     * @return what tests hold a platform to instead
     * @throws IllegalStateException if the rule is not {@linkplain #as named}
     */
    public Frozen frozenIn(FrozenStore store) {
        return store.freeze(this);
    }

    /**
     * Returns the rule's id.
     *
     * @return what it was named, or its sentence with dashes
     */
    public String id() {
        return words.id(sentence());
    }

    abstract String sentence();

    final Words words() {
        return words;
    }

    /** Returns the sentence and the reason. */
    @Override
    public String toString() {
        return sentence() + ", because " + words.because();
    }
}
