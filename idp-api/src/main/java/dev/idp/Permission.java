package dev.idp;

import dev.idp.internal.json.Fields;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What a workload may do to things of the environment that it runs in, on Kubernetes through its API.
 *
 * @param kind the kind of thing, in lower case and plural, like {@code configmaps} or {@code pods/log}
 * @param group the family that the kind belongs to, like {@code apps}; empty for the core one
 * @param actions what it may do, like {@code get} and {@code list}, sorted
 */
public record Permission(String kind, String group, List<String> actions) {

    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9]*(/[a-z][a-z0-9]*)?|\\*");
    private static final Pattern GROUP = Pattern.compile("([a-z0-9]([a-z0-9.-]*[a-z0-9])?)?|\\*");
    private static final Pattern ACTION = Pattern.compile("[a-z]+|\\*");

    static final JsonForm<Permission> JSON = new JsonForm<>(
            permission -> new TreeMap<>(
                    Map.of("kind", permission.kind, "group", permission.group, "actions", permission.actions)),
            json -> new Permission(
                    Fields.of(json).text("kind"),
                    Fields.of(json).text("group"),
                    JsonForm.listOf(JsonForm.TEXT).read().apply(Fields.of(json).list("actions"))));

    /**
     * Creates a permission; the order of actions does not matter.
     *
     * @param kind the kind of thing
     * @param group the family that the kind belongs to; empty for the core one
     * @param actions what it may do
     */
    public Permission {
        Nulls.refuse(kind, "the kind of a permission");
        Nulls.refuse(group, "the group of a permission");
        actions = List.copyOf(new TreeSet<>(actions));
    }

    /**
     * Returns the permission to do something.
     *
     * @param kind the kind of thing, like {@code configmaps}
     * @param actions what the workload may do, like {@code get}
     * @return the permission, for a kind of the core family
     */
    public static Permission on(String kind, String... actions) {
        return new Permission(kind, "", List.of(Nulls.refuseAny("action of a permission", actions)));
    }

    /**
     * Returns the permission to read things of a kind: to get, list and watch them.
     *
     * @param kind the kind of thing, like {@code configmaps}
     * @return the permission, for a kind of the core family
     */
    public static Permission toRead(String kind) {
        return on(kind, "get", "list", "watch");
    }

    /**
     * Returns this permission for a kind of another family.
     *
     * @param group the family, like {@code apps}
     * @return the permission
     */
    public Permission inGroup(String group) {
        return new Permission(kind, group, actions);
    }

    /**
     * Returns the name under which a workload has this permission: kind and family.
     *
     * @return for example {@code deployments.apps}
     */
    public String subject() {
        return kind + (group.isEmpty() ? "" : "." + group);
    }

    /**
     * Tells whether whoever has this permission needs no other one, stars included.
     *
     * @param other the other permission
     * @return true if this one allows all that the other one does
     */
    public boolean covers(Permission other) {
        return covers(kind, other.kind)
                && covers(group, other.group)
                && (actions.contains("*") || actions.containsAll(other.actions));
    }

    private static boolean covers(String pattern, String text) {
        return pattern.equals("*") || pattern.equals(text);
    }

    Optional<Flaw> flaw() {
        if (!KIND.matcher(kind).matches() || !GROUP.matcher(group).matches()) {
            return Optional.of(new Flaw(
                    "'" + subject() + "' is not a kind of thing",
                    "write it in lower case and plural, like configmaps"));
        }
        if (actions.isEmpty()) {
            return Optional.of(new Flaw("a permission on " + kind + " allows nothing", "name an action, like \"get\""));
        }
        return actions.stream()
                .filter(action -> !ACTION.matcher(action).matches())
                .findFirst()
                .map(action -> new Flaw("'" + action + "' is not an action", "write it in lower case, like \"get\""));
    }

    /** Returns for example {@code get, list on configmaps}. */
    @Override
    public String toString() {
        return String.join(", ", actions) + " on " + subject();
    }
}
