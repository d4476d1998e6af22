package dev.idp.testing.rule;

import dev.idp.Setting;
import dev.idp.Tier;
import dev.idp.plan.WorkloadPlan;

/**
 * The words to choose services and jobs with.
 *
 * <p>It is not meant to be implemented by others.
 *
 * @param <W> what the rule looks at, such as {@link dev.idp.plan.ServicePlan}
 * @param <T> the words to choose with
 * @param <S> the words to demand with
 */
public interface That<W extends WorkloadPlan, T, S> {

    /**
     * Chooses those that have a trait.
     *
     * @param trait the trait, as {@link PlatformRules#are} makes it
     * @return what is chosen
     */
    Chosen<W, T, S> satisfy(Trait<? super W> trait);

    /**
     * Chooses those of some names.
     *
     * @param names the names
     * @return what is chosen
     */
    default Chosen<W, T, S> areNamed(String... names) {
        return satisfy(Traits.named(names));
    }

    /**
     * Chooses those whose whole name matches.
     *
     * @param pattern a regular expression
     * @return what is chosen
     */
    default Chosen<W, T, S> haveNameMatching(String pattern) {
        return satisfy(Traits.nameMatching(pattern));
    }

    /**
     * Chooses those of a team.
     *
     * @param team the team's name
     * @return what is chosen
     */
    default Chosen<W, T, S> areOwnedBy(String team) {
        return satisfy(Traits.ownedBy(team));
    }

    /**
     * Chooses those in environments of a tier.
     *
     * @param tier the tier
     * @return what is chosen
     */
    default Chosen<W, T, S> areInTier(Tier tier) {
        return satisfy(Traits.inTier(tier));
    }

    /**
     * Chooses those in some environments.
     *
     * @param environments the environments' names
     * @return what is chosen
     */
    default Chosen<W, T, S> areIn(String... environments) {
        return satisfy(Traits.in(environments));
    }

    /**
     * Chooses those that call something.
     *
     * @param name a service or an external service
     * @return what is chosen
     */
    default Chosen<W, T, S> call(String name) {
        return satisfy(Traits.calling(name));
    }

    /**
     * Chooses those that read any secret.
     *
     * @return what is chosen
     */
    default Chosen<W, T, S> readSecrets() {
        return satisfy(Traits.readingSecrets());
    }

    /**
     * Chooses those of which a setting is decided.
     *
     * @param setting the setting; if it has entries, at least one must be there
     * @return what is chosen
     */
    default Chosen<W, T, S> have(Setting<?> setting) {
        return satisfy(Traits.having(setting));
    }

    /**
     * Chooses those that have an entry.
     *
     * @param setting a setting with entries, such as {@link dev.idp.Settings#LABEL}
     * @param entry the entry's name
     * @return what is chosen
     */
    default Chosen<W, T, S> haveEntry(Setting<?> setting, String entry) {
        return satisfy(Traits.havingEntry(setting, entry));
    }
}
