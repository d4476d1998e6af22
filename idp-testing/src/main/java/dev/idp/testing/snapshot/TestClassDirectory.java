package dev.idp.testing.snapshot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Where a test class has its snapshots: beside its package's resources, in a directory of its own. */
final class TestClassDirectory {

    private final Class<?> test;
    private final Path directory;

    TestClassDirectory(Class<?> test, Path resources) {
        this.test = test;
        this.directory = resources
                .resolve(test.getPackageName().replace('.', '/'))
                .resolve(test.getName()
                        .substring(test.getPackageName().length()
                                + (test.getPackageName().isEmpty() ? 0 : 1))
                        .replace('$', '.'));
    }

    SnapshotFiles files() {
        return new SnapshotFiles(directory, name());
    }

    private String name() {
        return Objects.toString(directory.getFileName());
    }

    /** The directories beside it that are called after no class of the package: it was renamed, or is gone. */
    List<SnapshotFiles> abandoned() {
        Path parent = directory.getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> siblings = Files.list(parent)) {
            return siblings.filter(Files::isDirectory)
                    .sorted()
                    .filter(sibling -> !isClass(Objects.toString(sibling.getFileName())))
                    .map(sibling -> new SnapshotFiles(sibling, Objects.toString(sibling.getFileName())))
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private boolean isClass(String directoryName) {
        String prefix = test.getPackageName().isEmpty() ? "" : test.getPackageName() + ".";
        try {
            Class.forName(prefix + directoryName.replace('.', '$'), false, test.getClassLoader());
            return true;
        } catch (ClassNotFoundException none) {
            return false;
        } catch (LinkageError isThereButIncomplete) {
            return true;
        }
    }
}
