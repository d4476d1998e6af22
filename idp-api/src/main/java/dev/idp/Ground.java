package dev.idp;

import dev.idp.explain.Origin;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody else than a workload says about workloads: the defaults and the mandates of a golden path, of an
 * environment or of the platform.
 */
public final class Ground {

    private final List<Statement<?>> defaults = new ArrayList<>();
    private final List<Mandate<?>> mandates = new ArrayList<>();
    private final List<Requirement<?>> requirements = new ArrayList<>();

    Ground() {}

    /** What is said later to the builder that this came from does not change what it built. */
    Ground copy() {
        Ground copy = new Ground();
        copy.defaults.addAll(defaults);
        copy.mandates.addAll(mandates);
        copy.requirements.addAll(requirements);
        return copy;
    }

    Statements defaults(String because) {
        return new Statements(defaults, Scope.EVERYWHERE, Nulls.refuse(because, "the reason for defaults"));
    }

    JobStatements jobDefaults(String because) {
        return new JobStatements(defaults, Scope.EVERYWHERE, Nulls.refuse(because, "the reason for defaults"));
    }

    Mandates mandates(String id, String because) {
        return new Mandates(demands(id, because));
    }

    JobMandates jobMandates(String id, String because) {
        return new JobMandates(demands(id, because));
    }

    private Demands demands(String id, String because) {
        return new Demands(Nulls.refuse(id, "the id of mandates"), Nulls.refuse(because, "the reason for mandates"));
    }

    /** Takes the mandates of one block, which share an id and a reason. */
    final class Demands {

        private final String id;
        private final String reason;

        Demands(String id, String reason) {
            this.id = id;
            this.reason = reason;
        }

        <T> void fix(Setting<T> setting, String entry, @Nullable T value) {
            mandates.add(new Mandate<>(
                    id, new Statement<>(setting, entry, value, Scope.EVERYWHERE, reason, Origin.capture())));
        }

        <T> void bound(Setting<T> setting, Bound<T> bound) {
            requirements.add(new Requirement<>(
                    id,
                    Nulls.refuse(setting, "a setting"),
                    Nulls.refuse(bound, "the bound of " + setting),
                    reason,
                    Origin.capture()));
        }
    }

    /**
     * Returns the values that a workload gets unless it says otherwise.
     *
     * @return in the order in which they were said
     */
    public List<Statement<?>> defaults() {
        return Collections.unmodifiableList(defaults);
    }

    /**
     * Returns the values that a workload gets whatever it says.
     *
     * @return in the order in which they were said
     */
    public List<Mandate<?>> mandates() {
        return Collections.unmodifiableList(mandates);
    }

    /**
     * Returns the bounds within which values must stay.
     *
     * @return in the order in which they were said
     */
    public List<Requirement<?>> requirements() {
        return Collections.unmodifiableList(requirements);
    }
}
