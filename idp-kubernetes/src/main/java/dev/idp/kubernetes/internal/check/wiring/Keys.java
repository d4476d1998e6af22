package dev.idp.kubernetes.internal.check.wiring;

import dev.idp.kubernetes.check.Field;
import dev.idp.kubernetes.check.ManifestObject;
import dev.idp.kubernetes.check.ObjectSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The ConfigMaps and Secrets that there will be, and their keys: those among the objects, and the Secrets that operators make
 * of others: <a href="https://external-secrets.io/latest/api/externalsecret/">External Secrets</a>, <a
 * href="https://cert-manager.io/docs/usage/certificate/">cert-manager</a>, <a
 * href="https://cloudnative-pg.io/documentation/current/applications/#secrets">CloudNativePG</a>.
 */
final class Keys {

    /** What somebody else may put anything into. */
    private static final Set<String> ANY = Set.of();

    private record Name(String environment, String namespace, String kind, String name) {}

    private final Map<Name, Set<String>> known = new HashMap<>();

    Keys(ObjectSet objects) {
        for (ManifestObject object : objects.objects()) {
            switch (object.kind() + "." + object.group()) {
                case "ConfigMap." -> add(object, "ConfigMap", object.name(), keys(object, "data", "binaryData"));
                case "Secret." -> add(object, "Secret", object.name(), ofSecret(object));
                case "ExternalSecret.external-secrets.io" -> ofStore(object);
                case "SealedSecret.bitnami.com" ->
                    add(object, "Secret", object.name(), keys(object.at("spec", "encryptedData")));
                case "Certificate.cert-manager.io" ->
                    object.at("spec", "secretName")
                            .text()
                            .ifPresent(name -> add(object, "Secret", name, Set.of("tls.crt", "tls.key", "ca.crt")));
                case "Ingress.networking.k8s.io" -> ofIngress(object);
                case "Cluster.postgresql.cnpg.io" -> {
                    for (String user : new String[] {"app", "superuser", "ca", "server", "replication"}) {
                        add(object, "Secret", object.name() + "-" + user, ANY);
                    }
                }
                default -> {}
            }
        }
    }

    /** An empty Secret is filled by whoever applies it, and one may be annotated so. */
    private static Set<String> ofSecret(ManifestObject secret) {
        Set<String> keys = keys(secret, "data", "stringData");
        secret.at("metadata", "annotations", "dev.idp/made-up")
                .text()
                .ifPresent(made -> keys.addAll(Set.of(made.split(","))));
        return keys;
    }

    private void ofStore(ManifestObject external) {
        Field target = external.at("spec", "target");
        Set<String> keys = new HashSet<>();
        external.at("spec", "data")
                .items()
                .forEach(data -> data.get("secretKey").text().ifPresent(keys::add));
        boolean isOpen = external.at("spec", "dataFrom").isPresent()
                || target.get("template").isPresent();
        add(external, "Secret", target.get("name").text().orElse(external.name()), isOpen ? ANY : keys);
    }

    /** An issuer of certificates puts them where the Ingress expects them. */
    private void ofIngress(ManifestObject ingress) {
        boolean isIssued = ingress.at("metadata", "annotations").entries().keySet().stream()
                .anyMatch(key -> key.startsWith("cert-manager.io/"));
        if (isIssued) {
            ingress.at("spec", "tls").items().forEach(tls -> tls.get("secretName")
                    .text()
                    .ifPresent(name -> add(ingress, "Secret", name, Set.of("tls.crt", "tls.key", "ca.crt"))));
        }
    }

    private static Set<String> keys(ManifestObject object, String... fields) {
        Set<String> keys = new HashSet<>();
        for (String field : fields) {
            keys.addAll(keys(object.at(field)));
        }
        return keys;
    }

    private static Set<String> keys(Field map) {
        return map.entries().keySet();
    }

    private void add(ManifestObject by, String kind, String name, Set<String> keys) {
        known.put(new Name(by.environment(), by.namespace(), kind, name), keys);
    }

    boolean has(ManifestObject from, String kind, String name) {
        return known.containsKey(new Name(from.environment(), from.namespace(), kind, name));
    }

    /** Whether a key is known to be missing. */
    boolean lacks(ManifestObject from, String kind, String name, String key) {
        Set<String> keys = Optional.ofNullable(known.get(new Name(from.environment(), from.namespace(), kind, name)))
                .orElse(ANY);
        return !keys.isEmpty() && !keys.contains(key);
    }
}
