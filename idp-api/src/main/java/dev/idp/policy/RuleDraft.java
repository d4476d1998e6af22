package dev.idp.policy;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * A rule that lacks its demand, which {@link #must} or {@link #check} adds.
 *
 * @param <T> what the whole rule looks at
 * @param <W> what it looks at, one after the other
 * @param <F> what takes its findings
 */
public final class RuleDraft<T, W, F> {

    private final Selection<T, W, F> selection;
    private final RuleCard card;

    private RuleDraft(Selection<T, W, F> selection, RuleCard card) {
        this.selection = selection;
        this.card = card;
    }

    /**
     * Starts a rule on something that this library knows no rules on, such as the objects of a backend.
     *
     * @param <T> what the whole rule looks at
     * @param <W> what it looks at, one after the other
     * @param <F> what takes its findings
     * @param id the rule's name, in lower case with dashes
     * @param selection what to look at
     * @return what must be said first: why
     */
    public static <T, W, F> Named<T, W, F> named(String id, Selection<T, W, F> selection) {
        Objects.requireNonNull(id, "the id of a rule is null");
        Objects.requireNonNull(selection, "what rule " + id + " looks at is null");
        return reason -> new RuleDraft<>(
                selection,
                new RuleCard(
                        id,
                        Objects.requireNonNull(reason, "the reason of rule " + id + " is null"),
                        Severity.WARNING,
                        "",
                        Optional.empty()));
    }

    /**
     * Why the rule exists, the one thing that it cannot do without.
     *
     * @param <T> what it looks at
     * @param <W> what it looks at it within
     * @param <F> what takes its findings
     */
    @FunctionalInterface
    public interface Named<T, W, F> {

        /**
         * Says why the rule exists.
         *
         * @param reason one clause
         * @return the rest; its findings are warnings until something else is said
         */
        RuleDraft<T, W, F> because(String reason);
    }

    /**
     * Says how much the rule matters at most. Without it, its findings are {@linkplain Severity#WARNING warnings}: most
     * things that can be found should be mended, and do not stand in the way of using the platform.
     *
     * @param greatest the severity of all findings that do not say a lesser one
     * @return a draft of the same rule
     */
    public RuleDraft<T, W, F> severity(Severity greatest) {
        Objects.requireNonNull(greatest, "the severity of a rule is null");
        return new RuleDraft<>(selection, new RuleCard(card.id(), card.because(), greatest, card.fix(), card.link()));
    }

    /**
     * Says what to do about findings.
     *
     * @param what one clause
     * @return a draft of the same rule
     */
    public RuleDraft<T, W, F> fix(String what) {
        Objects.requireNonNull(what, "the fix of a rule is null");
        return new RuleDraft<>(selection, new RuleCard(card.id(), card.because(), card.severity(), what, card.link()));
    }

    /**
     * Says where one can read more.
     *
     * @param url the URL of what the rule is taken from
     * @return a draft of the same rule
     */
    public RuleDraft<T, W, F> link(String url) {
        return new RuleDraft<>(
                selection, new RuleCard(card.id(), card.because(), card.severity(), card.fix(), Optional.of(url)));
    }

    /**
     * Demands something that holds or does not hold.
     *
     * @param demand true for what is as it must be
     * @param otherwise what to say of what is not, in one clause
     * @return the rule, which may be given {@linkplain DemandRule#and more demands}; its findings cite the line that declared
     *     what they are about
     */
    public DemandRule<T, W> must(Predicate<? super W> demand, String otherwise) {
        return new DemandingRule<>(card, selection, List.of(new Demand<>(demand, otherwise)));
    }

    /**
     * Looks for as much as there is to find, and cites the line that each finding comes from.
     *
     * @param check adds what it finds
     * @return the rule; what its code throws becomes a finding as well
     */
    public Rule<T> check(BiConsumer<? super W, ? super F> check) {
        return new SelectiveRule<>(card, selection, Objects.requireNonNull(check, "the check of a rule is null"));
    }
}
