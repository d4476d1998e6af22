package dev.idp.tests.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.policy.Finding;
import dev.idp.policy.Report;
import dev.idp.policy.Severity;
import dev.idp.policy.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What was found is read by people and by programs. */
class ReportTest {

    @Test
    void textGroupsByEnvironmentAndSubjectWithTheGravestFirst() {
        assertThat(Report.of(Verdicts.shop()).toText()).isEqualTo("""
                dev
                  the environment itself
                    INFO few-services: there are 2
                prod
                  web
                    ERROR fixed-image: its image is no fixed one
                        at  service web, Shop.java:31
                        fix mend it
                    WARNING probes-set: it has no probe
                        at  service web, Shop.java:31
                        fix mend it
                    INFO owner-set: nobody owns it
                        at  service web, Shop.java:31
                        fix mend it
                  mail
                    WARNING probes-set: it has no probe
                        at  service mail, Shop.java:31
                        fix mend it
                1 error, 2 warnings, 2 info, 1 waived
                """);
    }

    static List<Arguments> endings() {
        Finding waived = Verdicts.shopFindings().get(2);
        return List.of(
                Arguments.of(Verdicts.CLEAN, "nothing found\n"),
                Arguments.of(Verdicts.waiving(List.of(waived)), "nothing found, 1 waived\n"));
    }

    @ParameterizedTest
    @MethodSource("endings")
    void textOfNothingOpenIsOneLine(Verdict verdict, String text) {
        assertThat(Report.of(verdict, Verdicts.RULES).toText()).isEqualTo(text);
        assertThat(Report.of(verdict, Verdicts.RULES)).hasToString(text);
    }

    static List<Arguments> textsOfOthers() {
        return List.of(
                Arguments.of("two\r\nlines", "two lines"),
                Arguments.of("red \u001b[31m", "red \uFFFD[31m"),
                Arguments.of("half \uD800 a pair", "half \uFFFD a pair"),
                Arguments.of("a pair \uD83D\uDE00", "a pair \uD83D\uDE00"));
    }

    @ParameterizedTest
    @MethodSource("textsOfOthers")
    void namesOfOthersPaintNoTerminal(String message, String shown) {
        Verdict verdict = Verdicts.of(Verdicts.finding("a-rule", Severity.ERROR, "prod", "web", message));

        assertThat(Report.of(verdict).toText()).contains("    ERROR a-rule: " + shown + "\n");
    }

    @Test
    void jsonHasAVersionAndFieldsInAFixedOrder() {
        assertThat(Report.of(Verdicts.pair()).toJson()).isEqualTo("""
                {
                  "version": "dev.idp/findings/v1",
                  "open": [
                    {
                      "rule": "fixed-image",
                      "severity": "ERROR",
                      "environment": "prod",
                      "subject": "web",
                      "message": "its image is no fixed one",
                      "fix": "mend it",
                      "place": "service web, Shop.java:31",
                      "location": {
                        "file": "org/example/Shop.java",
                        "line": 31,
                        "object": "Deployment/web",
                        "pointer": "/spec/x"
                      }
                    }
                  ],
                  "waived": [
                    {
                      "rule": "fixed-image",
                      "severity": "ERROR",
                      "environment": "prod",
                      "subject": "orders",
                      "message": "its image is no fixed one",
                      "fix": "mend it",
                      "place": "service orders, Shop.java:31",
                      "location": {
                        "file": "org/example/Shop.java",
                        "line": 31,
                        "object": "Deployment/orders",
                        "pointer": "/spec/x"
                      },
                      "waiver": {
                        "reason": "the vendor has no versions",
                        "owner": "checkout",
                        "until": "2027-01-31"
                      }
                    }
                  ]
                }
                """);
    }

    @Test
    void jsonLeavesOutWhatDoesNotApply() {
        assertThat(Report.of(Verdicts.of(Verdicts.shopFindings().get(5))).toJson())
                .isEqualTo("""
                {
                  "version": "dev.idp/findings/v1",
                  "open": [
                    {
                      "rule": "few-services",
                      "severity": "INFO",
                      "environment": "dev",
                      "message": "there are 2"
                    }
                  ],
                  "waived": [ ]
                }
                """);
    }

    static List<Named<Function<Report, String>>> formats() {
        return List.of(
                Named.of("text", Report::toText),
                Named.of("JSON", Report::toJson),
                Named.of("Markdown", Report::toMarkdown),
                Named.of("JUnit", Report::toJUnitXml),
                Named.of("SARIF", Report::toSarif));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void everyFormatIsTheSameInWhateverOrderThingsAreFound(Function<Report, String> format) {
        List<Finding> findings = new ArrayList<>(Verdicts.shopFindings());
        var rules = new ArrayList<>(Verdicts.RULES);
        String text = format.apply(Report.of(Verdicts.waiving(findings), rules));
        Collections.reverse(findings);
        Collections.reverse(rules);

        assertThat(format.apply(Report.of(Verdicts.waiving(findings), rules))).isEqualTo(text);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void everyFormatCanBeWrittenAsUtf8(Function<Report, String> format) {
        String half = "half \uD800 a pair \uDC00";

        String text = format.apply(Report.of(Verdicts.of(Verdicts.finding(half, Severity.ERROR, half, half, half))));

        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(text)).isTrue();
        assertThat(text).contains("half \uFFFD a pair");
    }
}
