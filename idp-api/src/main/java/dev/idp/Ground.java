package dev.idp;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What somebody else than the service says about services: the defaults and the mandates of a golden path, of an
 * environment or of the platform.
 */
public final class Ground {

    private final List<Statement<?>> defaults = new ArrayList<>();
    private final List<Statement<?>> mandates = new ArrayList<>();
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

    Mandates mandates(String because) {
        return new Mandates(mandates, requirements, Nulls.refuse(because, "the reason for mandates"));
    }

    /**
     * Returns the values that a service gets unless it says otherwise.
     *
     * @return in the order in which they were said
     */
    public List<Statement<?>> defaults() {
        return Collections.unmodifiableList(defaults);
    }

    /**
     * Returns the values that a service gets whatever it says.
     *
     * @return in the order in which they were said
     */
    public List<Statement<?>> mandates() {
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
