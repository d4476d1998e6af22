package dev.idp.testing.part;

import dev.idp.Tier;
import dev.idp.explain.Origin;
import dev.idp.plan.EnvironmentPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** Takes what a {@link PartContract} expects. */
public final class Demands {

    private final List<Demand> demands;
    private final List<Tier> tiers;

    Demands() {
        this(new ArrayList<>(), List.of());
    }

    private Demands(List<Demand> demands, List<Tier> tiers) {
        this.demands = demands;
        this.tiers = tiers;
    }

    /**
     * Goes on with what is expected in some tiers only. If a platform takes the part and has no environment of them, the
     * contract fails, as nothing shows that it is kept.
     *
     * @param tiers the tiers
     * @return takes further expectations
     */
    public Demands in(Tier... tiers) {
        return new Demands(demands, List.of(tiers));
    }

    /**
     * Adds something that is expected wherever the part runs.
     *
     * @param what in a clause, such as {@code orders lets payments through}
     * @param because why the part needs it
     * @param check throws if it is not so; {@link dev.idp.testing.PlatformAssertions} say why and where
     * @return this
     */
    public Demands expect(String what, String because, Consumer<EnvironmentPlan> check) {
        demands.add(new Demand(
                Objects.requireNonNull(what, "what is expected is null"),
                Objects.requireNonNull(because, "the reason of an expectation is null"),
                tiers,
                Objects.requireNonNull(check, "the check of an expectation is null"),
                Origin.capture()));
        return this;
    }

    List<Demand> all() {
        return List.copyOf(demands);
    }
}
