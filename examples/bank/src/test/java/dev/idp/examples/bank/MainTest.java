package dev.idp.examples.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program that people run. */
class MainTest {

    @TempDir
    Path output;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void writesTheManifestsOfEveryEnvironment() {
        assertThat(run("render", output.toString())).isZero();

        assertThat(printed()).isEqualTo("""
                dev: 77 files, 77 of them new
                staging: 81 files, 81 of them new
                prod: 89 files, 89 of them new
                """);
        assertThat(output.resolve("dev/frontend/ingress.yaml")).exists();
        assertThat(output.resolve("prod/frontend/httproute.yaml")).exists();
        assertThat(output.resolve("prod/namespace-bank-prod-ledger.yaml")).exists();
    }

    @Test
    void writesNothingTheSecondTime() {
        run("render", output.toString());
        printed.reset();

        assertThat(run("render", output.toString())).isZero();
        assertThat(printed().lines()).hasSize(3).allMatch(line -> line.endsWith(" 0 of them new"));
    }

    @Test
    void checksTheRules() {
        assertThat(run("check")).isZero();
        assertThat(printed()).isEqualTo("0 findings, 2 waived\n");
    }

    @Test
    void saysHowToUseIt() {
        assertThat(run("deploy")).isEqualTo(2);
        assertThat(printed()).startsWith("usage: bank-of-anthos");
    }

    private int run(String... command) {
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        return Main.run(List.of(command), out, LocalDate.of(2027, 1, 1));
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
