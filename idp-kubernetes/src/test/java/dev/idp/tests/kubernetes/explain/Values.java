package dev.idp.tests.kubernetes.explain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.idp.Access;
import dev.idp.Metric;
import dev.idp.Namespaces;
import dev.idp.Overlap;
import dev.idp.Probe;
import dev.idp.Protocol;
import dev.idp.Tier;
import dev.idp.kubernetes.CloudIdentity;
import dev.idp.kubernetes.Pace;
import dev.idp.kubernetes.Toleration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Other values for a decided value: its JSON with one leaf changed, in every way that is told apart. */
final class Values {

    private static final List<String> ROLLOUTS =
            List.of("recreate", "on delete", "rolling +0 -1", "rolling +2 -0", "rolling +25% -0", "rolling +25% -1");

    private static final Pattern AMOUNT = Pattern.compile("(\\d+)(\\D+)");
    private static final Pattern IMAGE = Pattern.compile("((?:[^@]*/)?[^:@/]+)(:[^@]+)?(@.*)?");

    /** What is one text in JSON and more than that in a plan. */
    private static final Map<String, Class<? extends Enum<?>>> ENUMS = Map.ofEntries(
            Map.entry("port/protocol", Protocol.class),
            Map.entry("liveness/kind", Probe.Kind.class),
            Map.entry("readiness/kind", Probe.Kind.class),
            Map.entry("startup/kind", Probe.Kind.class),
            Map.entry("metric/source", Metric.Source.class),
            Map.entry("overlap", Overlap.class),
            Map.entry("team-access", Access.class),
            Map.entry("namespaces", Namespaces.class),
            Map.entry("toleration/effect", Toleration.Effect.class),
            Map.entry("scaling/up/choice", Pace.Choice.class),
            Map.entry("scaling/down/choice", Pace.Choice.class),
            Map.entry("cloud-identity/cloud", CloudIdentity.Cloud.class));

    /**
     * What a value can name.
     *
     * @param ports the names of the workload's ports
     * @param hosts the names of all services
     * @param places the paths of the workload's directories and files
     */
    record Names(List<String> ports, List<String> hosts, List<String> places) {

        static final Names NONE = new Names(List.of(), List.of(), List.of());
    }

    private Values() {}

    /**
     * Returns other values.
     *
     * @param setting the id of the setting
     * @param value the JSON of its value
     * @param names what it can name
     */
    static List<JsonNode> other(String setting, JsonNode value, Names names) {
        if (value.isBoolean()) {
            return List.of(BooleanNode.valueOf(!value.booleanValue()));
        }
        if (value.isNumber()) {
            return List.of(LongNode.valueOf(value.longValue() + 1));
        }
        if (value.isArray()) {
            List<JsonNode> others = new ArrayList<>();
            for (int i = 0; i < value.size(); i++) {
                for (JsonNode element : other(setting, value.get(i), names)) {
                    ArrayNode copy = value.deepCopy();
                    copy.set(i, element);
                    others.add(copy);
                }
            }
            return others;
        }
        return value.isObject()
                ? otherObjects(setting, (ObjectNode) value, names)
                : texts(otherTexts(setting, value.textValue(), names));
    }

    private static List<JsonNode> otherObjects(String setting, ObjectNode value, Names names) {
        List<JsonNode> others = new ArrayList<>();
        value.properties().forEach(field -> {
            String name = field.getKey();
            for (JsonNode other : other(setting + "/" + name, field.getValue(), names)) {
                others.add(value.deepCopy().set(name, other));
            }
            if (setting.endsWith("headers") || setting.endsWith("/env") || setting.endsWith("/secrets")) {
                ObjectNode copy = value.deepCopy();
                copy.set(name + "-x", copy.remove(name));
                others.add(copy);
            }
            if (name.endsWith("Seconds") || name.equals("certificateIssuer")) {
                others.add(value.deepCopy().without(name));
            }
        });
        return others;
    }

    private static List<String> otherTexts(String setting, String text, Names names) {
        if (ENUMS.containsKey(setting)) {
            return others(
                    Arrays.stream(ENUMS.get(setting).getEnumConstants())
                            .map(Enum::name)
                            .toList(),
                    text);
        }
        if (setting.endsWith("/host") && !setting.equals("route/host")) {
            return others(names.hosts(), text);
        }
        if (setting.endsWith("/shared")) {
            return others(names.places(), text);
        }
        return switch (setting.substring(setting.lastIndexOf('/') + 1)) {
            case "cpu",
                    "cpu-limit",
                    "memory",
                    "memory-limit",
                    "memoryLimit",
                    "size",
                    "storage",
                    "most-cpu",
                    "most-memory" -> List.of(more(text));
            case "image" -> images(text);
            case "most" -> others(List.of("7", "8", "7%"), text);
            default -> otherWords(setting, text, names);
        };
    }

    private static List<String> otherWords(String setting, String text, Names names) {
        return switch (setting) {
            // The name of a port or team is its identity: it is changed together with everything that names it.
            case "port/name", "owner/name" -> List.of();
            // They decide which objects there are, and each kind has tests of its own.
            case "kind", "public-entry/kind" -> List.of();
            case "startup/port", "liveness/port", "readiness/port", "route/port" -> others(names.ports(), text);
            case "spread" -> others(List.of("zones", "nodes", "zones strictly", "nodes strictly"), text);
            case "tier" -> others(Arrays.stream(Tier.values()).map(Enum::name).toList(), text);
            case "non-root", "read-only-root" -> List.of(text.equals("holds") ? "lifted: it must" : "holds");
            case "replicas" -> replicas(text);
            case "rollout" -> others(ROLLOUTS, text);
            case "networks" -> List.of(text.replaceFirst("/\\d+", "/31"));
            default -> List.of(text + "x");
        };
    }

    private static List<String> others(List<String> all, String text) {
        return all.stream().filter(other -> !other.equals(text)).toList();
    }

    private static String more(String amount) {
        Matcher matcher = match(AMOUNT, amount);
        return Long.parseLong(matcher.group(1)) + 1 + matcher.group(2);
    }

    private static List<String> images(String image) {
        Matcher matcher = match(IMAGE, image);
        String tag = matcher.group(2) == null ? "" : matcher.group(2);
        String digest = matcher.group(3) == null ? "" : matcher.group(3);
        return List.of(matcher.group(1) + "x" + tag + digest, matcher.group(1) + ":9" + digest);
    }

    private static List<String> replicas(String text) {
        int dots = text.indexOf("..");
        if (dots < 0) {
            int number = Integer.parseInt(text);
            return others(List.of("1", number + 1 + "", number + ".." + (number + 2)), text);
        }
        int least = Integer.parseInt(text.substring(0, dots));
        int most = Integer.parseInt(text.substring(dots + 2));
        return List.of(least + 1 + ".." + most, least + ".." + (most + 1), "1.." + most, least + "", "1");
    }

    private static Matcher match(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not what the test knows to change: " + text);
        }
        return matcher;
    }

    private static List<JsonNode> texts(List<String> texts) {
        return texts.stream().<JsonNode>map(JsonNodeFactory.instance::textNode).toList();
    }
}
