package dev.idp.kubernetes.check;

import dev.idp.kubernetes.internal.render.Pointers;
import dev.idp.kubernetes.internal.tree.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A field of an object, there or not: rules walk from one to the next without asking at each step, and what they find cites
 * where they are.
 *
 * <pre>{@code
 * pod.spec().at("securityContext", "runAsNonRoot").isTrue()
 * }</pre>
 */
public final class Field implements HasFields {

    private final ManifestObject object;
    private final @Nullable Field parent;
    private final String name;
    private final @Nullable Tree tree;

    private Field(ManifestObject object, @Nullable Field parent, String name, @Nullable Tree tree) {
        this.object = object;
        this.parent = parent;
        this.name = name;
        this.tree = tree;
    }

    static Field root(ManifestObject object, Tree tree) {
        return new Field(object, null, "", tree);
    }

    /**
     * Returns the object that it is in.
     *
     * @return the object
     */
    public ManifestObject object() {
        return object;
    }

    /**
     * Returns where in the object it is.
     *
     * @return a JSON pointer (RFC 6901); empty for the object itself
     */
    public String pointer() {
        return parent == null ? "" : parent.pointer() + "/" + Pointers.escape(name);
    }

    /**
     * Returns what it is called.
     *
     * @return the name in its map, or the index in its list; empty for the object itself
     */
    public String name() {
        return name;
    }

    /**
     * Returns the line that it starts on, or, for a field that is not there, that of the nearest thing around it.
     *
     * @return the line in the object's file, from 1; 0 if it is in no file
     */
    public int line() {
        if (tree != null) {
            return tree.line();
        }
        return parent == null ? 0 : parent.line();
    }

    /**
     * Tells whether something stands there.
     *
     * @return false if nothing does, and for null, which Kubernetes takes for nothing
     */
    public boolean isPresent() {
        return tree != null && !(tree instanceof Tree.Scalar scalar && scalar.value() == null);
    }

    /**
     * Tells whether it is a map.
     *
     * @return true for a map, an empty one too
     */
    public boolean isMap() {
        return tree instanceof Tree.Fields;
    }

    /**
     * Tells whether it is a list.
     *
     * @return true for a list, an empty one too
     */
    public boolean isList() {
        return tree instanceof Tree.Elements;
    }

    /**
     * Returns a field of this map.
     *
     * @param field its name
     * @return the field; one that is not there if this is no map, or has none of that name
     */
    public Field get(String field) {
        return new Field(
                object,
                this,
                field,
                tree instanceof Tree.Fields map ? map.fields().get(field) : null);
    }

    /**
     * Returns what several names lead to.
     *
     * @param names the name of a field of this map, the name of a field of that, and so on
     * @return the field, there or not
     */
    @Override
    public Field at(String... names) {
        Field at = this;
        for (String next : names) {
            at = at.get(next);
        }
        return at;
    }

    /**
     * Returns the elements of this list.
     *
     * @return none if it is no list
     */
    public List<Field> items() {
        if (!(tree instanceof Tree.Elements list)) {
            return List.of();
        }
        List<Field> items = new ArrayList<>(list.elements().size());
        for (Tree element : list.elements()) {
            items.add(new Field(object, this, Integer.toString(items.size()), element));
        }
        return items;
    }

    /**
     * Returns the fields of this map.
     *
     * @return by their names, in the order in which they are written; none if it is no map
     */
    public Map<String, Field> entries() {
        if (!(tree instanceof Tree.Fields map)) {
            return Map.of();
        }
        Map<String, Field> entries = new LinkedHashMap<>();
        map.fields().forEach((key, value) -> entries.put(key, new Field(object, this, key, value)));
        return entries;
    }

    /**
     * Returns its text.
     *
     * @return empty if it is no text: what is written like a number is none, unless it is quoted
     */
    public Optional<String> text() {
        return value(String.class);
    }

    /**
     * Returns its whole number.
     *
     * @return empty if it is none
     */
    public Optional<Long> number() {
        return value(Long.class);
    }

    /**
     * Returns whether it holds.
     *
     * @return empty if it is neither true nor false
     */
    public Optional<Boolean> bool() {
        return value(Boolean.class);
    }

    /**
     * Tells whether it is true.
     *
     * @return false if it is not there, or is anything else
     */
    public boolean isTrue() {
        return bool().orElse(false);
    }

    /**
     * Tells whether it is false.
     *
     * @return false if it is not there, or is anything else
     */
    public boolean isFalse() {
        return !bool().orElse(true);
    }

    /**
     * Returns a scalar of any kind, as it would be written.
     *
     * @return empty for maps, lists and null
     */
    public Optional<String> scalar() {
        return tree instanceof Tree.Scalar scalar
                ? Optional.ofNullable(scalar.value()).map(Object::toString)
                : Optional.empty();
    }

    /**
     * Returns it as Java has it: a map, a list, a text, a boolean, a {@link Long}, a {@link java.math.BigInteger} or a
     * {@link Double}.
     *
     * @return empty if nothing stands there
     */
    public Optional<Object> value() {
        return Optional.ofNullable(tree == null ? null : tree.plain());
    }

    private <T> Optional<T> value(Class<T> type) {
        return tree instanceof Tree.Scalar scalar && type.isInstance(scalar.value())
                ? Optional.of(type.cast(scalar.value()))
                : Optional.empty();
    }

    /** Returns the object and the pointer. */
    @Override
    public String toString() {
        return object.reference() + " " + pointer();
    }
}
