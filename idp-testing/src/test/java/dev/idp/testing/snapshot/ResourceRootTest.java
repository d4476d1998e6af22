package dev.idp.testing.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Snapshots are kept in the source tree of the module that the tests are in. */
class ResourceRootTest {

    private static final Class<?> OF_THE_JDK = String.class;

    @TempDir
    private Path module;

    @Test
    void whatTheUserSaysComesFirst() {
        assertThat(root(ResourceRootTest.class, Map.of("idp.snapshots.resources", "elsewhere", "basedir", "x")))
                .isEqualTo(Path.of("elsewhere"));
    }

    @Test
    void thenTheModuleThatMavenSays() throws IOException {
        Files.createDirectories(module.resolve("src/test"));

        assertThat(root(ResourceRootTest.class, Map.of("basedir", module.toString())))
                .isEqualTo(module.resolve("src/test/resources"));
    }

    @Test
    void thenTheModuleThatTheClassIsCompiledIn() throws IOException {
        Files.createDirectories(module.resolve("src/test"));

        Path root = root(ResourceRootTest.class, Map.of("basedir", "nowhere", "user.dir", module.toString()));

        assertThat(root).endsWithRaw(Path.of("src/test/resources")).isNotEqualTo(module.resolve("src/test/resources"));
        assertThat(root.resolveSibling("java/dev/idp/testing/snapshot/ResourceRootTest.java"))
                .exists();
    }

    @Test
    void thenTheDirectoryOfTheProcess() throws IOException {
        Files.createDirectories(module.resolve("src/test"));

        assertThat(root(OF_THE_JDK, Map.of("user.dir", module.toString())))
                .isEqualTo(module.resolve("src/test/resources"));
    }

    @Test
    void elseItIsToBeSaid() {
        assertThatThrownBy(() -> root(OF_THE_JDK, Map.of("user.dir", module.toString())))
                .hasMessage("found no src/test for the snapshots of String; say where the test resources are with"
                        + " -Didp.snapshots.resources=DIRECTORY");
    }

    @Test
    void aClassHasADirectoryOfItsPackageAndName() {
        Path resources = Path.of("resources");

        assertThat(new TestClassDirectory(Map.Entry.class, resources).files().file("x"))
                .isEqualTo(Path.of("resources/java/util/Map.Entry/x"));
    }

    private static Path root(Class<?> test, Map<String, String> properties) {
        return ResourceRoot.of(test, Surroundings.of(Map.of(), properties, line -> {}));
    }
}
