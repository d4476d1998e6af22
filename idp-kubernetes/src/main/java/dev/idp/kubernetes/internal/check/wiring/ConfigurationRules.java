package dev.idp.kubernetes.internal.check.wiring;

import dev.idp.kubernetes.check.Container;
import dev.idp.kubernetes.check.Field;
import dev.idp.kubernetes.check.ManifestFindings;
import dev.idp.kubernetes.check.ManifestRules;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.kubernetes.check.Pod;
import dev.idp.policy.Rule;
import dev.idp.policy.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Rules on the ConfigMaps and Secrets that pods read. */
final class ConfigurationRules {

    private static final String LINK =
            "https://kubernetes.io/docs/tasks/configure-pod-container/configure-pod-configmap/#restrictions";

    /** What every namespace has. */
    private static final Set<String> EVERYWHERE = Set.of("kube-root-ca.crt");

    private ConfigurationRules() {}

    /**
     * What a pod reads.
     *
     * @param kind the kind of object
     * @param name the field that names it
     * @param keys the fields that name its keys; none if all are read
     */
    private record Use(String kind, Field name, List<Field> keys) {}

    static List<Rule<ObjectSet>> all() {
        return List.of(
                exists("config-map-exists", "ConfigMap", Severity.WARNING, "add the ConfigMap, or mend the name"),
                exists(
                        "secret-exists",
                        "Secret",
                        Severity.INFO,
                        "make sure that whoever keeps the secret makes it there, or mend the name"),
                key());
    }

    private static Rule<ObjectSet> exists(String id, String kind, Severity severity, String fix) {
        return ManifestRules.forAll(id)
                .because("a pod whose " + kind + " is missing does not start")
                .severity(severity)
                .fix(fix)
                .link(LINK)
                .check((objects, found) -> {
                    Keys known = new Keys(objects);
                    objects.pods().forEach(pod -> uses(pod).stream()
                            .filter(use -> use.kind().equals(kind))
                            .forEach(use -> use.name()
                                    .text()
                                    .filter(name -> !EVERYWHERE.contains(name) && !known.has(pod.object(), kind, name))
                                    .ifPresent(name -> found.add(
                                            use.name(),
                                            "it reads " + kind + " '" + name + "', which is not among these"))));
                });
    }

    private static Rule<ObjectSet> key() {
        return ManifestRules.forAll("config-key-exists")
                .because("a pod that reads a missing key does not start")
                .severity(Severity.ERROR)
                .fix("mend the key, or say that it is optional")
                .link(LINK)
                .check((objects, found) -> {
                    Keys known = new Keys(objects);
                    objects.pods().forEach(pod -> uses(pod).forEach(use -> keys(pod, use, known, found)));
                });
    }

    private static void keys(Pod pod, Use use, Keys known, ManifestFindings found) {
        String name = use.name().text().orElse("");
        for (Field key : use.keys()) {
            key.text()
                    .filter(wanted -> known.lacks(pod.object(), use.kind(), name, wanted))
                    .ifPresent(wanted -> found.add(
                            key,
                            "it reads key '" + wanted + "' of " + use.kind() + " '" + name + "', which has none such"));
        }
    }

    private static List<Use> uses(Pod pod) {
        List<Use> uses = new ArrayList<>();
        for (Container container : pod.containers()) {
            for (Field from : container.at("envFrom").items()) {
                add("ConfigMap", from.get("configMapRef"), "name", List.of(), uses);
                add("Secret", from.get("secretRef"), "name", List.of(), uses);
            }
            for (Field variable : container.at("env").items()) {
                Field map = variable.at("valueFrom", "configMapKeyRef");
                add("ConfigMap", map, "name", List.of(map.get("key")), uses);
                Field secret = variable.at("valueFrom", "secretKeyRef");
                add("Secret", secret, "name", List.of(secret.get("key")), uses);
            }
        }
        for (Field volume : pod.spec().get("volumes").items()) {
            volume(volume, "secretName", uses);
            volume.at("projected", "sources").items().forEach(source -> volume(source, "name", uses));
        }
        return uses;
    }

    private static void volume(Field volume, String nameOfSecret, List<Use> uses) {
        Field map = volume.get("configMap");
        add("ConfigMap", map, "name", items(map), uses);
        Field secret = volume.get("secret");
        add("Secret", secret, nameOfSecret, items(secret), uses);
    }

    private static List<Field> items(Field source) {
        return source.get("items").items().stream().map(item -> item.get("key")).toList();
    }

    private static void add(String kind, Field reference, String name, List<Field> keys, List<Use> uses) {
        if (reference.isPresent() && !reference.get("optional").isTrue()) {
            uses.add(new Use(kind, reference.get(name), keys));
        }
    }
}
