package dev.idp.output;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;

/**
 * A directory that a backend fills with generated files, as a folder of a GitOps repository is.
 *
 * <pre>{@code
 * try (OutputDirectory out = OutputDirectory.open(Path.of("deploy/prod"))) {
 *     out.write("services/orders.yaml", bytes);
 *     WriteReport report = out.finish(); // removes what an earlier run wrote and this one did not
 * }
 * }</pre>
 *
 * <ul>
 *   <li><b>What did not change is not touched.</b> A file that already holds its content keeps its time stamp; any other
 *       is replaced in one step, so that a reader or a crash meets the old file or the new one, never half of one.
 *   <li><b>What is gone is removed</b>, with the directories that become empty, but only files that this class wrote. It
 *       knows them from the file {@code .idp-files} in the directory, which should be committed with them: a header and
 *       one path a line, sorted. A line that is not a path below the directory is reported, and nothing is done.
 *   <li><b>What others put there stays.</b> A file that no earlier run wrote is neither overwritten nor removed. If it
 *       holds exactly what is to be written it is adopted, as after a loss of the list; otherwise the run fails.
 *   <li><b>Nothing outside is reached</b>, whatever a path contains. Symbolic links below the root are not followed; the
 *       root may be one. This holds against paths, not against a program that swaps directories for links meanwhile.
 *   <li><b>A crash loses track of nothing.</b> A file is listed before it is created, and the next run clears up. Nothing
 *       is forced to the disk, so after a power failure this is as true as the file system makes it.
 * </ul>
 *
 * <p>One run at a time may have a directory, and one thread may use it. A call that throws ends the run, except for
 * {@link #close()}: files are removed only for a run that is complete. While a run goes on, the directory holds
 * {@code .idp-lock} and now and then {@code .idp-tmp}.
 */
public final class OutputDirectory implements AutoCloseable {

    private enum State {
        OPEN,
        FAILED,
        FINISHED,
        CLOSED
    }

    private final Path root;
    private final OutputLock lock;
    private final OutputIndex index;
    private final OutputTree tree;
    private final OutputStale stale;
    private final OutputClaims claims = new OutputClaims();

    private State state = State.OPEN;
    private int written;
    private int unchanged;
    private int removed;

    private OutputDirectory(Path root, OutputLock lock) throws IOException {
        this.root = root;
        this.lock = lock;
        index = OutputIndex.read(root);
        tree = new OutputTree(root);
        tree.deleteTemporaries(index.paths());
        stale = new OutputStale(tree, index.paths());
    }

    /**
     * Starts a run, in a directory that is created if it does not exist.
     *
     * @param root the directory to fill
     * @return the run, to be closed
     * @throws IllegalStateException if another run has the directory, or its list of files was damaged by hand
     * @throws UncheckedIOException if the directory cannot be created or read
     */
    public static OutputDirectory open(Path root) {
        try {
            // createDirectories refuses a directory behind a link.
            Path real = (Files.isDirectory(root) ? root : Files.createDirectories(root)).toRealPath();
            return open(real, OutputLock.take(real));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open " + root + ": " + e, e);
        }
    }

    private static OutputDirectory open(Path root, OutputLock lock) throws IOException {
        try {
            return new OutputDirectory(root, lock);
        } catch (Throwable e) {
            try (lock) {
                throw e;
            }
        }
    }

    /**
     * Writes a file, unless it holds this content already.
     *
     * <p>The names in a path are of printable ASCII and such that Windows allows them, too; they are not {@code .git}, and
     * do not start with {@code .idp-}. A file of an earlier run gives way at once, not only when the run is finished,
     * where the new file needs its place: as a directory, for a directory, or because only case tells the two apart.
     *
     * @param path where to, relative to the root, with {@code /} between names
     * @param content all of its content
     * @throws IllegalArgumentException if the path is not such a path, or this run wrote it before, or wrote one that
     *     cannot be beside it on every file system
     * @throws IllegalStateException if something that no earlier run wrote is in the way, or the run is over
     * @throws UncheckedIOException if the file system refuses
     */
    public void write(String path, byte[] content) {
        write(path, content, 0, content.length);
    }

    /**
     * Writes a file from a part of an array, unless it holds this content already.
     *
     * @param path where to, relative to the root, with {@code /} between names
     * @param content an array that has the content
     * @param offset where in the array the content starts
     * @param length how many bytes it has
     * @throws IllegalArgumentException as {@link #write(String, byte[])} does
     * @throws IllegalStateException as {@link #write(String, byte[])} does
     * @throws IndexOutOfBoundsException if the array has no such part
     * @throws UncheckedIOException as {@link #write(String, byte[])} does
     */
    public void write(String path, byte[] content, int offset, int length) {
        start();
        Objects.checkFromIndexSize(offset, length, content.length);
        String problem = OutputPath.problem(path);
        if (problem != null) {
            throw new IllegalArgumentException("'" + path + "' " + problem);
        }
        claims.claim(path);
        try {
            put(path, content, offset, length);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + tree.resolve(path) + ": " + e, e);
        }
        state = State.OPEN;
    }

    /**
     * Ends the run: removes the files of earlier runs that this run did not write.
     *
     * <p>A run that is closed without it removes none.
     *
     * @return what the run did
     * @throws IllegalStateException if the run is over
     * @throws UncheckedIOException if the file system refuses
     */
    public WriteReport finish() {
        start();
        try {
            removed += stale.remove();
            index.replace(claims.files());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot finish " + root + ": " + e, e);
        }
        state = State.FINISHED;
        return new WriteReport(written, unchanged, removed);
    }

    /**
     * Gives the directory up, finished or not; doing it again has no effect.
     *
     * @throws UncheckedIOException if the file system refuses
     */
    @Override
    public void close() {
        if (state == State.CLOSED) {
            return;
        }
        state = State.CLOSED;
        try (lock) {
            index.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close " + root + ": " + e, e);
        }
    }

    /** Lets a call begin, which counts as failed until it says otherwise. */
    private void start() {
        if (state != State.OPEN) {
            throw new IllegalStateException(root + ": this run "
                    + (state == State.FAILED ? "failed before and can only be closed" : "is over"));
        }
        state = State.FAILED;
    }

    private void put(String path, byte[] content, int offset, int length) throws IOException {
        boolean ours = stale.keep(path);
        removed += stale.removeInTheWayOf(path);
        Path file = tree.resolve(path);
        BasicFileAttributes there = tree.attributesBeforeWriting(path);
        if (OutputFile.holds(file, there, content, offset, length)) {
            unchanged++;
            return;
        }
        String directory = OutputPath.parent(path);
        String obstacle = there == null ? tree.obstacle(directory) : path;
        if (obstacle != null && !(ours && OutputFile.isReplaceable(there))) {
            throw new IllegalStateException("cannot write " + file + ": " + tree.resolve(obstacle)
                    + " is in the way, and no earlier run wrote it; fix: move it away or delete it");
        }
        if (!ours) {
            index.append(path);
        }
        tree.createDirectories(directory);
        OutputFile.replace(file, content, offset, length);
        written++;
    }
}
