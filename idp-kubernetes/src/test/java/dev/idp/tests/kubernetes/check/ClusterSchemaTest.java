package dev.idp.tests.kubernetes.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idp.kubernetes.check.Checks;
import dev.idp.kubernetes.check.ClusterSchema;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.policy.Finding;
import dev.idp.policy.Rule;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a cluster says of its own kinds takes the place of what this library knows of them. */
class ClusterSchemaTest {

    @TempDir
    Path directory;

    /** A cluster whose claims have a colour, and which has databases. */
    private static final String SCHEMAS = """
            {
              "io.k8s.api.core.v1.PersistentVolumeClaim": {
                "type": "object",
                "properties": {
                  "apiVersion": {"type": "string"},
                  "kind": {"type": "string"},
                  "metadata": {"allOf": [{"$ref": "%1$sio.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"}], "default": {}},
                  "spec": {"$ref": "%1$sio.k8s.api.core.v1.PersistentVolumeClaimSpec"}
                },
                "x-kubernetes-group-version-kind": [{"group": "", "version": "v1", "kind": "PersistentVolumeClaim"}]
              },
              "io.k8s.api.core.v1.PersistentVolumeClaimSpec": {
                "type": "object",
                "required": ["colour"],
                "properties": {
                  "colour": {"type": "string", "enum": ["red", "blue"]},
                  "accessModes": {"type": "array", "items": {"type": "string"}},
                  "resources": {"type": "object", "additionalProperties": {
                    "type": "object",
                    "additionalProperties": {"$ref": "%1$sio.k8s.apimachinery.pkg.api.resource.Quantity"}}}
                }
              },
              "io.k8s.apimachinery.pkg.api.resource.Quantity": {"type": "string"},
              "io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta": {
                "type": "object",
                "properties": {"name": {"type": "string"}}
              },
              "org.example.v1.Database": {
                "type": "object",
                "properties": {
                  "apiVersion": {"type": "string"},
                  "kind": {"type": "string"},
                  "metadata": {"type": "object"},
                  "spec": {"type": "object", "properties": {"parts": {"type": "array", "items": {
                    "$ref": "%1$sorg.example.v1.Database"}}}}
                },
                "x-kubernetes-group-version-kind": [{"group": "example.org", "version": "v1", "kind": "Database"}]
              }
            }
            """;

    private static String swagger() {
        return "{\"swagger\": \"2.0\", \"definitions\": " + SCHEMAS.formatted("#/definitions/") + "}";
    }

    private static String openApi() {
        return "{\"openapi\": \"3.0.0\", \"components\": {\"schemas\": " + SCHEMAS.formatted("#/components/schemas/")
                + "}}";
    }

    private static final String CLAIM = """
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: data}
            spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: %s}}, %s}
            """;

    private static List<Finding> found(ClusterSchema schema, String yaml) {
        return Checks.thorough()
                .only("removed-api")
                .against(schema)
                .findings(ObjectSet.parse("prod", "data.yaml", yaml));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1Gi | colour: red |",
                "1  | colour: red |",
                "1GB | colour: red | spec.resources.requests.storage is not a quantity like 500m or 1Gi",
                "1Gi | {} | spec.colour is missing",
                "1Gi | colour: green | spec.colour is 'green', not one of red, blue",
                "1Gi | colour: [red] | spec.colour is a list, not a text",
                "1Gi | color: red, colour: red | no field spec.color is known, did you mean 'colour'?",
                "1Gi | colour: red, volumeMode: Block | no field spec.volumeMode is known",
            })
    void aKindIsWhatItsClusterSaysOfIt(String size, String field, String message) {
        for (String document : List.of(swagger(), openApi())) {
            assertThat(found(ClusterSchema.ofOpenApi(document), CLAIM.formatted(size, field.replace("{}", ""))))
                    .extracting(Finding::message)
                    .isEqualTo(message == null ? List.of() : List.of("PersistentVolumeClaim/data: " + message));
        }
    }

    @Test
    void kindsOfOperatorsAreCheckedAndMayHoldThemselves() {
        String parts = "{spec: {parts: [{spec: {partz: []}}]}}";

        assertThat(found(
                        ClusterSchema.ofOpenApi(swagger()),
                        "{apiVersion: example.org/v1, kind: Database, metadata: {name: db}, spec: {parts: [" + parts
                                + "]}}"))
                .extracting(Finding::message)
                .containsExactly("Database/db: no field spec.parts[0].spec.parts[0].spec.partz is known, did you mean"
                        + " 'parts'?");
    }

    @Test
    void whatTheClusterDoesNotMentionIsCheckedAsBefore() {
        assertThat(found(
                        ClusterSchema.ofOpenApi(swagger()),
                        "{apiVersion: v1, kind: ConfigMap, metadata: {name: a}, dota: {a: b}}"))
                .extracting(Finding::rule)
                .containsExactly("unknown-field");
    }

    @Test
    void questionsToTheServerNeedNoName() {
        ClusterSchema reviews = ClusterSchema.ofOpenApi("""
                {"definitions": {"review": {"type": "object", "x-kubernetes-group-version-kind": [
                  {"group": "authorization.k8s.io", "version": "v1", "kind": "SubjectAccessReview"}]}}}
                """);

        assertThat(found(reviews, "{apiVersion: authorization.k8s.io/v1, kind: SubjectAccessReview, spec: {user: a}}"))
                .isEmpty();
    }

    @Test
    void theRulesAreReplacedAndTheOthersStay() {
        Checks against = Checks.thorough().without("removed-api").against(ClusterSchema.ofOpenApi(swagger()));

        assertThat(against.rules())
                .extracting(Rule::id)
                .isEqualTo(Checks.thorough().without("removed-api").rules().stream()
                        .map(Rule::id)
                        .toList());
        assertThat(Checks.thorough()
                        .only("removed-api")
                        .against(ClusterSchema.ofOpenApi(swagger()))
                        .rules())
                .extracting(Rule::id)
                .contains("removed-api", "unknown-field");
    }

    @Test
    void documentsAreJoinedAndReadFromFiles() throws Exception {
        Path file = Files.writeString(directory.resolve("cluster.json"), swagger());
        String other = """
                {"definitions": {"a": {"x-kubernetes-group-version-kind": [{"group": "", "version": "v1", "kind": "A"}]}}}
                """;

        assertThat(ClusterSchema.ofOpenApi(file).and(ClusterSchema.ofOpenApi(other)))
                .hasToString("3 kinds");
        assertThatThrownBy(() -> ClusterSchema.ofOpenApi(directory.resolve("none.json")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("none.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "{\"definitions\": 1}", "not json"})
    void whatIsNoSuchDocumentIsRefused(String document) {
        assertThatThrownBy(() -> ClusterSchema.ofOpenApi(document))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("what a cluster says of its kinds ");
    }
}
