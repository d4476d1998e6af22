package dev.idp.tests.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.idp.output.OutputDirectory;
import dev.idp.output.WriteReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Directories as maps from path to text. */
final class Disk {

    static final String INDEX = ".idp-files";

    static final String HEADER =
            "# Files generated into this directory; the next run removes what is no longer generated. Commit this too.\n";

    private Disk() {}

    /** A whole run that writes these files. */
    static WriteReport run(Path root, Map<String, String> files) {
        try (OutputDirectory out = OutputDirectory.open(root)) {
            files.forEach((path, text) -> out.write(path, text.getBytes(UTF_8)));
            return out.finish();
        }
    }

    static void put(Path root, String path, String text) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every file, but for the list of them; of a directory that is empty its path with a slash. */
    static SortedMap<String, String> files(Path root) {
        SortedMap<String, String> files = everything(root);
        files.remove(INDEX);
        return files;
    }

    /** Every file, and of a directory that is empty its path with a slash. */
    static SortedMap<String, String> everything(Path root) {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.filter(path -> !path.equals(root)).toList()) {
                String name = root.relativize(path).toString().replace('\\', '/');
                if (Files.isSymbolicLink(path)) {
                    files.put(name, "-> " + Files.readSymbolicLink(path).getFileName());
                } else if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                    files.put(name, Files.readString(path));
                } else if (isEmpty(path)) {
                    files.put(name + "/", "");
                }
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isEmpty(Path directory) throws IOException {
        try (Stream<Path> children = Files.list(directory)) {
            return children.findAny().isEmpty();
        }
    }

    /** What the list of files says if these were written. */
    static String index(String... sorted) {
        return HEADER + Stream.of(sorted).map(path -> path + "\n").collect(Collectors.joining());
    }

    /** The complete lines of the list of files, without the header. */
    static List<String> listed(Path root) {
        String text = everything(root).getOrDefault(INDEX, "");
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().skip(1).toList();
    }
}
