package dev.idp;

import dev.idp.explain.Origin;
import java.util.List;

/** A workload as it was declared: a {@link Service} or a {@link Job}. */
public sealed interface Workload permits Service, Job {

    /**
     * Returns the name.
     *
     * @return a DNS label, unique among the workloads of a platform
     */
    String name();

    /**
     * Returns what the workload is for.
     *
     * @return the kind
     */
    WorkloadKind kind();

    /**
     * Returns everything that was said, the environments and tiers of it included.
     *
     * @return in the order in which it was said
     */
    List<Statement<?>> statements();

    /**
     * Returns where the workload was declared.
     *
     * @return the line
     */
    Origin origin();

    /**
     * Returns the golden paths that were named; more than one is an error that planning reports.
     *
     * @return statements about golden paths
     */
    default List<Statement<GoldenPath>> paths() {
        return about(Settings.PATH);
    }

    /**
     * Returns the restrictions to certain environments; more than one is an error that planning reports.
     *
     * @return statements of names of environments; none if the workload is everywhere
     */
    default List<Statement<List<String>>> onlyIn() {
        return about(Settings.ONLY_IN);
    }

    @SuppressWarnings("unchecked") // A statement's value has the type of its setting.
    private <T> List<Statement<T>> about(Setting<T> setting) {
        return statements().stream()
                .filter(statement -> statement.setting().equals(setting))
                .map(statement -> (Statement<T>) statement)
                .toList();
    }
}
