package dev.idp.examples.bank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.kubernetes.Kubernetes;
import dev.idp.plan.Plan;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The same program gives the same bytes, however often and wherever it runs. */
class SameBytesTest {

    @Test
    void twice() {
        assertThat(everything()).isEqualTo(everything());
    }

    @Test
    void inAnotherPlaceOnEarth() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Duser.language=tr",
                        "-Duser.timezone=Pacific/Chatham",
                        "-Dfile.encoding=ISO-8859-1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Elsewhere.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(everything());
        assertThat(process.waitFor()).isZero();
    }

    /** What runs in the other place. */
    static final class Elsewhere {
        public static void main(String... arguments) {
            new PrintStream(System.out, true, StandardCharsets.UTF_8).print(everything());
        }
    }

    private static String everything() {
        Plan plan = BankOfAnthos.platform().plan();
        StringBuilder everything = new StringBuilder(plan.toJson());
        plan.environments()
                .forEach(environment -> everything.append(
                        Kubernetes.backend().render(environment).toYaml()));
        return everything.toString();
    }
}
