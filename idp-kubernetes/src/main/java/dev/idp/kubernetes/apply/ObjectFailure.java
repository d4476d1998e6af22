package dev.idp.kubernetes.apply;

import java.util.List;

/** Thrown where one object cannot be applied; the others can. */
final class ObjectFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String why;
    private final transient List<Conflict> conflicts;

    ObjectFailure(String message) {
        this(message, List.of());
    }

    ObjectFailure(String message, List<Conflict> conflicts) {
        super(message, null, false, false);
        this.why = message;
        this.conflicts = conflicts;
    }

    String why() {
        return why;
    }

    List<Conflict> conflicts() {
        return conflicts;
    }
}
