package dev.idp.kubernetes.internal.capacity;

import dev.idp.kubernetes.check.Field;
import dev.idp.kubernetes.check.Pod;
import java.math.BigDecimal;
import java.util.stream.Stream;

/**
 * Storage that is asked for: by an object of its own, or by each pod for itself.
 *
 * @param name what people call it
 * @param spec what is asked for
 * @param scale how many there are
 */
record Claim(String name, Field spec, Scale scale) {

    private static final Scale ONE = new Scale(1, 1, Surge.NONE, Scale.Nature.FIXED);

    /** All of a namespace. */
    static Stream<Claim> all(Namespace namespace) {
        return Stream.concat(
                namespace.ofKind("", "PersistentVolumeClaim").stream()
                        .map(claim -> new Claim(claim.name(), claim.at("spec"), ONE)),
                namespace.pods().stream().flatMap(pod -> ofPods(pod, namespace)));
    }

    private static Stream<Claim> ofPods(Pod pod, Namespace namespace) {
        Scale scale = Scale.of(pod, namespace);
        Stream<Claim> kept = pod.object().is("apps", "StatefulSet")
                ? pod.object().at("spec", "volumeClaimTemplates").items().stream()
                        .map(template ->
                                new Claim(name(template.at("metadata", "name"), pod), template.get("spec"), scale))
                : Stream.empty();
        return Stream.concat(
                kept,
                pod.spec().get("volumes").items().stream()
                        .filter(volume -> volume.get("ephemeral").isPresent())
                        .map(volume -> new Claim(
                                name(volume.get("name"), pod),
                                volume.at("ephemeral", "volumeClaimTemplate", "spec"),
                                scale)));
    }

    private static String name(Field name, Pod pod) {
        return name.scalar().orElse("") + " of " + pod.object().name();
    }

    Amounts requests() {
        return Amounts.of(spec.at("resources", "requests"));
    }

    BigDecimal storage() {
        return requests().get("storage");
    }

    String storageClass() {
        return spec.get("storageClassName").scalar().orElse("");
    }
}
