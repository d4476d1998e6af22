package dev.idp.kubernetes.internal.ready;

import dev.idp.kubernetes.apply.Readiness.Status;
import dev.idp.kubernetes.internal.tree.Tree;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What is judged, and by what measure.
 *
 * @param object the object
 * @param conditions what it says of itself, in its own order
 * @param now the present time
 * @param parts in what judging differs from kstatus
 */
record Subject(Value object, List<Condition> conditions, Instant now, Set<Part> parts) {

    static Subject of(Tree tree, Instant now, Set<Part> parts) {
        Value object = new Value(tree);
        return new Subject(object, Condition.of(object), now, parts);
    }

    boolean by(Part part) {
        return parts.contains(part);
    }

    Value spec(String... names) {
        return object.at("spec").at(names);
    }

    Value status(String... names) {
        return object.at("status").at(names);
    }

    long count(String field) {
        return status(field).number(0);
    }

    Optional<Condition> condition(String type) {
        return conditions.stream().filter(condition -> condition.is(type)).findFirst();
    }

    boolean isTrue(String type) {
        return conditions.stream().anyMatch(condition -> condition.is(type) && condition.isTrue());
    }

    OptionalLong generation() {
        return object.at("metadata", "generation").generation();
    }

    /** Tells whether a condition is of another generation than the object is now. */
    boolean isOutdated(Condition condition) {
        OptionalLong generation = generation();
        return generation.isPresent()
                && condition.generation().isPresent()
                && condition.generation().getAsLong() < generation.getAsLong();
    }

    Status outdated(Condition condition) {
        return Status.inProgress(
                "LatestGenerationNotObserved",
                "the condition " + condition.type() + " is of generation "
                        + condition.generation().orElse(0) + ", and the object of "
                        + generation().orElse(0));
    }
}
