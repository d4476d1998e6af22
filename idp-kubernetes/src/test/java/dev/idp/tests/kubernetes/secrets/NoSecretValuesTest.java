package dev.idp.tests.kubernetes.secrets;

import static dev.idp.Text.text;
import static dev.idp.tests.kubernetes.Documents.leaves;
import static dev.idp.tests.kubernetes.Platforms.render;
import static dev.idp.tests.kubernetes.Platforms.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Secret;
import dev.idp.kubernetes.Manifests;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A program never holds the value of a secret, only its place; the place is found where Kubernetes looks it up. */
class NoSecretValuesTest {

    @Test
    void secretsAreNamedInReferencesAndNowhereElse() {
        Secret token = Secret.named("very-secret");
        Manifests manifests = render(service("orders")
                .env("PLAIN", "plain")
                .secret("ALONE", token.key("very-key"))
                .secret("COMPOSED", text("a{}b", token.key("very-key"))));

        List<String> places = new ArrayList<>();
        manifests.objects().forEach(object -> leaves(object).forEach((pointer, value) -> {
            if (value.asText().contains("very-")) {
                places.add(object.getKind() + " " + pointer.replaceAll(".*/env/\\d+", ""));
            }
        }));

        assertThat(places)
                .containsExactly(
                        "Deployment /valueFrom/secretKeyRef/key",
                        "Deployment /valueFrom/secretKeyRef/name",
                        "Deployment /valueFrom/secretKeyRef/key",
                        "Deployment /valueFrom/secretKeyRef/name");
        assertThat(manifests.objects().map(HasMetadata::getKind)).doesNotContain("Secret");
    }
}
