package dev.idp.tests.kubernetes.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.kubernetes.check.Checks;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.policy.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Custom resources are held to the rules in CEL of their definitions, where somebody can evaluate them. */
class CustomResourceRuleTest {

    private static final Checks CHECKS = Checks.thorough().only("custom-resource-schema");

    private static final String YAML = """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: databases.example.org}
            spec:
              group: example.org
              scope: Namespaced
              names: {kind: Database, plural: databases, singular: database}
              versions:
              - name: v1
                served: true
                storage: true
                schema:
                  openAPIV3Schema:
                    type: object
                    x-kubernetes-validations: [{rule: "self.metadata.name.size() < 10"}]
                    properties:
                      spec:
                        type: object
                        x-kubernetes-validations: [{%s}]
                        properties:
                          size: {type: integer, default: 3}
                          most: {type: integer}
                          share: {type: number}
                          since: {type: string, format: date-time}
                          namespace: {type: string}
                          names: {type: array, items: {type: string}}
                          labels: {type: object, additionalProperties: {type: string}}
            ---
            apiVersion: example.org/v1
            kind: Database
            metadata: {name: orders, creationTimestamp: null}
            spec: {%s}
            """;

    private static List<Finding> found(String rule, String spec) {
        return CHECKS.findings(ObjectSet.parse("prod", "db.yaml", YAML.formatted(rule, spec)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '"',
            value = {
                "self.size <= self.most ~ most: 3",
                "!has(self.most) || self.size <= self.most ~ ",
                "self.names.all(name, name.startsWith('a')) ~ names: [ab, ac]",
                "self.share > 1 ~ share: 2",
                "self.__namespace__ == 'shop' ~ namespace: shop",
                "self.labels['a'] == 'b' && size(self.labels) == 1 ~ labels: {a: b}",
                "self.?most.orValue(0) == 0 ~ size: 1",
                "'a,b'.split(',').size() == 2 ~ size: 1",
                "self.most == oldSelf.most ~ most: 4",
            })
    void aRuleThatHoldsIsNotFound(String rule, String spec) {
        assertThat(found("rule: \"" + rule + "\"", spec == null ? "" : spec)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "rule: self.size <= self.most | most: 2 | self.size <= self.most",
                "rule: self.most > 1 | size: 1 | self.most > 1",
                "rule: self.size < 3, message: it is too large | most: 1 | it is too large",
                "rule: self.size < 3, messageExpression: \"'no more than 2, not ' + string(self.size)\" | size: 5 |"
                        + " no more than 2, not 5",
            })
    void aRuleThatDoesNotHoldIsFoundWithWhatItSays(String rule, String spec, String message) {
        assertThat(found(rule.replace("\"\"", "\""), spec)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).hasToString("ERROR");
            assertThat(finding.message())
                    .isEqualTo("Database/orders: spec breaks a rule of its definition: " + message);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "quantity('1Gi').isInteger() | size: 1",
                "self.since == timestamp('2027-01-31T12:00:00Z') | since: '2027-01-31T12:00:00Z'",
                "self.names[0] == 'a' | names: []",
                "this is no expression | size: 1",
            })
    void whatCannotBeEvaluatedIsSaidAndNotJudged(String rule, String spec) {
        assertThat(found("rule: \"" + rule + "\"", spec))
                .allSatisfy(finding -> assertThat(finding.severity()).hasToString("INFO"))
                .extracting(Finding::message)
                .contains("Database/orders: a rule of the definition of spec was not evaluated: " + rule);
    }

    @Test
    void rulesOfTheWholeObjectSeeItsName() {
        String yaml = YAML.formatted("rule: 'true'", "size: 1").replace("name: orders", "name: all-the-orders");

        assertThat(CHECKS.findings(ObjectSet.parse("prod", "db.yaml", yaml)))
                .extracting(Finding::message)
                .containsExactly("Database/all-the-orders: the object breaks a rule of its definition:"
                        + " self.metadata.name.size() < 10");
    }
}
