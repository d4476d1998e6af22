package dev.idp.kubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Secrets that the External Secrets Operator copies from a store, or makes up.
 *
 * <p>A secret is looked for in the store under {@code PLATFORM/ENVIRONMENT/SECRET}, each of its keys as a property of it,
 * unless {@link #keyedBy} says otherwise. It is looked at again every hour, which is what the operator itself does unless
 * told otherwise.
 *
 * @see <a href="https://external-secrets.io/latest/api/externalsecret/">ExternalSecret, external-secrets.io/v1</a>
 */
public final class ExternalSecrets implements SecretSource {

    private static final String VERSION = "external-secrets.io/v1";
    private static final String GENERATORS = "generators.external-secrets.io/v1alpha1";

    private final String kind;
    private final String store;
    private final Function<NeededSecret, String> key;
    private final Duration refreshed;

    private ExternalSecrets(String kind, String store, Function<NeededSecret, String> key, Duration refreshed) {
        this.kind = kind;
        this.store = store;
        this.key = key;
        this.refreshed = refreshed;
    }

    /**
     * Returns the secrets of a store that all namespaces may use.
     *
     * @param store the name of a {@code ClusterSecretStore}
     * @return the source, for {@link Kubernetes#secretsFrom}
     */
    public static ExternalSecrets inClusterStore(String store) {
        return in("ClusterSecretStore", store);
    }

    /**
     * Returns the secrets of a store that each namespace has for itself under one name.
     *
     * @param store the name of a {@code SecretStore}
     * @return the source, for {@link Kubernetes#secretsFrom}
     */
    public static ExternalSecrets inStore(String store) {
        return in("SecretStore", store);
    }

    private static ExternalSecrets in(String kind, String store) {
        return new ExternalSecrets(
                kind,
                Objects.requireNonNull(store, "the store of secrets is null"),
                secret -> secret.environment().platform().get() + "/"
                        + secret.environment().name() + "/" + secret.name(),
                Duration.ofHours(1));
    }

    /**
     * Returns passwords that the operator makes up when a Secret is first needed, and leaves as they are: 32 letters and
     * digits, since URLs are composed of them.
     *
     * @return the source, for {@link Kubernetes#passwordsFrom}
     * @see <a href="https://external-secrets.io/latest/api/generator/password/">Password, generators.external-secrets.io</a>
     */
    public static SecretSource madeUp() {
        return ExternalSecrets::generated;
    }

    /**
     * Returns this source with other places in the store.
     *
     * @param key the key in the store by secret; must be pure
     * @return the source
     */
    public ExternalSecrets keyedBy(Function<NeededSecret, String> key) {
        return new ExternalSecrets(kind, store, Objects.requireNonNull(key, "the key in the store is null"), refreshed);
    }

    /**
     * Returns this source with another time after which the store is looked at again.
     *
     * @param interval whole seconds
     * @return the source
     */
    public ExternalSecrets refreshedEvery(Duration interval) {
        return new ExternalSecrets(
                kind, store, key, Objects.requireNonNull(interval, "the time between looks at the store is null"));
    }

    @Override
    public List<? extends HasMetadata> objectsFor(NeededSecret secret) {
        String place = key.apply(secret);
        List<Object> data = new ArrayList<>();
        for (String property : secret.keys()) {
            data.add(new TreeMap<>(Map.of(
                    "secretKey", property, "remoteRef", new TreeMap<>(Map.of("key", place, "property", property)))));
        }
        Map<String, Object> spec = new TreeMap<>();
        spec.put("secretStoreRef", new TreeMap<>(Map.of("kind", kind, "name", store)));
        spec.put("refreshInterval", refreshed.toSeconds() + "s");
        spec.put("data", data);
        if (!secret.type().equals("Opaque")) {
            spec.put("target", new TreeMap<>(Map.of("template", new TreeMap<>(Map.of("type", secret.type())))));
        }
        return List.of(CustomResources.of(VERSION, "ExternalSecret", secret.name(), spec));
    }

    private static List<? extends HasMetadata> generated(NeededSecret secret) {
        List<Object> sources = new ArrayList<>();
        for (String key : secret.keys()) {
            Map<String, Object> generator =
                    new TreeMap<>(Map.of("apiVersion", GENERATORS, "kind", "Password", "name", secret.name()));
            Map<String, Object> renamed =
                    new TreeMap<>(Map.of("regexp", new TreeMap<>(Map.of("source", "^password$", "target", key))));
            sources.add(new TreeMap<>(Map.of(
                    "sourceRef", new TreeMap<>(Map.of("generatorRef", generator)), "rewrite", List.of(renamed))));
        }
        Map<String, Object> spec = new TreeMap<>();
        spec.put("refreshPolicy", "CreatedOnce");
        spec.put("dataFrom", sources);
        if (!secret.known().isEmpty()) {
            Map<String, Object> template = new TreeMap<>();
            template.put("mergePolicy", "Merge");
            template.put("data", new TreeMap<String, Object>(secret.known()));
            spec.put("target", new TreeMap<>(Map.of("template", template)));
        }
        Map<String, Object> password = new TreeMap<>();
        password.put("length", 32);
        password.put("digits", 8);
        password.put("symbols", 0);
        password.put("noUpper", false);
        password.put("allowRepeat", true);
        return List.of(
                CustomResources.of(GENERATORS, "Password", secret.name(), password),
                CustomResources.of(VERSION, "ExternalSecret", secret.name(), spec));
    }
}
