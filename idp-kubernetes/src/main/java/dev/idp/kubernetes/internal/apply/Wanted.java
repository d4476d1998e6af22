package dev.idp.kubernetes.internal.apply;

import dev.idp.kubernetes.internal.tree.Secrecy;
import dev.idp.kubernetes.internal.tree.Tree;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An object that shall be in a cluster: what it says, without what servers say.
 *
 * @param tree the object; secrets are hidden
 */
public record Wanted(Tree.Fields tree) {

    /** Services and jobs that must be ready or complete before its pods start, with commas between. */
    private static final String STARTS_AFTER = "dev.idp/starts-after";

    /** The keys of a Secret whose values are made up once. */
    private static final String MADE_UP = "dev.idp/made-up";

    private static final Set<String> OF_SERVERS = Set.of(
            "managedFields",
            "resourceVersion",
            "uid",
            "creationTimestamp",
            "generation",
            "selfLink",
            "deletionTimestamp");

    /**
     * Takes an object.
     *
     * @param object as it was rendered, or as somebody read it from a cluster
     * @return what can be applied of it
     */
    public static Wanted of(Tree.Fields object) {
        Map<String, Tree> fields = new LinkedHashMap<>(object.fields());
        fields.remove("status");
        Map<String, Tree> metadata = new LinkedHashMap<>(object.fieldsOf("metadata"));
        metadata.keySet().removeAll(OF_SERVERS);
        fields.put("metadata", Tree.map(metadata));
        return new Wanted(Secrecy.hide(Tree.map(fields)));
    }

    /**
     * Returns the same in a namespace and as a member of a set.
     *
     * @param namespace its namespace; empty for what is in none
     * @param set the set's name
     * @return another object
     */
    public Wanted in(String namespace, String set) {
        Map<String, Tree> metadata = new LinkedHashMap<>(tree.fieldsOf("metadata"));
        if (namespace.isEmpty()) {
            metadata.remove("namespace");
        } else {
            metadata.put("namespace", Tree.scalar(namespace));
        }
        Map<String, Tree> labels = new LinkedHashMap<>(tree.fieldsOf("metadata", "labels"));
        labels.put(ApplySetLabels.PART_OF, Tree.scalar(set));
        metadata.put("labels", Tree.map(labels));
        return with("metadata", Tree.map(metadata));
    }

    /**
     * Returns the same by another name.
     *
     * @param name the other name
     * @return another object
     */
    public Wanted called(String name) {
        Map<String, Tree> metadata = new LinkedHashMap<>(tree.fieldsOf("metadata"));
        metadata.put("name", Tree.scalar(name));
        return with("metadata", Tree.map(metadata));
    }

    Wanted with(String name, Tree value) {
        Map<String, Tree> fields = new LinkedHashMap<>(tree.fields());
        fields.put(name, value);
        return new Wanted(Tree.map(fields));
    }

    /**
     * Returns the version of its API.
     *
     * @return with the group; empty if it says none
     */
    public String apiVersion() {
        return tree.text("apiVersion");
    }

    /**
     * Returns its kind.
     *
     * @return empty if it says none
     */
    public String kind() {
        return tree.text("kind");
    }

    /**
     * Returns its name.
     *
     * @return empty if it says none
     */
    public String name() {
        return tree.text("metadata", "name");
    }

    /**
     * Returns its namespace.
     *
     * @return empty if it says none
     */
    public String namespace() {
        return tree.text("metadata", "namespace");
    }

    /**
     * Returns an annotation.
     *
     * @param name its name
     * @return its value; empty if there is none
     */
    public String annotation(String name) {
        return tree.text("metadata", "annotations", name);
    }

    /**
     * Returns after which services and jobs it starts.
     *
     * @return their names
     */
    public List<String> startsAfter() {
        return names(STARTS_AFTER);
    }

    /**
     * Returns which values of a Secret are to be made up.
     *
     * @return their keys; none of anything else
     */
    public List<String> madeUp() {
        return kind().equals("Secret") ? names(MADE_UP) : List.of();
    }

    private List<String> names(String annotation) {
        return Arrays.stream(annotation(annotation).split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
