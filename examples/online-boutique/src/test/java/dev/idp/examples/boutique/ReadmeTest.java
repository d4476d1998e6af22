package dev.idp.examples.boutique;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.testing.kubernetes.OnApiServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows is compiled and run, and prints what the README says that it prints. */
class ReadmeTest {

    private static final Pattern BLOCK = Pattern.compile("```(java|text|sh)\n(.*?)```", Pattern.DOTALL);
    private static final Pattern CLASS = Pattern.compile("(?:class|record) (\\w+)");

    @TempDir
    Path directory;

    private String readme;
    private ClassLoader snippets;

    @BeforeEach
    void compile() throws Exception {
        readme = Files.readString(Path.of("..", "..", "README.md"));
        List<String> command = new ArrayList<>(List.of(
                "-Xlint:all",
                "-Werror",
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                directory.toString()));
        for (String source : blocks("java")) {
            Matcher name = CLASS.matcher(source);
            assertThat(name.find()).isTrue();
            command.add(Files.writeString(directory.resolve(name.group(1) + ".java"), source)
                    .toString());
        }
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        int status = ToolProvider.getSystemJavaCompiler().run(null, messages, messages, command.toArray(String[]::new));
        assertThat(status).as(messages.toString(StandardCharsets.UTF_8)).isZero();
        snippets = new URLClassLoader(
                new URL[] {directory.toUri().toURL()}, getClass().getClassLoader());
    }

    @Test
    void theDemoPrintsWhatItSays() throws Exception {
        String printed = run("Demo", directory.resolve("manifests").toString());

        assertThat(printed).isEqualTo(textAfter("class Demo"));
        assertThat(directory.resolve("manifests/orders/deployment.yaml")).exists();
    }

    @Test
    void theMistakesAreReportedAsItSays() throws Exception {
        assertThat(run("Mistakes")).isEqualTo(textAfter("class Mistakes"));
    }

    @Test
    void thePolicyFindsWhatItSays() throws Exception {
        assertThat(run("Check")).isEqualTo(textAfter("class Check"));
    }

    @Test
    void theAuditFindsWhatItSays() throws Exception {
        assertThat(run("Audit").stripTrailing())
                .isEqualTo(textAfter("class Audit").stripTrailing());
    }

    @Test
    void theBankIsAsItSays() throws Exception {
        assertThat(run("Bank").stripTrailing())
                .isEqualTo(textAfter("class Bank").stripTrailing());
    }

    @Test
    void theRankingIsAsItSays() throws Exception {
        assertThat(run("Ranking")).isEqualTo(textAfter("class Ranking"));
    }

    @Test
    void theRoomsAreAsItSays() throws Exception {
        assertThat(run("Rooms")).isEqualTo(textAfter("class Rooms"));
    }

    @Test
    void theWayOutIsAsItSays() throws Exception {
        String printed = run("WayOut", directory.resolve("ejected").toString());

        assertThat(printed).isEqualTo(textAfter("class WayOut"));
        assertThat(directory.resolve("ejected").toFile().list())
                .contains("environment.yaml", "kustomization.yaml", "workloads");
    }

    @Nested
    @OnApiServer(current = true)
    class OnACluster {
        @Test
        void theDeliveryIsAsItSays() throws Exception {
            assertThat(run("Delivery")).isEqualTo(textAfter("class Delivery"));
        }
    }

    @Test
    void theTestsPass() throws Exception {
        Class<?> tests = snippets.loadClass("ShopTest");
        int passed = 0;
        for (Method test : tests.getDeclaredMethods()) {
            if (test.isAnnotationPresent(Test.class)) {
                var constructor = tests.getDeclaredConstructor();
                constructor.setAccessible(true);
                test.setAccessible(true);
                test.invoke(constructor.newInstance());
                passed++;
            }
        }
        assertThat(passed).isEqualTo(2);
    }

    @Test
    void theQuickStartIsOneBlockOfTwoCommands() {
        assertThat(blocks("sh")).singleElement().satisfies(block -> assertThat(block.lines())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).startsWith("./mvnw ")));
    }

    private String run(String program, String... arguments) throws Exception {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            snippets.loadClass(program).getMethod("main", String[].class).invoke(null, (Object) arguments);
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    private String textAfter(String code) {
        Matcher block = BLOCK.matcher(readme);
        assertThat(block.find(readme.indexOf(code))).isTrue();
        assertThat(block.group(1)).isEqualTo("text");
        return block.group(2);
    }

    private List<String> blocks(String language) {
        return BLOCK.matcher(readme)
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2))
                .toList();
    }
}
