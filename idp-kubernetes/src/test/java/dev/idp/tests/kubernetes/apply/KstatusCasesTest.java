package dev.idp.tests.kubernetes.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.idp.kubernetes.apply.Readiness;
import dev.idp.kubernetes.apply.Readiness.Status;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The cases of <a href="https://github.com/kubernetes-sigs/cli-utils">kstatus</a>' own tests, each with the status and the
 * reason that it expects. They are read from a checkout of that repository, named by the property {@code idp.kstatus}.
 */
class KstatusCasesTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Pattern TEXT = Pattern.compile("^var (\\w+) = `(.*?)`", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern CASE = Pattern.compile(
            "\"(\\w+)\": \\{\\s*spec:\\s*(?:fmt\\.Sprintf\\()?(\\w+),.*?expectedStatus:\\s*(\\w+)Status,(.*?)"
                    + "absentConditionTypes",
            Pattern.DOTALL);
    private static final Pattern REASON = Pattern.compile("Reason:\\s*\"(\\w+)\"");

    private record Case(String name, GenericKubernetesResource object, String state, String reason) {

        void isJudgedAsThere() {
            Status status = Readiness.kstatus().of(object, NOW);

            assertThat(status.state().name().replace("_", "")).isEqualTo(state.toUpperCase(Locale.ROOT));
            assertThat(status.reason()).isEqualTo(reason);
        }
    }

    @TestFactory
    Stream<DynamicTest> isJudgedAsThere() throws IOException {
        String checkout = System.getProperty("idp.kstatus", "");
        if (checkout.isEmpty()) {
            // A factory that gives up itself is counted nowhere.
            return Stream.of(
                    DynamicTest.dynamicTest("cases", () -> abort("no checkout of cli-utils is named by idp.kstatus")));
        }

        List<Case> cases = cases(Files.readString(Path.of(checkout, "pkg/kstatus/status/status_compute_test.go")));

        assertThat(cases).as("cases of kstatus").hasSizeGreaterThan(40);
        return cases.stream()
                .map(each ->
                        DynamicTest.dynamicTest(each.object().getKind() + ": " + each.name(), each::isJudgedAsThere));
    }

    private static List<Case> cases(String program) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Matcher text = TEXT.matcher(program); text.find(); ) {
            texts.put(text.group(1), text.group(2).replace("%s", "\"" + NOW + "\""));
        }
        List<Case> cases = new ArrayList<>();
        for (Matcher found = CASE.matcher(program); found.find(); ) {
            Matcher reason = REASON.matcher(found.group(4));
            cases.add(new Case(
                    found.group(1),
                    ClusterObjects.read(Objects.requireNonNull(texts.get(found.group(2)), found.group(2))),
                    found.group(3),
                    reason.find() ? reason.group(1) : "Current"));
        }
        return cases;
    }
}
