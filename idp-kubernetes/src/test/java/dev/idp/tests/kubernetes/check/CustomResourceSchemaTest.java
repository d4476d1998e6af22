package dev.idp.tests.kubernetes.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.idp.kubernetes.check.Checks;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.policy.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Custom resources are held to their definitions, where these are at hand. */
class CustomResourceSchemaTest {

    private static final Checks CHECKS = Checks.thorough().only("custom-resource-schema");

    private static final String DEFINITION = """
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
                    required: [spec]
                    properties:
                      metadata: {type: object, properties: {name: {type: string, maxLength: 8}}}
                      spec: %s
              - {name: v1alpha1, served: false, storage: false, schema: {openAPIV3Schema: {type: object}}}
            ---
            """;

    private static final String DATABASE = """
            apiVersion: example.org/v1
            kind: Database
            metadata: {name: orders, creationTimestamp: null, labels: {a: b}}
            spec: %s
            """;

    static List<Arguments> wrong() {
        return List.of(
                arguments(
                        "{type: object, properties: {size: {type: string}}}",
                        "{sizes: a}",
                        "no field spec.sizes is known, did you mean 'size'?"),
                arguments("{type: object}", "{size: 1}", "no field spec.size is known"),
                arguments("{type: integer}", "'1'", "spec is a text, not a whole number"),
                arguments("{type: integer}", "null", "spec is null, not a whole number"),
                arguments(
                        "{x-kubernetes-int-or-string: true, anyOf: [{type: integer}, {type: string}]}",
                        "[]",
                        "spec is a list, not a whole number or a text"),
                arguments(
                        "{type: object, required: [size], properties: {size: {type: string}}}",
                        "{}",
                        "spec.size is missing"),
                arguments(
                        "{type: string, enum: [small, large]}", "medium", "spec is 'medium', not one of small, large"),
                arguments("{type: integer, enum: [1, 3]}", "2", "spec is '2', not one of 1, 3"),
                arguments(
                        "{type: string, pattern: '^[a-z]+$'}",
                        "A1",
                        "spec does not have the form that its schema demands"),
                arguments("{type: integer, minimum: 1}", "0", "spec is 0, less than 1"),
                arguments("{type: integer, maximum: 5}", "6", "spec is 6, more than 5"),
                arguments("{type: number, minimum: 1, exclusiveMinimum: true}", "1", "spec is 1, not more than 1"),
                arguments(
                        "{type: number, maximum: 0.5, exclusiveMaximum: true}",
                        "0.5",
                        "spec is 0.5, not less than 0.5"),
                arguments("{type: integer, multipleOf: 5}", "7", "spec is 7, not a multiple of 5"),
                arguments("{type: string, minLength: 2}", "a", "spec has less than 2 letters"),
                arguments("{type: string, maxLength: 2}", "abc", "spec has more than 2 letters"),
                arguments(
                        "{type: string, format: date-time}",
                        "tomorrow",
                        "spec is not a date and time like 2027-01-31T12:00:00Z"),
                arguments("{type: array, minItems: 1, items: {type: string}}", "[]", "spec has less than 1 elements"),
                arguments(
                        "{type: array, maxItems: 1, items: {type: string}}", "[a, b]", "spec has more than 1 elements"),
                arguments(
                        "{type: array, x-kubernetes-list-type: set, items: {type: string}}",
                        "[a, b, a]",
                        "spec[2] has the same value as spec[0]"),
                arguments(
                        "{type: array, x-kubernetes-list-type: map, x-kubernetes-list-map-keys: [name], items:"
                                + " {type: object, properties: {name: {type: string}, size: {type: integer}}}}",
                        "[{name: a, size: 1}, {name: a, size: 2}]",
                        "spec[1] has the same name as spec[0]"),
                arguments(
                        "{type: object, additionalProperties: {type: integer}}",
                        "{a: b}",
                        "spec.a is a text, not a whole number"),
                arguments(
                        "{type: object, maxProperties: 1, additionalProperties: {type: integer}}",
                        "{a: 1, b: 2}",
                        "spec has more than 1 fields"),
                arguments(
                        "{type: object, x-kubernetes-preserve-unknown-fields: true, properties: {a: {type: integer}}}",
                        "{a: b, c: d}",
                        "spec.a is a text, not a whole number"),
                arguments(
                        "{type: object, x-kubernetes-embedded-resource: true, properties: {spec: {type: string}}}",
                        "{apiVersion: v1, kind: A, metadata: {name: a}, specs: a}",
                        "no field spec.specs is known, did you mean 'spec'?"),
                arguments(
                        "{type: object, properties: {a: {type: string}, b: {type: string}},"
                                + " oneOf: [{required: [a]}, {required: [b]}]}",
                        "{a: u, b: v}",
                        "spec has more than one of a, b"),
                arguments(
                        "{type: object, properties: {a: {type: string}, b: {type: string}},"
                                + " anyOf: [{required: [a]}, {required: [b]}]}",
                        "{}",
                        "spec has none of a, b"),
                arguments("{type: integer, allOf: [{minimum: 2}]}", "1", "spec is 1, less than 2"),
                arguments("{type: integer, not: {minimum: 2}}", "3", "spec has a form that its schema excludes"),
                arguments(
                        "{type: string, oneOf: [{pattern: '^a'}, {pattern: 'b$'}]}",
                        "ab",
                        "spec keeps to several forms of which its schema allows one"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void whatADefinitionDoesNotAllowIsFound(String schema, String value, String message) {
        assertThat(found(schema, value)).extracting(Finding::message).containsExactly("Database/orders: " + message);
    }

    static List<Arguments> right() {
        return List.of(
                arguments("{type: object, x-kubernetes-preserve-unknown-fields: true}", "{a: [b, {c: d}]}"),
                arguments("{x-kubernetes-preserve-unknown-fields: true}", "[1]"),
                arguments("{type: string, nullable: true}", "null"),
                arguments("{type: string, default: a}", "null"),
                arguments("{type: object, required: [a], properties: {a: {type: string, default: b}}}", "{}"),
                arguments("{x-kubernetes-int-or-string: true}", "50%"),
                arguments("{type: number}", "1"),
                arguments("{type: integer}", "2.0"),
                arguments("{type: string, pattern: '[[:alpha:]]'}", "'1'"),
                arguments("{type: string, pattern: '^[^[&]+$'}", "a"),
                arguments("{type: string, format: nobody-knows}", "a"),
                arguments("{type: array, x-kubernetes-list-type: atomic, items: {type: string}}", "[a, a]"),
                arguments(
                        "{type: object, properties: {a: {type: object, properties: {b: {type: string}, c: {type:"
                                + " string}}}}, anyOf: [{properties: {a: {properties: {b: {enum: [u]}}}}}]}",
                        "{a: {b: u, c: v}}"));
    }

    @ParameterizedTest
    @MethodSource("right")
    void whatADefinitionAllowsIsNotFound(String schema, String value) {
        assertThat(found(schema, value)).isEmpty();
    }

    private static List<Finding> found(String schema, String value) {
        return CHECKS.findings(
                ObjectSet.parse("prod", "db.yaml", DEFINITION.formatted(schema) + DATABASE.formatted(value)));
    }

    @Test
    void metadataIsThatOfEveryObjectAndMayBeNarrower() {
        String database =
                DATABASE.formatted("{}").replace("orders", "a-long-name").replace("labels", "label");

        assertThat(CHECKS.findings(
                        ObjectSet.parse("prod", "db.yaml", DEFINITION.formatted("{type: object}") + database)))
                .extracting(Finding::message)
                .containsExactly(
                        "Database/a-long-name: metadata.name has more than 8 letters",
                        "Database/a-long-name: no field metadata.label is known, did you mean 'labels'?");
    }

    @Test
    void aVersionThatIsNotServedIsFound() {
        for (String version : List.of("v1alpha1", "v2")) {
            String database = DATABASE.formatted("{}").replace("example.org/v1", "example.org/" + version);

            assertThat(CHECKS.findings(
                            ObjectSet.parse("prod", "db.yaml", DEFINITION.formatted("{type: object}") + database)))
                    .extracting(Finding::toString)
                    .containsExactly("ERROR custom-resource-schema: Database/orders in prod: Database/orders: its"
                            + " definition serves no version " + version + " of Database, only v1 (db.yaml:21"
                            + " /apiVersion); fix: write one that it serves");
        }
    }

    @Test
    void withoutADefinitionNothingIsGuessed() {
        assertThat(CHECKS.findings(ObjectSet.parse("prod", "db.yaml", DATABASE.formatted("[1]"))))
                .isEmpty();
    }

    @Test
    void theDefinitionOfTheSameEnvironmentHoldsAndOthersHelpOut() {
        ObjectSet dev = ObjectSet.parse("dev", "dev.yaml", DEFINITION.formatted("{type: string}"));
        ObjectSet prod = ObjectSet.parse("prod", "prod.yaml", DATABASE.formatted("1"));
        ObjectSet own = ObjectSet.parse("prod", "own.yaml", DEFINITION.formatted("{type: integer}"));

        assertThat(CHECKS.findings(dev.and(prod))).hasSize(1);
        assertThat(CHECKS.findings(dev.and(prod).and(own))).isEmpty();
    }
}
