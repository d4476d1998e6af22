package dev.idp.kubernetes.internal.facets;

import dev.idp.kubernetes.internal.render.ContentHash;
import java.util.regex.Pattern;

/**
 * Names for directories and files where Kubernetes takes no paths.
 *
 * <p>They depend on nothing but the path, since claims of storage are found again by them. What cannot be written with the
 * letters at hand is told apart by a hash.
 */
final class VolumeNames {

    private static final int LONGEST_LABEL = 63;
    private static final int LONGEST_KEY = 253;

    private static final Pattern CLEAR_PATH = Pattern.compile("/[a-z0-9]+(/[a-z0-9]+)*");
    private static final Pattern CLEAR_LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?");
    private static final Pattern CLEAR_FILE = Pattern.compile("/[A-Za-z0-9-][A-Za-z0-9.-]*(/[A-Za-z0-9.-]+)*");

    private VolumeNames() {}

    /** Names the volume of a directory: {@code storage-var-lib-data}. */
    static String ofPath(String prefix, String path) {
        return label(prefix, path, path.substring(1).replace('/', '-'), CLEAR_PATH);
    }

    /** Names the volume of a claim: {@code mount-uploads}. */
    static String ofClaim(String prefix, String claim) {
        return label(prefix, claim, claim, CLEAR_LABEL);
    }

    private static String label(String prefix, String text, String readable, Pattern clear) {
        String name = prefix + "-" + readable;
        if (clear.matcher(text).matches() && name.length() <= LONGEST_LABEL) {
            return name;
        }
        String cleaned = name.replaceAll("[^a-z0-9-]", "-");
        int kept = Math.min(cleaned.length(), LONGEST_LABEL - ContentHash.DIGITS - 1);
        return cleaned.substring(0, kept) + "-" + new ContentHash().add(text).end();
    }

    /** Returns the key of a file: {@code etc_app_app.conf}. */
    static String key(String path) {
        String key = path.substring(1).replace('/', '_');
        if (CLEAR_FILE.matcher(path).matches() && key.length() <= LONGEST_KEY) {
            return key;
        }
        String cleaned = "file_" + key.replaceAll("[^A-Za-z0-9._-]", "_");
        int kept = Math.min(cleaned.length(), LONGEST_KEY - ContentHash.DIGITS - 1);
        return cleaned.substring(0, kept) + "_" + new ContentHash().add(path).end();
    }
}
