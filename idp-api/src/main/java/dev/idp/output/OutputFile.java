package dev.idp.output;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A single file on disk, replaced as a whole; a link is a thing of its own here and never followed. */
final class OutputFile {

    /** One name is enough: a run writes one file at a time, and moves it before the next. */
    private static final String TEMPORARY = ".idp-tmp";

    private OutputFile() {}

    /** What stands at a path, or null if nothing does. */
    static @Nullable BasicFileAttributes attributes(Path file) throws IOException {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class, NOFOLLOW_LINKS);
        } catch (NoSuchFileException absent) {
            return null;
        }
    }

    /** The same of a file for bookkeeping, where anything but a file is a mistake. */
    static @Nullable BasicFileAttributes attributesOfOwn(Path file) throws IOException {
        BasicFileAttributes attributes = attributes(file);
        if (attributes != null && !attributes.isRegularFile()) {
            throw new IllegalStateException(file + " is not a file; fix: delete it");
        }
        return attributes;
    }

    static boolean holds(Path file, @Nullable BasicFileAttributes attributes, byte[] content, int offset, int length)
            throws IOException {
        if (attributes == null || !attributes.isRegularFile() || attributes.size() != length) {
            return false;
        }
        byte[] found = new byte[length];
        try (InputStream in = Files.newInputStream(file, NOFOLLOW_LINKS)) {
            return in.readNBytes(found, 0, length) == length
                    && Arrays.equals(found, 0, length, content, offset, offset + length);
        }
    }

    /** Whether it is a file, or a link in the place of one; not a directory, not a device. */
    static boolean isReplaceable(@Nullable BasicFileAttributes attributes) {
        return attributes != null && (attributes.isRegularFile() || attributes.isSymbolicLink());
    }

    /** Puts a file with this content in the place of whatever file or link is there. */
    static void replace(Path file, byte[] content, int offset, int length) throws IOException {
        Path temporary = file.resolveSibling(TEMPORARY);
        OutputStream out = Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            try (out) {
                out.write(content, offset, length);
            }
            move(temporary, file);
        } catch (Throwable e) {
            try {
                Files.deleteIfExists(temporary);
            } catch (IOException leftBehind) {
                e.addSuppressed(leftBehind);
            }
            throw e;
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Deletes what a run that crashed while it replaced a file left behind in a directory. */
    static void deleteTemporary(Path directory) throws IOException {
        Path temporary = directory.resolve(TEMPORARY);
        BasicFileAttributes attributes = attributes(temporary);
        if (attributes != null && attributes.isRegularFile()) {
            Files.delete(temporary);
        }
    }
}
