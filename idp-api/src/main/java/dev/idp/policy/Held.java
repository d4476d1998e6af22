package dev.idp.policy;

import dev.idp.Settings;
import dev.idp.explain.Decision;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.WorkloadPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A waiver where it is held, for {@link Verdict#of(java.util.Collection, java.util.Collection, java.time.LocalDate)}.
 *
 * @param environment the name of the environment
 * @param subject whose findings it waives, such as a service
 * @param id the id of the rule or mandate that it waives; with a slash and a name, that part of the subject alone
 * @param waiver the leave
 * @param isLifted whether it lifts a mandate, so that it is needed even if nothing is found
 * @param place who gave it, and where; empty if nobody knows
 * @param location where that is, for tools
 * @param trail the lines through which it was given: equal waivers of one line count as one
 */
public record Held(
        String environment,
        String subject,
        String id,
        Waiver waiver,
        boolean isLifted,
        Optional<String> place,
        Optional<Location> location,
        List<String> trail) {

    /**
     * Refuses null.
     *
     * @param environment the name of the environment
     * @param subject whose findings it waives
     * @param id the id of what it waives
     * @param waiver the leave
     * @param isLifted whether it lifts a mandate
     * @param place who gave it, and where
     * @param location where that is, for tools
     * @param trail the lines through which it was given
     */
    public Held {
        Objects.requireNonNull(environment, "the environment of a waiver is null");
        Objects.requireNonNull(subject, "the subject of a waiver is null");
        Objects.requireNonNull(id, "the id of a waiver is null");
        Objects.requireNonNull(waiver, "a waiver is null");
        trail = List.copyOf(trail);
    }

    /**
     * Returns the waivers that the services and jobs of an environment hold.
     *
     * @param environment the environment's plan
     * @return the waivers, workload by workload
     */
    public static List<Held> in(EnvironmentPlan environment) {
        List<Held> all = new ArrayList<>();
        for (WorkloadPlan workload : environment.workloads()) {
            workload.entries(Settings.WAIVER).forEach((id, waiver) -> all.add(of(id, waiver, workload, environment)));
        }
        return all;
    }

    private static Held of(String id, Decision<Waiver> waiver, WorkloadPlan workload, EnvironmentPlan environment) {
        return new Held(
                environment.name(),
                workload.name(),
                id,
                waiver.get(),
                workload.entries(Settings.WAIVED).containsKey(id),
                Finding.placeOf(waiver),
                Finding.locationOf(waiver),
                waiver.winner().map(claim -> claim.source().origin().trail()).orElse(List.of()));
    }
}
