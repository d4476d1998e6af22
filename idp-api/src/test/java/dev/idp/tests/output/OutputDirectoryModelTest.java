package dev.idp.tests.output;

import static dev.idp.tests.output.Disk.everything;
import static dev.idp.tests.output.Disk.files;
import static dev.idp.tests.output.Disk.index;
import static dev.idp.tests.output.Disk.listed;
import static dev.idp.tests.output.Disk.put;
import static dev.idp.tests.output.Disk.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.output.WriteReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random runs, some of which crash, in a directory in which somebody else is busy too, against two maps. */
class OutputDirectoryModelTest {

    private static final List<String> PATHS = List.of(
            "a",
            "a.yaml",
            "a/b",
            "A/b",
            "a/B",
            "a/b/c.yaml",
            "a/b/d.yaml",
            "a/e.yaml",
            "f.yaml",
            "F.yaml",
            "g/h/i/j.yaml",
            "g/h/k.yaml",
            "g/l.yaml",
            "m",
            "n.yaml",
            "o/p.yaml");

    @TempDir
    Path root;

    private final Map<String, String> ours = new TreeMap<>();
    private final Map<String, String> foreign = new TreeMap<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void keepsToTheModel(long seed) {
        Random random = new Random(seed);
        int finished = 0;
        int refused = 0;
        int crashed = 0;
        for (int i = 0; i < 100; i++) {
            meddle(random);
            Map<String, String> content = someContent(random);
            Path place = random.nextInt(4) == 0 ? crashing(random) : root;
            try {
                WriteReport report = run(place, content);
                assertFinished(content, report);
                finished++;
            } catch (IllegalStateException e) {
                assertThat(obstacles(content))
                        .as("reasons for: %s", e.getMessage())
                        .isNotEmpty();
                assertEndedEarly(content);
                refused++;
            } catch (UncheckedIOException e) {
                assertThat(e).hasStackTraceContaining("fault ");
                assertEndedEarly(content);
                crashed++;
            }
        }
        assertThat(List.of(finished, refused, crashed)).allMatch(times -> times > 10);
    }

    private Path crashing(Random random) {
        return FaultyFileSystem.of(root, FaultyFileSystem.Kind.CRASHES, 1 + random.nextInt(30))
                .on(root);
    }

    private void assertFinished(Map<String, String> content, WriteReport report) {
        assertThat(obstacles(content)).isEmpty();
        long unchanged = content.entrySet().stream()
                .filter(entry -> entry.getValue().equals(ours.get(entry.getKey()))
                        || entry.getValue().equals(foreign.get(entry.getKey())))
                .count();
        long removed = ours.keySet().stream()
                .filter(path -> !content.containsKey(path))
                .count();
        assertThat(report).isEqualTo(new WriteReport(content.size() - (int) unchanged, (int) unchanged, (int) removed));

        ours.clear();
        ours.putAll(content);
        foreign.keySet().removeAll(content.keySet());
        Map<String, String> expected = new TreeMap<>(ours);
        expected.putAll(foreign);
        expected.put(Disk.INDEX, index(new TreeMap<>(ours).keySet().toArray(new String[0])));
        assertThat(everything(root)).isEqualTo(expected);
    }

    /** Foreign files are as they were, ours are old or new, and the list knows them. */
    private void assertEndedEarly(Map<String, String> content) {
        Map<String, String> left = files(root);
        left.keySet().removeIf(path -> path.endsWith("/") || path.matches("(.*/)?\\.idp-(tmp|lock)"));
        assertThat(left).containsAllEntriesOf(foreign);
        // A crash after everything but the end of the lock: what was equal is adopted.
        foreign.entrySet()
                .removeIf(file ->
                        listed(root).contains(file.getKey()) && file.getValue().equals(content.get(file.getKey())));
        left.keySet().removeAll(foreign.keySet());
        assertThat(foreign.keySet()).noneMatch(listed(root)::contains);
        left.forEach((path, text) -> assertThat(text).as(path).isIn(ours.get(path), content.get(path)));
        assertThat(listed(root)).containsAll(left.keySet());
        ours.clear();
        ours.putAll(left);
    }

    /** What somebody else left where a file of the content, or a directory above it, has to be. */
    private List<String> obstacles(Map<String, String> content) {
        List<String> obstacles = new ArrayList<>();
        content.forEach((path, text) -> foreign.forEach((other, otherText) -> {
            boolean differs = path.equals(other) && !text.equals(otherText);
            if (differs || path.startsWith(other + "/") || other.startsWith(path + "/")) {
                obstacles.add(other);
            }
        }));
        return obstacles;
    }

    private void meddle(Random random) {
        String path = PATHS.get(random.nextInt(PATHS.size()));
        switch (random.nextInt(6)) {
            case 0 -> {
                // Somebody puts a file where there is room for one and no earlier run had one.
                if (!Files.exists(root.resolve(path)) && !listed(root).contains(path) && hasRoom(path)) {
                    String text = someText(random);
                    put(root, path, text);
                    foreign.put(path, text);
                }
            }
            case 1, 2 -> {
                if (foreign.remove(path) != null) {
                    delete(path);
                }
            }
            case 3 -> {
                if (ours.containsKey(path)) {
                    put(root, path, "edited");
                    ours.put(path, "edited");
                }
            }
            case 4 -> {
                if (ours.remove(path) != null) {
                    delete(path);
                }
            }
            default -> {}
        }
    }

    private boolean hasRoom(String path) {
        for (Path above = root.resolve(path).getParent(); !above.equals(root); above = above.getParent()) {
            if (Files.isRegularFile(above)) {
                return false;
            }
        }
        return true;
    }

    private void delete(String path) {
        try {
            Files.delete(root.resolve(path));
            // A directory that is left empty would be no file of anybody, so the model could not tell of it.
            for (Path above = root.resolve(path).getParent(); !above.equals(root); above = above.getParent()) {
                if (files(above).isEmpty()) {
                    Files.delete(above);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> someContent(Random random) {
        List<String> paths = new ArrayList<>(PATHS);
        Collections.shuffle(paths, random);
        Map<String, String> content = new LinkedHashMap<>();
        for (String path : paths.subList(0, random.nextInt(PATHS.size()))) {
            if (content.keySet().stream().noneMatch(other -> clash(path, other))) {
                content.put(path, someText(random));
            }
        }
        return content;
    }

    private static boolean clash(String path, String other) {
        String[] names = path.split("/");
        String[] others = other.split("/");
        for (int i = 0; i < Math.min(names.length, others.length); i++) {
            if (!names[i].equals(others[i])) {
                return names[i].toLowerCase(Locale.ROOT).equals(others[i].toLowerCase(Locale.ROOT));
            }
        }
        return true;
    }

    private static String someText(Random random) {
        return List.of("", "one", "two", "three").get(random.nextInt(4));
    }
}
