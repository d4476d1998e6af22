package dev.idp.output;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** One run at a time in a directory, within this process and among all; a crash gives the lock up. */
final class OutputLock implements AutoCloseable {

    private static final String NAME = ".idp-lock";

    /**
     * The roots locked by this process. POSIX drops a process's lock on a file as soon as the process closes any
     * channel to it, so a second run must be turned away before it opens one.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path root;
    private final FileChannel channel;

    private OutputLock(Path root, FileChannel channel) {
        this.root = root;
        this.channel = channel;
    }

    static OutputLock take(Path root) throws IOException {
        FileChannel channel = null;
        if (HELD.add(root)) {
            try {
                channel = lock(root.resolve(NAME));
            } finally {
                if (channel == null) {
                    HELD.remove(root);
                }
            }
        }
        if (channel == null) {
            throw new IllegalStateException("another run is writing to " + root + "; fix: wait until it is done");
        }
        return new OutputLock(root, channel);
    }

    /** The locked file, or null if another run has it or had it a moment ago. */
    private static @Nullable FileChannel lock(Path file) throws IOException {
        FileChannel locked = null;
        try {
            createUnlessThere(file);
            BasicFileAttributes before = OutputFile.attributesOfOwn(file);
            FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, NOFOLLOW_LINKS);
            try {
                // A run that ended in between has deleted the file, and a lock on a deleted file keeps nobody out.
                if (channel.tryLock() != null && isSame(before, OutputFile.attributesOfOwn(file))) {
                    locked = channel;
                }
            } finally {
                if (locked == null) {
                    channel.close();
                }
            }
        } catch (NoSuchFileException | OverlappingFileLockException e) {
            return null;
        }
        return locked;
    }

    private static void createUnlessThere(Path file) throws IOException {
        try {
            Files.createFile(file);
        } catch (FileAlreadyExistsException e) {
            // Another run has it, or a crashed one left it: that is what the lock tells.
        }
    }

    private static boolean isSame(@Nullable BasicFileAttributes before, @Nullable BasicFileAttributes after) {
        return before != null && after != null && Objects.equals(before.fileKey(), after.fileKey());
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            Files.deleteIfExists(root.resolve(NAME));
        } finally {
            HELD.remove(root);
        }
    }
}
