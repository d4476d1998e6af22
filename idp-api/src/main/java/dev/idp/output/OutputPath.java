package dev.idp.output;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The paths that may be written: those that name the same file below the root on every operating system.
 *
 * <p>Only ASCII, because what a name with other letters becomes depends on the file system and on the locale.
 */
final class OutputPath {

    private static final String NOT_IN_NAMES = "\\:*?\"<>|";

    /** Windows takes these for devices, in every directory and whatever follows the first dot. */
    private static final Pattern DEVICE =
            Pattern.compile("(con|prn|aux|nul|com\\d|lpt\\d|conin\\$|conout\\$) *(\\..*)?");

    private static final String FIRST_OF_DEVICES = "cpanl";

    private OutputPath() {}

    /** What is wrong with a path, or null if nothing is. */
    static @Nullable String problem(String path) {
        if (path.startsWith("/")) {
            return "is absolute";
        }
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c < ' ' || c > '~') {
                return String.format(
                        Locale.ROOT, "has the character U+%04X, and only printable ASCII is safe", (int) c);
            }
            if (NOT_IN_NAMES.indexOf(c) >= 0) {
                return "has a " + c + ", which is not for names on Windows";
            }
        }
        int start = 0;
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', start)) {
            String problem = problemOfName(path.substring(start, slash).toLowerCase(Locale.ROOT));
            if (problem != null) {
                return problem;
            }
            start = slash + 1;
        }
        return problemOfName(path.substring(start).toLowerCase(Locale.ROOT));
    }

    private static @Nullable String problemOfName(String name) {
        if (name.isEmpty()) {
            return "has an empty name";
        }
        if (name.endsWith(".") || name.endsWith(" ")) {
            return "has a name that ends in a dot or a blank";
        }
        if (FIRST_OF_DEVICES.indexOf(name.charAt(0)) >= 0
                && DEVICE.matcher(name).matches()) {
            return "has a name that Windows reserves for a device";
        }
        if (name.equals(".git")) {
            return "leads into Git's own directory";
        }
        if (name.startsWith(".idp-")) {
            return "has a name that starts with .idp-, as only the files for bookkeeping do";
        }
        return null;
    }

    /** The directory of a file or directory; the root is the empty path. */
    static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }
}
