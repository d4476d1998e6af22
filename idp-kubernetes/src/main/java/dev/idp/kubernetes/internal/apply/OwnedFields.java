package dev.idp.kubernetes.internal.apply;

import dev.idp.kubernetes.internal.tree.ApiVersions;
import dev.idp.kubernetes.internal.tree.JsonTrees;
import dev.idp.kubernetes.internal.tree.Tree;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells from what a server says of an object, without asking it again, that applying something would change nothing: whoever
 * applied last owns just these fields, and they still hold these values.
 *
 * <p>Whoever else sets a field to another value takes it over, and it is gone from the entry of the one who applied it. So
 * the entry proves that nobody did. Where the proof fails nothing is known, and a dry run answers.
 *
 * @see <a href="https://github.com/kubernetes-sigs/structured-merge-diff">how the entries are written</a>: {@code f:} before the
 *     name of a field, {@code k:} before the keys of an element, {@code v:} before an element of a set, nothing below what is
 *     owned as a whole
 */
public final class OwnedFields {

    private static final Set<String> IDENTITY = Set.of("apiVersion", "kind");
    private static final Set<String> NEVER_OWNED = Set.of("name", "namespace");

    private OwnedFields() {}

    /**
     * Tells whether applying something would change nothing.
     *
     * @param desired what would be applied
     * @param live what is there
     * @param owned the fields of whoever would apply it
     * @return true if that is certain
     */
    public static boolean prove(Tree.Fields desired, Tree live, Tree.Fields owned) {
        Spelling spelling = Spelling.inGroup(ApiVersions.group(desired.text("apiVersion")));
        Set<String> met = new HashSet<>();
        for (Map.Entry<String, Tree> field : desired.fields().entrySet()) {
            String name = field.getKey();
            if (IDENTITY.contains(name)) {
                continue;
            }
            if (name.equals("metadata")) {
                met.add("f:metadata");
                if (!proveMetadata(field.getValue(), live, owned)) {
                    return false;
                }
            } else if (!proveField(field, live, owned, met, spelling)) {
                return false;
            }
        }
        return met.containsAll(owned.fields().keySet());
    }

    private static boolean proveMetadata(Tree desired, Tree live, Tree.Fields owned) {
        Set<String> met = new HashSet<>();
        for (Map.Entry<String, Tree> field : desired.fieldsOf().entrySet()) {
            if (!NEVER_OWNED.contains(field.getKey())
                    && !proveField(
                            field,
                            live.find("metadata").orElse(desired),
                            Tree.map(owned.fieldsOf("f:metadata")),
                            met,
                            Spelling.EXACT)) {
                return false;
            }
        }
        return met.containsAll(owned.fieldsOf("f:metadata").keySet());
    }

    private static boolean proveField(
            Map.Entry<String, Tree> field, Tree live, Tree.Fields owned, Set<String> met, Spelling spelling) {
        String name = "f:" + field.getKey();
        Optional<Tree> there = live.find(field.getKey());
        if (!(owned.fields().get(name) instanceof Tree.Fields below)) {
            // The server forgets what is empty, and so does the entry.
            return field.getValue().isEmpty() && there.map(Tree::isEmpty).orElse(true);
        }
        met.add(name);
        return there.isPresent()
                ? proveValue(field.getKey(), field.getValue(), there.get(), below, spelling.of(field.getKey()))
                : field.getValue().isEmpty();
    }

    private static boolean proveValue(String name, Tree desired, Tree live, Tree.Fields owned, Spelling spelling) {
        if (owned.fields().isEmpty()) {
            return SameValue.is(name, desired, live, spelling);
        }
        if (desired instanceof Tree.Fields map && live instanceof Tree.Fields) {
            Set<String> met = new HashSet<>(Set.of("."));
            for (Map.Entry<String, Tree> field : map.fields().entrySet()) {
                if (!proveField(field, live, owned, met, spelling)) {
                    return false;
                }
            }
            return met.containsAll(owned.fields().keySet());
        }
        return desired instanceof Tree.Elements list
                && live instanceof Tree.Elements there
                && proveElements(name, list.elements(), there.elements(), owned, spelling);
    }

