package dev.idp.kubernetes.internal.condition;

import dev.idp.kubernetes.check.Container;
import dev.idp.kubernetes.internal.cel.Access;
import java.util.List;
import java.util.Optional;

/**
 * What a condition is asked of within an expression. Policies have the {@code variables} of pods and containers.
 *
 * @param self what it is called
 * @param isMap whether it is known to be a map
 * @param role of a container, in which list it stands
 * @param depth how many macros are around it
 */
public record Scope(String self, boolean isMap, Optional<Container.Role> role, int depth) {

    /** The whole object. */
    public static final Scope OBJECT = new Scope("object", true, Optional.empty(), 0);

    /** The pods of an object that makes some. */
    public static final Scope POD = new Scope("variables.podSpec", true, Optional.empty(), 0);

    /**
     * Returns what the object is called.
     *
     * @return its scope
     */
    public Scope object() {
        return at(OBJECT.self);
    }

    /**
     * Returns what the pods are called.
     *
     * @return their scope
     */
    public Scope pod() {
        return at(POD.self);
    }

    /**
     * Returns what the metadata of the pods is called.
     *
     * @return its scope
     */
    public Scope metadata() {
        return at("variables.podMetadata");
    }

    private Scope at(String other) {
        return new Scope(other, true, Optional.empty(), depth);
    }

    /** One container, which the variable stands for. */
    Scope container(String variable, Container.Role of) {
        return new Scope(variable, true, Optional.of(of), depth + 1);
    }

    /** One element of a list, or value of a map. */
    Scope element(String element) {
        return new Scope(element, false, Optional.empty(), depth + 1);
    }

    /** A name that means nothing else here. */
    String variable(String name) {
        return depth == 0 ? name : name + (depth + 1);
    }

    String value(List<String> names) {
        return Access.at(self, names);
    }
}
