package dev.idp.kubernetes;

import dev.idp.kubernetes.internal.facets.Facets;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.spi.Extension;
import java.util.List;
import java.util.function.Function;

/** Objects that bring about the secrets of an environment. */
final class KubernetesSecrets extends Extension implements MakesObjects {

    private final Function<EnvironmentPlan, List<NeededSecret>> needed;
    private final SecretSource source;

    private KubernetesSecrets(String id, Function<EnvironmentPlan, List<NeededSecret>> needed, SecretSource source) {
        super(Kubernetes.ID, id);
        this.needed = needed;
        this.source = source;
    }

    static Extension existing(SecretSource source) {
        return new KubernetesSecrets("secret-source", NeededSecret::existing, source);
    }

    static Extension toMakeUp(SecretSource source) {
        return new KubernetesSecrets(Facets.PASSWORD_SOURCE, NeededSecret::toMakeUp, source);
    }

    @Override
    public List<Making> makings(Attachment attachment) {
        return needed.apply(attachment.environment()).stream()
                .map(secret -> new Making(
                        "objects for secret " + secret,
                        "secret " + secret,
                        false,
                        secret.home(),
                        secret.because(),
                        () -> source.objectsFor(secret)))
                .toList();
    }

    @Override
    public boolean isEdit() {
        return false;
    }
}
