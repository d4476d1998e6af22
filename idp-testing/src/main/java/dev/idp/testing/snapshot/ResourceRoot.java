package dev.idp.testing.snapshot;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the test resources in the source tree, never the copy that a build makes of them. */
final class ResourceRoot {

    static final String PROPERTY = "idp.snapshots.resources";

    private static final Path TESTS = Path.of("src", "test");

    private ResourceRoot() {}

    /** Maven says where the module is; in other builds and in IDEs its compiled tests lie somewhere in it. */
    static Path of(Class<?> test, Surroundings surroundings) {
        String said = surroundings.property(PROPERTY);
        if (!said.isEmpty()) {
            return Path.of(said);
        }
        return Stream.of(
                        module(surroundings.property("basedir")),
                        around(test),
                        module(surroundings.property("user.dir")))
                .flatMap(Optional::stream)
                .findFirst()
                .map(module -> module.resolve(TESTS).resolve("resources"))
                .orElseThrow(() -> new IllegalStateException("found no " + TESTS + " for the snapshots of "
                        + test.getSimpleName() + "; say where the test resources are with -D" + PROPERTY
                        + "=DIRECTORY"));
    }

    private static Optional<Path> module(String directory) {
        return Optional.of(directory)
                .filter(said -> !said.isEmpty())
                .map(Path::of)
                .filter(ResourceRoot::hasTests);
    }

    private static Optional<Path> around(Class<?> test) {
        try {
            CodeSource source = test.getProtectionDomain().getCodeSource();
            if (source == null || !source.getLocation().getProtocol().equals("file")) {
                return Optional.empty();
            }
            return Stream.<@Nullable Path>iterate(
                            Path.of(source.getLocation().toURI()), path -> path != null, Path::getParent)
                    .filter(ResourceRoot::hasTests)
                    .findFirst();
        } catch (URISyntaxException noFile) {
            return Optional.empty();
        }
    }

    private static boolean hasTests(Path module) {
        return Files.isDirectory(module.resolve(TESTS));
    }
}
