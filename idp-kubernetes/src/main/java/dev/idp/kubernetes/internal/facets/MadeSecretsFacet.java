package dev.idp.kubernetes.internal.facets;

import dev.idp.EnvironmentSettings;
import dev.idp.explain.Decision;
import dev.idp.kubernetes.internal.render.EnvironmentFacet;
import dev.idp.kubernetes.internal.render.Output;
import dev.idp.kubernetes.internal.render.Trace;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.ResourcePlan;
import dev.idp.spi.MadeSecret;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Passwords that nobody knows beforehand, as Secrets in which they are missing: whoever applies one makes up the values of
 * the keys that its annotation names, once, and never reads them back. Applied by anything else it is a Secret without them,
 * and the pods that need them say so instead of starting.
 */
final class MadeSecretsFacet implements EnvironmentFacet {

    private static final String NEVER_WRITTEN = "made up by whoever applies it: no value stands in a file";

    @Override
    public void render(EnvironmentPlan environment, Output output) {
        boolean byOthers = environment.decisions().entries(EnvironmentSettings.EXTENSION).values().stream()
                .anyMatch(extension -> extension.get().id().equals(Facets.PASSWORD_SOURCE));
        for (ResourcePlan resource : environment.resources()) {
            for (MadeSecret secret : resource.secrets()) {
                if (!secret.byOthers() && !byOthers) {
                    render(resource, secret, environment, output);
                }
            }
        }
    }

    private static void render(ResourcePlan resource, MadeSecret made, EnvironmentPlan environment, Output output) {
        Decision<MadeSecret> said = resource.decision(made);
        Trace trace = output.start();
        ObjectMeta meta =
                Metadata.ofNamespace(trace, "Secret", made.name(), "", environment.namespaceOf(resource), environment);
        trace.cite("/metadata/name", said);
        Map<String, String> data = new TreeMap<>();
        made.keys().forEach((key, value) -> {
            Trace at = trace.at("/data", key);
            if (value.isEmpty()) {
                at.absent("", NEVER_WRITTEN, said);
            } else {
                at.cite("", said);
                at.rule("", "nobody has to keep it to themselves");
                data.put(key, Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8)));
            }
        });
        Trace annotation = trace.at("/metadata/annotations", Metadata.MADE_UP);
        annotation.cite("", said);
        annotation.rule("", NEVER_WRITTEN);
        meta.setAnnotations(Editable.map(
                Metadata.MADE_UP,
                made.keys().entrySet().stream()
                        .filter(key -> key.getValue().isEmpty())
                        .map(Map.Entry::getKey)
                        .collect(Collectors.joining(","))));
        Secret secret = new Secret();
        secret.setMetadata(meta);
        secret.setType(trace.because("/type", "Opaque", "the type of secrets of which Kubernetes knows nothing more"));
        secret.setData(data);
        output.add(secret);
    }
}