    /** Each element of what is desired is one of the entry, and the other way round. */
    private static boolean proveElements(
            String name, List<Tree> desired, List<Tree> live, Tree.Fields owned, Spelling spelling) {
        int met = 0;
        for (Map.Entry<String, Tree> entry : owned.fields().entrySet()) {
            if (entry.getKey().equals(".")) {
                continue;
            }
            Tree wanted = only(desired, entry.getKey());
            Tree there = only(live, entry.getKey());
            if (wanted == null
                    || there == null
                    || !(entry.getValue() instanceof Tree.Fields below)
                    || !(entry.getKey().startsWith("v:")
                            || proveElement(name, entry.getKey(), wanted, there, below, spelling))) {
                return false;
            }
            met++;
        }
        return met == desired.size();
    }

    private static boolean proveElement(
            String name, String entry, Tree wanted, Tree there, Tree.Fields owned, Spelling spelling) {
        if (owned.fields().isEmpty()) {
            return SameValue.is(name, wanted, there, spelling);
        }
        Set<String> met = new HashSet<>(Set.of("."));
        for (Map.Entry<String, Tree> field : wanted.fieldsOf().entrySet()) {
            if (!proveField(field, there, owned, met, spelling)) {
                return false;
            }
        }
        // The keys of an element are owned also where only the server said them, as the protocol of a port.
        keysOf(entry).fieldsOf().keySet().forEach(key -> met.add("f:" + key));
        return met.containsAll(owned.fields().keySet());
    }

    /** The one element that has these keys; what it does not say, the server says for it. */
    private static @Nullable Tree only(List<Tree> elements, String entry) {
        Tree keys = keysOf(entry);
        Tree found = null;
        for (Tree element : elements) {
            if (hasKeys(element, keys)) {
                if (found != null) {
                    return null;
                }
                found = element;
            }
        }
        return found;
    }

    static boolean hasKeys(Tree element, Tree keys) {
        if (!(keys instanceof Tree.Fields map)) {
            return SameValue.is(keys, element);
        }
        boolean any = false;
        for (Map.Entry<String, Tree> key : map.fields().entrySet()) {
            Optional<Tree> value = element.find(key.getKey());
            if (value.isPresent()) {
                if (!SameValue.is(value.get(), key.getValue())) {
                    return false;
                }
                any = true;
            }
        }
        return any;
    }

    /**
     * Tells whether somebody owns what they would no longer apply, and so would let go.
     *
     * @param desired what would be applied
     * @param owned the fields of whoever would apply it
     * @return true if so
     */
    public static boolean exceed(Tree desired, Tree.Fields owned) {
        return exceed(desired, owned, Set.of());
    }

    private static boolean exceed(Tree desired, Tree.Fields owned, Set<String> keys) {
        return owned.fields().entrySet().stream()
                .filter(entry -> !entry.getKey().equals("."))
                .anyMatch(entry -> exceeds(desired, entry.getKey(), (Tree.Fields) entry.getValue(), keys));
    }

    private static boolean exceeds(Tree desired, String entry, Tree.Fields below, Set<String> keys) {
        String name = entry.substring(2);
        if (entry.startsWith("f:")) {
            Optional<Tree> value = desired.find(name);
            return value.isEmpty() ? !keys.contains(name) : exceed(value.get(), below, Set.of());
        }
        Tree element = only(desired.elementsOf(), entry);
        if (element == null || entry.startsWith("v:")) {
            return element == null;
        }
        return exceed(element, below, keysOf(entry).fieldsOf().keySet());
    }

    private static Tree keysOf(String entry) {
        return JsonTrees.parse(entry.substring(2).getBytes(StandardCharsets.UTF_8));
    }
}
