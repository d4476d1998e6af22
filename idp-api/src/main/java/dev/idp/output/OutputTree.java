package dev.idp.output;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything below the root that can be reached without following a link. */
final class OutputTree {

    private final Path root;

    /** Directories seen to be real ones, so that each is looked at once and not once per file. */
    private final Set<String> directories = new HashSet<>();

    /** Directories made here, in which nothing is but what was written here, each path once. */
    private final Set<String> made = new HashSet<>();

    OutputTree(Path root) {
        this.root = root;
    }

    Path resolve(String path) {
        return root.resolve(path);
    }

    /** What stands at a path, or null if nothing does. */
    @Nullable
    BasicFileAttributes attributes(String path) throws IOException {
        return isDirectory(OutputPath.parent(path)) ? OutputFile.attributes(resolve(path)) : null;
    }

    /** What stands at a path to which nothing was written yet, or null if nothing does. */
    @Nullable
    BasicFileAttributes attributesBeforeWriting(String path) throws IOException {
        return made.contains(OutputPath.parent(path)) ? null : attributes(path);
    }

    boolean isDirectory(String path) throws IOException {
        if (path.isEmpty() || directories.contains(path)) {
            return true;
        }
        BasicFileAttributes attributes = attributes(path);
        // A junction of Windows is a directory that is something else as well.
        boolean real = attributes != null && attributes.isDirectory() && !attributes.isOther();
        if (real) {
            directories.add(path);
        }
        return real;
    }

    /** What stands where a directory has to be and is none, seen from the root; null if nothing does. */
    @Nullable
    String obstacle(String directory) throws IOException {
        if (isDirectory(directory)) {
            return null;
        }
        String outer = obstacle(OutputPath.parent(directory));
        if (outer != null) {
            return outer;
        }
        return attributes(directory) == null ? null : directory;
    }

    void createDirectories(String path) throws IOException {
        if (!isDirectory(path)) {
            createDirectories(OutputPath.parent(path));
            Files.createDirectory(resolve(path));
            directories.add(path);
            made.add(path);
        }
    }

    /** Deletes a file, or a link in its place; anything else, and anything behind a link, stays. */
    boolean delete(String path) throws IOException {
        BasicFileAttributes attributes = attributes(path);
        boolean file = OutputFile.isReplaceable(attributes);
        if (file) {
            Files.delete(resolve(path));
        }
        return file;
    }

    /** Deletes a directory if it is empty, and says whether there is none now. */
    boolean deleteEmpty(String path) throws IOException {
        if (isDirectory(path)) {
            try {
                Files.delete(resolve(path));
            } catch (DirectoryNotEmptyException inUse) {
                return false;
            }
            // All of them, for it may be among them in another spelling.
            directories.clear();
            made.clear();
        }
        return true;
    }

    /** Deletes what a crashed run may have left beside the files it listed, and beside the list. */
    void deleteTemporaries(Collection<String> listed) throws IOException {
        Set<String> beside = new HashSet<>(Set.of(""));
        listed.forEach(path -> beside.add(OutputPath.parent(path)));
        for (String directory : beside) {
            if (isDirectory(directory)) {
                OutputFile.deleteTemporary(resolve(directory));
            }
        }
    }
}
