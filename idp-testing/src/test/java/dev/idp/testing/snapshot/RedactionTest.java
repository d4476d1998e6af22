package dev.idp.testing.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Patterns name what is redacted by the paths that messages show. */
class RedactionTest {

    private static final @Nullable Object TREE =
            SnapshotText.parse("{image: i, spec: {containers: [{name: app, image: i}], labels: {a/b: i}}}");

    @ParameterizedTest
    @CsvSource({
        "**/image,                       '{image: (redacted), spec: {containers: [{name: app, image: (redacted)}], labels: {a/b: i}}}'",
        "Deployment/orders/image,        '{image: (redacted), spec: {containers: [{name: app, image: i}], labels: {a/b: i}}}'",
        "Deployment/*/image,             '{image: (redacted), spec: {containers: [{name: app, image: i}], labels: {a/b: i}}}'",
        "Dep*/o*s/im*,                   '{image: (redacted), spec: {containers: [{name: app, image: i}], labels: {a/b: i}}}'",
        "**/containers/app/image,        '{image: i, spec: {containers: [{name: app, image: (redacted)}], labels: {a/b: i}}}'",
        "**/containers/*/image,          '{image: i, spec: {containers: [{name: app, image: (redacted)}], labels: {a/b: i}}}'",
        "**/labels/a~1b,                 '{image: i, spec: {containers: [{name: app, image: i}], labels: {a/b: (redacted)}}}'",
        "**/containers,                  '{image: i, spec: {containers: (redacted), labels: {a/b: i}}}'",
        "Service/orders/image,           '{image: i, spec: {containers: [{name: app, image: i}], labels: {a/b: i}}}'",
        "image,                          '{image: i, spec: {containers: [{name: app, image: i}], labels: {a/b: i}}}'",
    })
    void whatAPatternNamesIsRedacted(String pattern, String redacted) {
        Redaction redaction = Redaction.none().and(List.of(pattern));

        assertThat(redaction.ofActual("Deployment/orders", TREE)).isEqualTo(SnapshotText.parse(redacted));
    }

    @ParameterizedTest
    @CsvSource({
        "'{kind: Secret, data: {a: eA==}, stringData: {b: x}}',      '{kind: Secret, data: {a: (redacted)}, stringData: {b: (redacted)}}'",
        "'{kind: Secret, data: x}',                                  '{kind: Secret, data: (redacted)}'",
        "'{kind: ConfigMap, data: {a: x}}',                          '{kind: ConfigMap, data: {a: x}}'",
        "'{kind: Secret, type: Opaque, metadata: {annotations: {kubectl.kubernetes.io/last-applied-configuration: x, a: y}}}',"
                + " '{kind: Secret, type: Opaque, metadata: {annotations: {kubectl.kubernetes.io/last-applied-configuration: (redacted), a: y}}}'",
    })
    void secretsKeepTheirKeysAlone(String tree, String redacted) {
        assertThat(Redaction.none().ofActual("Secret/a", SnapshotText.parse(tree)))
                .isEqualTo(SnapshotText.parse(redacted));
    }
}
