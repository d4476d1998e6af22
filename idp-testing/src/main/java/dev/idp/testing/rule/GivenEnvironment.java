package dev.idp.testing.rule;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/** An environment that a rule relates to another one. */
public final class GivenEnvironment {

    private final String name;

    GivenEnvironment(String name) {
        this.name = Objects.requireNonNull(name, "the name of an environment is null");
    }

    /**
     * Demands that nothing is forbidden or ensured in the other environment alone. Of every workload that is in both: no fewer
     * copies at least, no probe, limit or request lost, no restriction lifted, no permission beyond those there, no more public
     * addresses whatever their hosts, no more callers. Of the environment: TLS, and what people may do by hand. A workload that
     * is in one of them alone is found as well, since nothing can be said of it.
     *
     * <pre>{@code
     * environment("prod").shouldBeAtLeastAsStrictAs("staging").because("...").check(plan); // passes if prod asks for more
     * }</pre>
     *
     * @param other the other environment's name
     * @return the relation, which still needs a reason
     */
    public StrictRelation shouldBeAtLeastAsStrictAs(String other) {
        return new StrictRelation(new EnvironmentPair(name, other, Set.of()), List.of());
    }

    /**
     * Demands that the environments are the same but for what is named. Their tiers, namespaces and domains may always differ.
     *
     * <pre>{@code
     * environment("prod").shouldOnlyDifferFrom("staging").in(REPLICAS, IMAGE).inHosts().because("...").check(plan);
     * }</pre>
     *
     * @param other the other environment's name
     * @return the relation, which still needs a reason
     */
    public DifferingRelation shouldOnlyDifferFrom(String other) {
        return new DifferingRelation(
                new EnvironmentPair(name, other, Set.of()), new Allowed(Set.of(), Set.of(), false));
    }
}
