package dev.idp.tests.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.policy.Report;
import dev.idp.policy.Severity;
import dev.idp.policy.Verdict;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/** What was found are test results, as Surefire writes them. */
class JUnitReportTest {

    @Test
    void aSuiteForEachEnvironmentHasATestForEachRule() {
        assertThat(Report.of(Verdicts.shop(), Verdicts.RULES).on("stage").toJUnitXml())
                .isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuites name="policy" tests="10" failures="2" errors="0">
                  <testsuite name="stage" tests="3" failures="0" errors="0" skipped="0" time="0">
                    <testcase classname="stage" name="fixed-image" time="0"/>
                    <testcase classname="stage" name="owner-set" time="0"/>
                    <testcase classname="stage" name="probes-set" time="0"/>
                  </testsuite>
                  <testsuite name="dev" tests="4" failures="0" errors="0" skipped="0" time="0">
                    <testcase classname="dev" name="few-services" time="0">
                      <system-out>INFO few-services: dev: there are 2</system-out>
                    </testcase>
                    <testcase classname="dev" name="fixed-image" time="0"/>
                    <testcase classname="dev" name="owner-set" time="0"/>
                    <testcase classname="dev" name="probes-set" time="0"/>
                  </testsuite>
                  <testsuite name="prod" tests="3" failures="2" errors="0" skipped="0" time="0">
                    <testcase classname="prod" name="fixed-image" time="0">
                      <failure type="ERROR" message="web: its image is no fixed one">ERROR fixed-image: web in prod: its image is no fixed one (service web, Shop.java:31); fix: mend it</failure>
                      <system-out>ERROR fixed-image: orders in prod: its image is no fixed one (service orders, Shop.java:31); fix: mend it; waived until 2027-01-31, by checkout: the vendor has no versions</system-out>
                    </testcase>
                    <testcase classname="prod" name="owner-set" time="0">
                      <system-out>INFO owner-set: web in prod: nobody owns it (service web, Shop.java:31); fix: mend it</system-out>
                    </testcase>
                    <testcase classname="prod" name="probes-set" time="0">
                      <failure type="WARNING" message="mail: it has no probe (and 1 more)">WARNING probes-set: mail in prod: it has no probe (service mail, Shop.java:31); fix: mend it
                WARNING probes-set: web in prod: it has no probe (service web, Shop.java:31); fix: mend it</failure>
                    </testcase>
                  </testsuite>
                </testsuites>
                """);
    }

    @Test
    void whatIsWaivedAltogetherIsSkippedWithTheReason() {
        Verdict waived = Verdicts.waiving(Verdicts.shopFindings().subList(2, 3));

        assertThat(Report.of(waived).toJUnitXml()).isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuites name="policy" tests="1" failures="0" errors="0">
                  <testsuite name="prod" tests="1" failures="0" errors="0" skipped="1" time="0">
                    <testcase classname="prod" name="fixed-image" time="0">
                      <skipped message="orders: its image is no fixed one; waived until 2027-01-31, by checkout: the vendor has no versions"/>
                    </testcase>
                  </testsuite>
                </testsuites>
                """);
    }

    @Test
    void nothingAskedIsAnEmptyList() {
        assertThat(Report.of(Verdicts.CLEAN, Verdicts.RULES).toJUnitXml()).isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuites name="policy" tests="0" failures="0" errors="0">
                </testsuites>
                """);
    }

    static List<Arguments> names() {
        return List.of(
                Arguments.of("<a> & \"b\" 'c'", "<a> & \"b\" 'c'"),
                Arguments.of("]]>", "]]>"),
                Arguments.of("tab\tand\r\nlines\n", "tab\tand\r\nlines\n"),
                Arguments.of("nul \0, escape \u001b", "nul \uFFFD, escape \uFFFD"),
                Arguments.of("none \uFFFE \uFFFF", "none \uFFFD \uFFFD"),
                Arguments.of("half \uD800 a pair", "half \uFFFD a pair"),
                Arguments.of("a pair \uD83D\uDE00", "a pair \uD83D\uDE00"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void parsersReadWhatWasMeantAndRefuseNothing(String rule, String read) throws Exception {
        Verdict verdict = Verdicts.of(Verdicts.finding(rule, Severity.ERROR, "prod", "web", rule));

        Element test = (Element) DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(Report.of(verdict).toJUnitXml().getBytes(StandardCharsets.UTF_8)))
                .getElementsByTagName("testcase")
                .item(0);

        assertThat(test.getAttribute("name")).isEqualTo(read);
        assertThat(test.getElementsByTagName("failure").getLength()).isEqualTo(1);
    }
}
