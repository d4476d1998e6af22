package dev.idp.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * The list of the files that were written to a directory, in a file beside them.
 *
 * <p>At any moment it lists at least the files that are there: a path is appended before its file is created, and the
 * list is narrowed, as a whole, after files were removed. What a crash leaves of an append is a line without an end. It
 * does not count: its file was not created, and half a path may be the path of a file of somebody else.
 */
final class OutputIndex {

    private static final String NAME = ".idp-files";

    /** How a list is recognised, so it stays as it is. */
    private static final String HEADER =
            "# Files generated into this directory; the next run removes what is no longer generated. Commit this too.\n";

    private final Path file;

    /** The paths as they are listed, and so perhaps twice. */
    private final List<String> paths;

    /** How many bytes the complete lines take. */
    private final int complete;

    private @Nullable SeekableByteChannel appending;

    private OutputIndex(Path file, List<String> paths, int complete) {
        this.file = file;
        this.paths = paths;
        this.complete = complete;
    }

    static OutputIndex read(Path root) throws IOException {
        Path file = root.resolve(NAME);
        if (OutputFile.attributesOfOwn(file) == null) {
            return new OutputIndex(file, List.of(), 0);
        }
        byte[] bytes = Files.readAllBytes(file);
        int complete = bytes.length;
        while (complete > 0 && bytes[complete - 1] != '\n') {
            complete--;
        }
        boolean begun = complete == 0 && HEADER.startsWith(new String(bytes, UTF_8));
        List<String> paths = begun ? List.of() : parse(file, new String(bytes, 0, complete, UTF_8));
        return new OutputIndex(file, paths, complete);
    }

    private static List<String> parse(Path file, String text) {
        // Git may have checked it out with the line ends of Windows.
        List<String> lines = text.lines().toList();
        if (lines.isEmpty() || !lines.get(0).equals(HEADER.strip())) {
            throw new IllegalStateException(
                    file + " does not start like a list of generated files; fix: move it away or delete it");
        }
        List<String> paths = new ArrayList<>(lines.size());
        for (int i = 1; i < lines.size(); i++) {
            String problem = OutputPath.problem(lines.get(i));
            if (problem != null) {
                throw new IllegalStateException(
                        file + ", line " + (i + 1) + ": '" + lines.get(i) + "' " + problem + "; fix: delete this line");
            }
            paths.add(lines.get(i));
        }
        return paths;
    }

    List<String> paths() {
        return paths;
    }

    /** Lists a path, in addition to what is listed. */
    void append(String path) throws IOException {
        SeekableByteChannel channel = appending;
        String line = path + "\n";
        if (channel == null) {
            channel = Files.newByteChannel(file, CREATE, WRITE, NOFOLLOW_LINKS);
            appending = channel;
            channel.truncate(complete).position(complete);
            line = complete == 0 ? HEADER + line : line;
        }
        ByteBuffer buffer = ByteBuffer.wrap(line.getBytes(UTF_8));
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    /** Lists these paths and no others. */
    void replace(SortedSet<String> current) throws IOException {
        close();
        StringBuilder text = new StringBuilder(HEADER);
        current.forEach(path -> text.append(path).append('\n'));
        byte[] content = text.toString().getBytes(UTF_8);
        if (!OutputFile.holds(file, OutputFile.attributes(file), content, 0, content.length)) {
            OutputFile.replace(file, content, 0, content.length);
        }
    }

    void close() throws IOException {
        if (appending != null) {
            appending.close();
        }
    }
}
