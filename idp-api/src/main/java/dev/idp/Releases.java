package dev.idp;

import dev.idp.explain.Origin;
import dev.idp.internal.json.Fields;
import dev.idp.internal.json.Json;
import dev.idp.internal.json.ReleaseProperties;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which versions of which workloads run in an environment: what a CI run releases, as opposed to what a person declares.
 *
 * <p>Reading a file is the caller's: {@code Releases.fromProperties("prod.properties", Files.readString(path))}.
 */
public final class Releases {

    private final SortedMap<String, Released> versions;

    private Releases(SortedMap<String, Released> versions) {
        this.versions = Collections.unmodifiableSortedMap(versions);
    }

    /**
     * A version and where it was said.
     *
     * @param version a tag such as {@code 1.4.2}, a digest such as {@code sha256:…}, or a whole image
     * @param origin the line of the program or of the file
     */
    public record Released(String version, Origin origin) {}

    /**
     * A version that two environments differ in.
     *
     * @param workload the name of the service or the job
     * @param from the first version, or null
     * @param to the second version, or null
     */
    public record Difference(
            String workload,
            @Nullable String from,
            @Nullable String to) {

        /** Returns for example {@code orders: 1.4.2 -> 1.5.0}. */
        @Override
        public String toString() {
            return workload + ": " + (from == null ? "nothing" : from) + " -> " + (to == null ? "nothing" : to);
        }
    }

    /**
     * Returns no releases, to add some to.
     *
     * @return releases without versions
     */
    public static Releases none() {
        return new Releases(new TreeMap<>());
    }

    /**
     * Returns these releases with one more; a version that was there before is replaced.
     *
     * @param workload the name of a service or of a job
     * @param version a tag such as {@code 1.4.2}, a digest such as {@code sha256:…}, or a whole image
     * @return the releases
     */
    public Releases with(String workload, String version) {
        SortedMap<String, Released> more = new TreeMap<>(versions);
        more.put(
                Nulls.refuse(workload, "the workload of a release"),
                new Released(Nulls.refuse(version, "the version of a release"), Origin.capture()));
        return new Releases(more);
    }

    /**
     * Reads releases from the text of a properties file: lines like {@code orders=1.4.2}, comments after {@code #}.
     *
     * @param name the name of the file, for explanations and problems
     * @param text its content
     * @return the releases
     * @throws IllegalArgumentException if a line is none, or a workload stands there twice
     */
    public static Releases fromProperties(String name, String text) {
        Nulls.refuse(name, "the name of the properties");
        return new Releases(ReleaseProperties.read(name, Nulls.refuse(text, "the text of " + name)));
    }

    /**
     * Reads releases from the text of a JSON file: an object like {@code {"orders": "1.4.2"}}.
     *
     * @param name the name of the file, for explanations and problems
     * @param text its content
     * @return the releases
     * @throws IllegalArgumentException if it is no such object
     */
    public static Releases fromJson(String name, String text) {
        Nulls.refuse(name, "the name of the JSON");
        Nulls.refuse(text, "the text of " + name);
        SortedMap<String, Released> versions = new TreeMap<>();
        try {
            Fields fields = Fields.of(Json.read(text));
            fields.json()
                    .keySet()
                    .forEach(workload -> versions.put(
                            (String) workload, new Released(fields.text((String) workload), Origin.at(name))));
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException(
                    name + ": " + malformed.getMessage() + "; fix: write it like {\"orders\": \"1.4.2\"}", malformed);
        }
        return new Releases(versions);
    }

    /**
     * Returns the versions.
     *
     * @return by the names of workloads
     */
    public SortedMap<String, Released> versions() {
        return versions;
    }

    /**
     * Compares with the releases of another environment, as before a promotion.
     *
     * @param next the other releases
     * @return what would change there if it got these, by workload
     */
    public List<Difference> differencesTo(Releases next) {
        SortedSet<String> workloads = new TreeSet<>(versions.keySet());
        workloads.addAll(next.versions.keySet());
        return workloads.stream()
                .map(workload -> new Difference(workload, next.version(workload), version(workload)))
                .filter(difference -> !Objects.equals(difference.from(), difference.to()))
                .toList();
    }

    private @Nullable String version(String workload) {
        Released released = versions.get(workload);
        return released == null ? null : released.version();
    }

    /**
     * Returns the text of a properties file that reads back equal.
     *
     * @return lines like {@code orders=1.4.2}, sorted
     */
    public String toProperties() {
        return versions.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue().version() + "\n")
                .collect(Collectors.joining());
    }

    /**
     * Returns the text of a JSON file that reads back equal.
     *
     * @return an object, sorted
     */
    public String toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        versions.forEach((workload, released) -> json.put(workload, released.version()));
        return Json.write(json);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Releases that && toString().equals(that.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    /** Returns for example {@code {orders=1.4.2}}. */
    @Override
    public String toString() {
        return versions.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue().version())
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
