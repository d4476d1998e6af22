package dev.idp.tests.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.policy.Report;
import dev.idp.policy.Severity;
import dev.idp.policy.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What was found is a comment on a pull request. */
class MarkdownReportTest {

    @Test
    void thereIsATableForEachEnvironmentAndOneForWhatIsWaived() {
        assertThat(Report.of(Verdicts.shop(), Verdicts.RULES).toMarkdown()).isEqualTo("""
                **1 error, 2 warnings, 2 info, 1 waived**

                ### dev

                | Severity | Rule | Subject | Finding | Fix | Where |
                | --- | --- | --- | --- | --- | --- |
                | INFO | few-services |  | there are 2 |  |  |

                ### prod

                | Severity | Rule | Subject | Finding | Fix | Where |
                | --- | --- | --- | --- | --- | --- |
                | ERROR | [fixed-image](https://docs.example/images) | web | its image is no fixed one | mend it | service web, Shop.java:31 |
                | WARNING | probes-set | mail | it has no probe | mend it | service mail, Shop.java:31 |
                | WARNING | probes-set | web | it has no probe | mend it | service web, Shop.java:31 |
                | INFO | owner-set | web | nobody owns it | mend it | service web, Shop.java:31 |

                <details><summary>1 waived</summary>

                | Environment | Rule | Subject | Finding | Until | By | Why |
                | --- | --- | --- | --- | --- | --- | --- |
                | prod | [fixed-image](https://docs.example/images) | orders | its image is no fixed one | 2027-01-31 | checkout | the vendor has no versions |

                </details>
                """);
    }

    @Test
    void nothingFoundIsOneLine() {
        assertThat(Report.of(Verdicts.CLEAN, Verdicts.RULES).on("prod").toMarkdown())
                .isEqualTo("**nothing found**\n");
    }

    static List<Arguments> messages() {
        return List.of(
                Arguments.of("a | b", "a \\| b"),
                Arguments.of("a \\| b", "a \\\\\\| b"),
                Arguments.of("`rm`", "\\`rm\\`"),
                Arguments.of("<script> & <!-- -->", "&lt;script&gt; &amp; &lt;\\!-- --&gt;"),
                Arguments.of("one\r\ntwo\nthree", "one<br>two<br>three"),
                Arguments.of("*a* _b_ ~~c~~ $d$", "\\*a\\* \\_b\\_ \\~\\~c\\~\\~ \\$d\\$"),
                Arguments.of("![x](http://y)", "\\!\\[x\\]\\(http://y\\)"),
                Arguments.of("ask @shop/orders", "ask @<!-- -->shop/orders"),
                Arguments.of("bell \u0007", "bell \uFFFD"));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void messagesAreShownAsTheyAre(String message, String shown) {
        Verdict verdict = Verdicts.of(Verdicts.finding("a-rule", Severity.ERROR, "prod", "web", message));

        assertThat(Report.of(verdict).toMarkdown())
                .contains("| ERROR | a-rule | web | " + shown + " | mend it | service web, Shop.java:31 |\n");
    }

    @Test
    void aLinkEndsNeitherItselfNorTheRow() {
        Verdict verdict = Verdicts.of(Verdicts.finding("a-rule", Severity.ERROR, "prod", "web", "it is odd"));
        var rule = new Verdicts.Known("a-rule", "why", Severity.ERROR, "", "https://x.example/a(b)|c d");

        assertThat(Report.of(verdict, List.of(rule)).toMarkdown())
                .contains("| [a-rule](https://x.example/a%28b%29%7Cc%20d) |");
    }
}
