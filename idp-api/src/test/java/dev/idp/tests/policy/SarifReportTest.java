package dev.idp.tests.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.policy.Finding;
import dev.idp.policy.Location;
import dev.idp.policy.Report;
import dev.idp.policy.Severity;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What was found is read by code scanning. */
class SarifReportTest {

    private static final Pattern FINGERPRINT = Pattern.compile("\"idpFinding/v1\": \"([^\"]+)\"");

    @Test
    void aRunHasRulesAndResultsAndSuppressesWhatIsWaived() {
        assertThat(Report.of(Verdicts.pair(), Verdicts.RULES.subList(1, 2)).toSarif("src/main/java"))
                .isEqualTo("""
                {
                  "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
                  "version": "2.1.0",
                  "runs": [
                    {
                      "tool": {
                        "driver": {
                          "name": "idp",
                          "rules": [
                            {
                              "id": "fixed-image",
                              "shortDescription": {
                                "text": "a tag moves"
                              },
                              "fullDescription": {
                                "text": "a tag moves"
                              },
                              "help": {
                                "text": "a tag moves; fix: name a version"
                              },
                              "helpUri": "https://docs.example/images",
                              "defaultConfiguration": {
                                "level": "error"
                              }
                            }
                          ]
                        }
                      },
                      "results": [
                        {
                          "ruleId": "fixed-image",
                          "ruleIndex": 0,
                          "level": "error",
                          "message": {
                            "text": "web in prod: its image is no fixed one (service web, Shop.java:31); fix: mend it"
                          },
                          "locations": [
                            {
                              "physicalLocation": {
                                "artifactLocation": {
                                  "uri": "src/main/java/org/example/Shop.java"
                                },
                                "region": {
                                  "startLine": 31
                                }
                              },
                              "logicalLocations": [
                                {
                                  "name": "/spec/x",
                                  "fullyQualifiedName": "prod/Deployment/web/spec/x",
                                  "kind": "property"
                                }
                              ]
                            }
                          ],
                          "partialFingerprints": {
                            "idpFinding/v1": "025b3bd37ef17199ac51b8fbf5e11eb1:1"
                          }
                        },
                        {
                          "ruleId": "fixed-image",
                          "ruleIndex": 0,
                          "level": "error",
                          "message": {
                            "text": "orders in prod: its image is no fixed one (service orders, Shop.java:31); fix: mend it"
                          },
                          "locations": [
                            {
                              "physicalLocation": {
                                "artifactLocation": {
                                  "uri": "src/main/java/org/example/Shop.java"
                                },
                                "region": {
                                  "startLine": 31
                                }
                              },
                              "logicalLocations": [
                                {
                                  "name": "/spec/x",
                                  "fullyQualifiedName": "prod/Deployment/orders/spec/x",
                                  "kind": "property"
                                }
                              ]
                            }
                          ],
                          "partialFingerprints": {
                            "idpFinding/v1": "93d953fd36712852e5967d1c45854dd1:1"
                          },
                          "suppressions": [
                            {
                              "kind": "external",
                              "status": "accepted",
                              "justification": "until 2027-01-31, by checkout: the vendor has no versions"
                            }
                          ]
                        }
                      ]
                    }
                  ]
                }
                """);
    }

    @Test
    void aRuleThatNobodyBroughtAlongHasItsIdAndAFindingNowhereANameAlone() {
        assertThat(Report.of(Verdicts.of(Verdicts.shopFindings().get(5))).toSarif())
                .contains("\"id\": \"few-services\"")
                .contains("\"level\": \"note\"")
                .contains("\"text\": \"dev: there are 2\"")
                .contains("\"fullyQualifiedName\": \"dev\"")
                .doesNotContain("physicalLocation");
    }

    @Test
    void nothingFoundIsARunWithoutResults() {
        assertThat(Report.of(Verdicts.CLEAN).toSarif()).contains("\"results\": [ ]", "\"rules\": [ ]");
    }

    @ParameterizedTest
    @CsvSource({
        "org/example/Shop.java, src/main/java, src/main/java/org/example/Shop.java",
        "org/example/Shop.java, src/main/java/, src/main/java/org/example/Shop.java",
        "org/example/Shop.java, '', org/example/Shop.java",
        "deploy/prod/web.yaml, src/main/java, deploy/prod/web.yaml",
        "deploy/my shop/100%.yaml, '', deploy/my%20shop/100%25.yaml",
        "a:b/gr\u00fc\u00dfe.yaml, '', a%3Ab/gr%C3%BC%C3%9Fe.yaml",
        "a#b?c[d].yaml, '', a%23b%3Fc%5Bd%5D.yaml",
        "/tmp/web.yaml, src/main/java, file:///tmp/web.yaml",
        "C:/tmp/web.yaml, '', file:///C:/tmp/web.yaml",
    })
    void filesAreNamedByUris(String file, String sources, String uri) {
        assertThat(Report.of(Verdicts.of(at("it is odd", new Location(file, 0, "", ""))))
                        .toSarif(sources))
                .contains("\"uri\": \"" + uri + "\"")
                .doesNotContain("startLine");
        assertThat(URI.create(uri)).hasToString(uri);
    }

    static List<Arguments> messages() {
        return List.of(
                Arguments.of("{0} of {{x}}", "{{0}} of {{{{x}}}}"),
                Arguments.of("see [this](7)", "see [this] (7)"),
                Arguments.of("a [list] and\na \\", "a [list] and a \\\\"));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void messagesHoldNeitherArgumentsNorLinks(String message, String shown) {
        assertThat(Report.of(Verdicts.of(Verdicts.finding("a-rule", Severity.ERROR, "prod", "web", message)))
                        .toSarif())
                .contains("\"text\": \"web in prod: " + shown + " (service web");
    }

    @Test
    void fingerprintsOutliveAMoveOfLinesAndNewWords() {
        Finding before = at("it is odd", new Location("web.yaml", 3, "Pod/web", "/spec"));
        Finding after = at("it is even", new Location("moved.yaml", 99, "Pod/web", "/spec"));

        assertThat(fingerprints(after)).isEqualTo(fingerprints(before));
    }

    @Test
    void fingerprintsTellFindingsApart() {
        Finding one = Verdicts.finding("a-rule", Severity.ERROR, "prod", "web", "its port is odd");
        Finding sameField = Verdicts.finding("a-rule", Severity.ERROR, "prod", "web", "its port is taken");
        Finding elsewhere = Verdicts.finding("a-rule", Severity.ERROR, "dev", "web", "its port is odd");

        assertThat(fingerprints(one, sameField, elsewhere)).hasSize(3).doesNotHaveDuplicates();
    }

    private static List<String> fingerprints(Finding... findings) {
        return FINGERPRINT
                .matcher(Report.of(Verdicts.of(findings)).toSarif())
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private static Finding at(String message, Location location) {
        return new Finding(
                "a-rule", Severity.ERROR, "prod", "web", "", message, "", Optional.empty(), Optional.of(location));
    }
}
