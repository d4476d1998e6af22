package dev.idp.kubernetes.check;

import dev.idp.kubernetes.internal.tree.ApiVersions;
import dev.idp.kubernetes.internal.tree.Tree;
import dev.idp.policy.Location;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A Kubernetes object that rules look at: one that this library rendered, or one from a file. */
public final class ManifestObject implements HasFields {

    private final String environment;
    private final Optional<String> workload;
    private final Places places;
    private final Field root;
    private final String apiVersion;
    private final String kind;
    private final String name;
    private final String namespace;

    ManifestObject(String environment, Optional<String> workload, Tree tree, Places places) {
        this.environment = environment;
        this.workload = workload;
        this.places = places;
        this.root = Field.root(this, tree);
        this.apiVersion = root.get("apiVersion").text().orElse("");
        this.kind = root.get("kind").text().orElse("");
        this.name = root.at("metadata", "name").scalar().orElse("");
        this.namespace = root.at("metadata", "namespace").scalar().orElse("");
    }

    /**
     * Returns where it is meant to run.
     *
     * @return the name of the environment
     */
    public String environment() {
        return environment;
    }

    /**
     * Returns under what its findings are found, and may be waived.
     *
     * @return the name of the service or job that it was rendered for; for all others, kind and name
     */
    public String subject() {
        return workload.orElseGet(this::reference);
    }

    /**
     * Returns whether a service or job of a platform is behind it.
     *
     * @return the name; empty for objects of the environment as a whole, and for those of files
     */
    public Optional<String> workload() {
        return workload;
    }

    /**
     * Returns the version of its API, with the group.
     *
     * @return for example {@code apps/v1}; empty if there is none
     */
    public String apiVersion() {
        return apiVersion;
    }

    /**
     * Returns the group of its API.
     *
     * @return for example {@code apps}; empty for the oldest one
     */
    public String group() {
        return ApiVersions.group(apiVersion);
    }

    /**
     * Returns the version of its API, without the group.
     *
     * @return for example {@code v1}
     */
    public String version() {
        return ApiVersions.version(apiVersion);
    }

    /**
     * Returns what it is.
     *
     * @return for example {@code Deployment}; empty if it does not say
     */
    public String kind() {
        return kind;
    }

    /**
     * Returns what it is called.
     *
     * @return empty if it has no name, as where the API server makes one up
     */
    public String name() {
        return name;
    }

    /**
     * Returns where it is.
     *
     * @return empty if it says none: it belongs to the cluster, or to whichever namespace it is applied in
     */
    public String namespace() {
        return namespace;
    }

    /**
     * Tells whether it is of a kind.
     *
     * @param ofGroup the group of the API, whatever the version; empty for the oldest one
     * @param ofKind the kind
     * @return true if it is
     */
    public boolean is(String ofGroup, String ofKind) {
        return kind.equals(ofKind) && group().equals(ofGroup);
    }

    /**
     * Returns the name by which people ask for it.
     *
     * @return for example {@code Deployment/orders}
     */
    public String reference() {
        return kind + "/" + name;
    }

    /**
     * Returns all that it says.
     *
     * @return the object as a field
     */
    public Field root() {
        return root;
    }

    /**
     * Returns what several names lead to.
     *
     * @param names the name of a field, the name of a field of that, and so on
     * @return the field, there or not
     */
    @Override
    public Field at(String... names) {
        return root.at(names);
    }

    /** Asked for once for each finding: of what was rendered, it takes another rendering. */
    Optional<Places.Place> place(Field field) {
        return places.of(this, field);
    }

    /** Where a field is for tools, by its place. */
    Location location(Field field, Optional<Places.Place> place) {
        return place.flatMap(Places.Place::location)
                .orElse(new Location("", 0, "", ""))
                .in(reference(), field.pointer());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return Objects.hash(environment, namespace, kind, name);
    }

    /** Returns kind and name. */
    @Override
    public String toString() {
        return reference();
    }
}
