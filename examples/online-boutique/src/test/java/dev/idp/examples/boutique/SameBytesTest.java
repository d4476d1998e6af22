package dev.idp.examples.boutique;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Environment;
import dev.idp.Platform;
import dev.idp.Service;
import dev.idp.kubernetes.Kubernetes;
import dev.idp.plan.Plan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same program gives the same bytes, wherever it runs and in whatever order it declares. */
class SameBytesTest {

    @TempDir
    Path output;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-Duser.language=tr -Duser.country=TR",
                "-Duser.timezone=Pacific/Chatham",
                "-Dfile.encoding=ISO-8859-1 -Dsun.jnu.encoding=ISO-8859-1",
                "-Duser.language=ar -Duser.extensions=nu-arab -Dline.separator=\r\n",
                "-XX:hashCode=2"
            })
    void inAnotherPlaceOnEarth(String options) throws Exception {
        Path here = Files.createDirectory(output.resolve("here"));
        Path there = Files.createDirectory(output.resolve("there"));
        render(OnlineBoutique.platform().plan(), here);

        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:+UnlockExperimentalVMOptions");
        Collections.addAll(command, options.split(" "));
        Collections.addAll(command, "-cp", System.getProperty("java.class.path"), Elsewhere.class.getName());
        command.add(there.toString());
        Process process = new ProcessBuilder(command).inheritIO().start();

        assertThat(process.waitFor()).isZero();
        assertThat(files(there)).isNotEmpty().isEqualTo(files(here));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void inAnotherOrderOfDeclarations(long seed) {
        Platform platform = OnlineBoutique.platform();
        List<Service> services = new ArrayList<>(platform.services());
        List<Environment> environments = new ArrayList<>(platform.environments());
        Collections.shuffle(services, new Random(seed));
        Collections.shuffle(environments, new Random(seed));

        Plan shuffled = Platform.named(platform.name())
                .environments(environments.toArray(Environment[]::new))
                .services(services)
                .build()
                .plan();

        assertThat(shuffled.toJson()).isEqualTo(platform.plan().toJson());
        assertThat(yaml(shuffled)).as("seed %d", seed).isEqualTo(yaml(platform.plan()));
    }

    /** What runs in the other place. */
    static final class Elsewhere {
        public static void main(String... arguments) {
            render(OnlineBoutique.platform().plan(), Path.of(arguments[0]));
        }
    }

    private static void render(Plan plan, Path directory) {
        try {
            Files.writeString(directory.resolve("plan.json"), plan.toJson());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        plan.environments()
                .forEach(environment ->
                        Kubernetes.backend().render(environment).writeTo(directory.resolve(environment.name())));
    }

    private static String yaml(Plan plan) {
        StringBuilder yaml = new StringBuilder();
        plan.environments()
                .forEach(environment ->
                        yaml.append(Kubernetes.backend().render(environment).toYaml()));
        return yaml.toString();
    }

    private static Map<String, String> files(Path directory) {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.filter(path -> path.toString().matches(".*\\.(yaml|json)"))
                    .toList()) {
                files.put(directory.relativize(path).toString(), Files.readString(path));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return files;
    }
}
