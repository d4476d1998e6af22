package dev.idp.tests.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** What the guide shows is compiled and run, with the shop of the main README; what it says to fail does so in its words. */
class GuideTest {

    private static final Pattern BLOCK = Pattern.compile("```(java|text)\n(.*?)```", Pattern.DOTALL);
    private static final Pattern CLASS = Pattern.compile("(?:class|record) (\\w+)");

    /** Where the snapshots of the guide are kept. */
    private static final String RESOURCES = "idp.snapshots.resources";

    @TempDir
    Path directory;

    private final List<String> tests = new ArrayList<>();
    private String guide;
    private ClassLoader ours;
    private URLClassLoader snippets;

    @BeforeEach
    void compile() throws IOException {
        guide = Files.readString(Path.of("README.md"));
        List<String> command = new ArrayList<>(
                List.of("-proc:none", "-cp", System.getProperty("java.class.path"), "-d", directory.toString()));
        String shop = blocks(Files.readString(Path.of("..", "README.md")))
                .filter(block -> block.contains("class Shop "))
                .findFirst()
                .orElseThrow();
        for (String source : Stream.concat(Stream.of(shop), blocks(guide)).toList()) {
            Matcher name = CLASS.matcher(source);
            assertThat(name.find()).isTrue();
            if (name.group(1).endsWith("Test")) {
                tests.add(name.group(1));
            }
            command.add(Files.writeString(directory.resolve(name.group(1) + ".java"), source)
                    .toString());
        }
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        int status = ToolProvider.getSystemJavaCompiler().run(null, messages, messages, command.toArray(String[]::new));
        assertThat(status).as(messages.toString(StandardCharsets.UTF_8)).isZero();
        ours = Thread.currentThread().getContextClassLoader();
        snippets = new URLClassLoader(new URL[] {directory.toUri().toURL()}, ours);
        Thread.currentThread().setContextClassLoader(snippets);
        System.setProperty(
                RESOURCES, Path.of("src/test/resources/guide").toAbsolutePath().toString());
    }

    @AfterEach
    void close() throws IOException {
        System.clearProperty(RESOURCES);
        Thread.currentThread().setContextClassLoader(ours);
        snippets.close();
    }

    @Test
    void everyTestOfTheGuidePasses() throws ClassNotFoundException {
        for (String name : tests) {
            if (name.equals("FailingTest")) {
                continue;
            }
            EngineExecutionResults results = run(name);

            assertThat(failures(results)).as(name).isEmpty();
            // Without binaries of an API server, that test is skipped as a whole.
            if (!name.equals("ServerTest")) {
                assertThat(results.testEvents().succeeded().count()).as(name).isPositive();
            }
        }
        assertThat(tests).hasSizeGreaterThan(8);
    }

    @Test
    void theFailureIsWhatTheGuideSays() throws ClassNotFoundException {
        String said = textAfter("class FailingTest");

        assertThat(failures(run("FailingTest"))).containsExactly(said.stripTrailing());
    }

    private static List<String> failures(EngineExecutionResults results) {
        return results.allEvents().failed().stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .map(Throwable::getMessage)
                        .orElse("no message"))
                .toList();
    }

    private EngineExecutionResults run(String name) throws ClassNotFoundException {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(snippets.loadClass(name)))
                .execute();
    }

    private static Stream<String> blocks(String text) {
        return BLOCK.matcher(text)
                .results()
                .filter(block -> block.group(1).equals("java"))
                .map(block -> block.group(2));
    }

    private String textAfter(String mark) {
        Matcher block = BLOCK.matcher(guide);
        int from = guide.indexOf(mark);
        while (block.find(from)) {
            if (block.group(1).equals("text")) {
                return block.group(2);
            }
            from = block.end();
        }
        throw new IllegalArgumentException("no text after " + mark);
    }
}
