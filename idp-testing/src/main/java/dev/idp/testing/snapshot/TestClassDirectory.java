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
    private final Path resources;
    private final Path directory;

    TestClassDirectory(Class<?> test, Path resources) {
        this.test = test;
        this.resources = resources;
        this.directory = resources
                .resolve(test.getPackageName().replace('.', '/'))
                .resolve(test.getName()
                        .substring(test.getPackageName().length()
                                + (test.getPackageName().isEmpty() ? 0 : 1))
                        .replace('$', '.'));
    }

    SnapshotFiles files() {
        return new SnapshotFiles(directory, nameOf(directory));
    }

    /** The directories beside it that are called after a class of the package that was renamed, or is gone. */
    List<SnapshotFiles> abandoned() {
        return directories(Objects.requireNonNull(directory.getParent()))
                .filter(this::isAbandoned)
                .map(sibling -> new SnapshotFiles(sibling, nameOf(sibling)))
                .toList();
    }

    /** Only what is certain: a directory in lower case is a package, or somebody's own. */
    private boolean isAbandoned(Path sibling) {
        String name = nameOf(sibling);
        return Character.isUpperCase(name.charAt(0)) && !isClass(name) && !isUncompiled(name);
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

    /** Other tests of the module may share the resources, and be compiled elsewhere: {@code src/it/java} for example. */
    private boolean isUncompiled(String directoryName) {
        String outermost = directoryName.split("\\.", 2)[0];
        Path sources = resources.toAbsolutePath().normalize().resolve("../..").normalize();
        return !isClass(outermost)
                && nameOf(sources).equals("src")
                && directories(sources)
                        .flatMap(TestClassDirectory::directories)
                        .flatMap(root ->
                                entries(root.resolve(test.getPackageName().replace('.', '/'))))
                        .anyMatch(file ->
                                Files.isRegularFile(file) && nameOf(file).startsWith(outermost + "."));
    }

    private static Stream<Path> directories(Path parent) {
        return entries(parent).filter(Files::isDirectory);
    }

    private static Stream<Path> entries(Path parent) {
        if (!Files.isDirectory(parent)) {
            return Stream.empty();
        }
        try (Stream<Path> entries = Files.list(parent)) {
            return entries.sorted().toList().stream();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String nameOf(Path path) {
        return Objects.toString(path.getFileName(), "");
    }
}
