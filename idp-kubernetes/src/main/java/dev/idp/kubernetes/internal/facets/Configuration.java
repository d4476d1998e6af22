package dev.idp.kubernetes.internal.facets;

import dev.idp.Setting;
import dev.idp.Settings;
import dev.idp.Text;
import dev.idp.explain.Decision;
import dev.idp.kubernetes.internal.render.ContentHash;
import dev.idp.plan.WorkloadPlan;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Plain texts of a workload as Kubernetes keeps them: by key, under a name that changes with them.
 *
 * <p>Pods read them when they start: under a new name, a change reaches exactly the pods that read it.
 */
final class Configuration {

    private final WorkloadPlan workload;
    private final String part;
    private final Map<String, Decision<Text>> said;
    private final Map<String, Decision<Text>> byKey = new LinkedHashMap<>();
    private final Map<String, String> texts = new LinkedHashMap<>();

    private Configuration(WorkloadPlan workload, String part, Setting<Text> setting, UnaryOperator<String> key) {
        this.workload = workload;
        this.part = part;
        this.said = workload.entries(setting);
        said.forEach((entry, decision) -> {
            byKey.put(key.apply(entry), decision);
            texts.put(key.apply(entry), Texts.plain(decision.get()));
        });
    }

    /** Variables, by name. */
    static Configuration variables(WorkloadPlan workload) {
        return new Configuration(workload, "env", Settings.ENV, UnaryOperator.identity());
    }

    /** Files, by a key made of their path. */
    static Configuration files(WorkloadPlan workload) {
        return new Configuration(workload, "files", Settings.FILE, VolumeNames::key);
    }

    boolean isEmpty() {
        return texts.isEmpty();
    }

    /** The decisions by what was said about: names of variables, paths of files. */
    Map<String, Decision<Text>> said() {
        return said;
    }

    Map<String, Decision<Text>> byKey() {
        return byKey;
    }

    Map<String, String> texts() {
        return texts;
    }

    int size() {
        int size = 0;
        for (Map.Entry<String, String> text : texts.entrySet()) {
            size += bytes(text.getKey()) + bytes(text.getValue());
        }
        return size;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Everything that the name depends on. */
    Decision<?>[] nameParts() {
        Decision<?>[] parts = new Decision<?>[said.size() + 1];
        parts[0] = workload.identity();
        int i = 1;
        for (Decision<Text> text : said.values()) {
            parts[i++] = text;
        }
        return parts;
    }

    String name() {
        ContentHash hash = new ContentHash();
        texts.forEach((key, text) -> hash.add(key).add(text));
        return workload.name() + "-" + part + "-" + hash.end();
    }
}
