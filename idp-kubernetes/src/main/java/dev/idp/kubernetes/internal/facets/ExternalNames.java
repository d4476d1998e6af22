package dev.idp.kubernetes.internal.facets;

import dev.idp.EnvironmentSettings;
import dev.idp.explain.Decision;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.spi.Extension;
import java.util.Optional;

/** That external services are found by their names within the cluster. */
public final class ExternalNames extends Extension {

    /**
     * Creates the extension.
     *
     * @param backend the id of the backend
     * @param id its own id
     */
    public ExternalNames(String backend, String id) {
        super(backend, id);
    }

    @Override
    public boolean isEdit() {
        return false;
    }

    /**
     * Finds out whether external services are found by name in an environment.
     *
     * @param environment the environment
     * @return who said so; empty if nobody did
     */
    public static Optional<Decision<Extension>> of(EnvironmentPlan environment) {
        return environment.decisions().entries(EnvironmentSettings.EXTENSION).values().stream()
                .filter(extension -> extension.get() instanceof ExternalNames)
                .findFirst();
    }

    /** Returns {@code external names}. */
    @Override
    public String toString() {
        return "external names";
    }
}
