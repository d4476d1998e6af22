package dev.idp;

/** What the copies of a service are to each other. */
public enum ServiceKind {
    /** Any copy can take the place of any other. */
    STATELESS,
    /** Each copy has a name of its own that it keeps, and may have storage of its own. */
    STATEFUL,
    /** One copy on every machine, an agent. */
    PER_NODE;

    /** Returns the name as people say it. */
    @Override
    public String toString() {
        return switch (this) {
            case STATELESS -> "stateless";
            case STATEFUL -> "stateful";
            case PER_NODE -> "on every node";
        };
    }
}
