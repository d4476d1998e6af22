package dev.idp.benchmarks.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is compared, as the properties say.
 *
 * @param sizes how many services
 * @param runs how many timed runs of each tool
 * @param tools the names of the tools, or none for all
 * @param limit how long a run may take
 * @param out where the outputs go
 * @param peers where the sources of the peers are
 */
record Options(List<Integer> sizes, int runs, List<String> tools, Duration limit, Path out, Path peers) {

    static Options fromProperties() {
        return new Options(
                words("sizes", "10,100,1000").map(Integer::valueOf).sorted().toList(),
                Integer.parseInt(property("runs", "5")),
                words("tools", "").toList(),
                Duration.ofSeconds(Long.parseLong(property("limit", "120"))),
                Path.of(property("out", defaultOut())),
                Path.of(property("peers", "src/main/peers")).toAbsolutePath());
    }

    /** Disks are noisier than tools. */
    private static String defaultOut() {
        return Files.isDirectory(Path.of("/dev/shm")) ? "/dev/shm" : System.getProperty("java.io.tmpdir");
    }

    private static Stream<String> words(String name, String otherwise) {
        return Stream.of(property(name, otherwise).split(",", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty());
    }

    private static String property(String name, String otherwise) {
        String value = System.getProperty(name, "");
        return value.isEmpty() ? otherwise : value;
    }

    /** Those that were asked for. */
    List<Tool> chosen() {
        List<Tool> all = Tools.all(peers);
        List<String> known = all.stream().map(Tool::name).toList();
        if (!known.containsAll(tools)) {
            throw new IllegalArgumentException("tools are " + known + ", not " + tools);
        }
        return tools.isEmpty()
                ? all
                : all.stream().filter(tool -> tools.contains(tool.name())).toList();
    }
}
