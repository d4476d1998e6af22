package dev.idp.testing.generate;

/**
 * One thing that one workload of a made-up platform says otherwise in one environment.
 *
 * @param environment the name of the only environment in which anything is different
 * @param workload the name of the only workload that says anything else
 * @param subject what it says, as plans call it: {@code services/s0/label/mutated}; empty if it calls somebody
 * @param statement how it says it: {@code label("mutated", "yes")}
 */
public record Mutation(String environment, String workload, String subject, String statement) {

    /** Returns for example {@code s0 says label("mutated", "yes") in e0}. */
    @Override
    public String toString() {
        return workload + " says " + statement + " in " + environment;
    }
}
