package dev.idp.kubernetes.check;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A minor version of Kubernetes, as clusters have it and standards are written for.
 *
 * @param major the number before the dot
 * @param minor the number after it
 */
public record KubernetesVersion(int major, int minor) implements Comparable<KubernetesVersion> {

    /** The newest version that the rules of this library know. */
    public static final KubernetesVersion NEWEST = new KubernetesVersion(1, 37);

    private static final Pattern TEXT = Pattern.compile("v?(\\d{1,3})\\.(\\d{1,3})(\\.\\d+)?([-+].*)?");

    /**
     * Reads a version.
     *
     * @param text for example {@code 1.34}, {@code v1.34.2} or {@code v1.34.2-gke.100}
     * @return the minor version
     * @throws IllegalArgumentException if it is no version
     */
    public static KubernetesVersion of(String text) {
        Matcher version = TEXT.matcher(text);
        if (!version.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no version of Kubernetes: write it like 1.34");
        }
        return new KubernetesVersion(Integer.parseInt(version.group(1)), Integer.parseInt(version.group(2)));
    }

    /**
     * Tells whether something that came with a version is there.
     *
     * @param other the version that it came with
     * @return true if this one is the same or newer
     */
    public boolean isAtLeast(KubernetesVersion other) {
        return compareTo(other) >= 0;
    }

    @Override
    public int compareTo(KubernetesVersion other) {
        return major != other.major ? Integer.compare(major, other.major) : Integer.compare(minor, other.minor);
    }

    /** Returns for example {@code 1.34}. */
    @Override
    public String toString() {
        return major + "." + minor;
    }
}
