package dev.idp.tests.kubernetes.explain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.idp.plan.Edge;
import dev.idp.plan.Plan;
import dev.idp.plan.Start;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everything that can be changed about one environment of a plan, one decision at a time. */
final class Perturbations {

    /** Settings with entries that have names. */
    private static final Set<String> KEYED = Set.of(
            "port",
            "env",
            "secret",
            "file",
            "secret-file",
            "sidecar",
            "metric",
            "route",
            "scratch",
            "storage",
            "mount",
            "permission",
            "label",
            "annotation",
            "extension",
            "namespace-quota",
            "pull-secret",
            "node-label",
            "toleration",
            "entry-annotation");

    /** Settings whose names of entries stand in objects, and stand there alone. */
    private static final Set<String> SHOWN =
            Set.of("env", "secret", "label", "annotation", "node-label", "entry-annotation");

    /** Settings whose names of entries are paths, which containers may share. */
    private static final Set<String> PLACES = Set.of("scratch", "storage", "mount", "file", "secret-file");

    private static final Set<String> CONTAINERS = Set.of("init-step", "sidecar");

    /** Without these a workload is not what planning lets through. */
    private static final Set<String> NEEDED =
            Set.of("image", "port", "non-root", "read-only-root", "extension", "kind");

    /** What another name of the environment ends with. */
    static final String OTHER = "x";

    private static final JsonMapper MAPPER = new JsonMapper();

    private final Plan original;
    private final ObjectNode plan;
    private final String environment;
    private final Map<String, String> kinds = new LinkedHashMap<>();
    private final List<Perturbation> found = new ArrayList<>();

    private Perturbations(Plan plan, String environment) {
        this.original = plan;
        this.plan = read(plan);
        this.environment = environment;
        for (String kind : List.of("services", "jobs")) {
            environment(this.plan).get(kind).fieldNames().forEachRemaining(name -> kinds.put(name, kind));
        }
    }

    static List<Perturbation> of(Plan plan, String environment) {
        Perturbations perturbations = new Perturbations(plan, environment);
        perturbations.names();
        perturbations.environmentSettings();
        perturbations.externals();
        perturbations.volumes();
        perturbations.extensionsOfResources();
        perturbations.kinds.keySet().forEach(perturbations::workload);
        perturbations.severalWaysToOneLeaf();
        perturbations.starts();
        perturbations.teams();
        return perturbations.found;
    }

    /** Returns plans that lack one call each; the decisions because of which it is made count as changed. */
    static List<Perturbation> ofCalls(Plan plan, String environment) {
        Perturbations perturbations = new Perturbations(plan, environment);
        List<Edge> edges = plan.in(environment).graph().edges();
        for (int i = 0; i < edges.size(); i++) {
            ObjectNode copy = perturbations.plan.deepCopy();
            ((ArrayNode) perturbations.environment(copy).get("calls")).remove(i);
            Set<String> subjects = new LinkedHashSet<>();
            edges.get(i).because().forEach(decision -> subjects.add(decision.subject()));
            perturbations.found.add(new Perturbation("no call " + edges.get(i), subjects, copy));
        }
        return perturbations.found;
    }

    private static ObjectNode read(Plan plan) {
        try {
            return (ObjectNode) MAPPER.readTree(plan.toJson());
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private ObjectNode environment(ObjectNode plan) {
        for (JsonNode candidate : plan.get("environments")) {
            if (candidate.get("name").textValue().equals(environment)) {
                return (ObjectNode) candidate;
            }
        }
        throw new IllegalStateException("no environment " + environment);
    }

    private ObjectNode workload(ObjectNode plan, String workload) {
        return (ObjectNode) environment(plan).get(kinds.get(workload)).get(workload);
    }

    private String path(String workload) {
        return kinds.get(workload) + "/" + workload;
    }

    private List<String> services() {
        return kinds.keySet().stream()
                .filter(name -> kinds.get(name).equals("services"))
                .toList();
    }

    private void names() {
        ObjectNode otherPlatform = plan.deepCopy();
        otherPlatform.put("platform", "otherwise");
        found.add(new Perturbation("the platform's name", Set.of("platform/name"), otherPlatform));

        ObjectNode otherEnvironment = plan.deepCopy();
        environment(otherEnvironment).put("name", environment + OTHER);
        found.add(new Perturbation("the environment's name", Set.of("environment/name"), otherEnvironment));

        kinds.keySet().forEach(this::rename);
    }

    /** With everything that mentions the workload; whatever mentions it is another text then. */
    private void rename(String workload) {
        String name = workload + "x";
        Set<String> subjects =
                new LinkedHashSet<>(Set.of(path(workload) + "/name", kinds.get(workload) + "/" + name + "/name"));
        ObjectNode copy = plan.deepCopy();
        kinds.keySet().forEach(other -> workload(copy, other).properties().forEach(setting -> {
            String subject = path(other) + "/" + setting.getKey();
            if (KEYED.contains(setting.getKey())) {
                setting.getValue().properties().forEach(entry -> {
                    if (renameHosts(entry.getValue(), workload, name)) {
                        subjects.add(subject + "/" + entry.getKey());
                    }
                });
            } else if (setting.getKey().equals("init-step")) {
                for (int i = 0; i < setting.getValue().size(); i++) {
                    if (renameHosts(setting.getValue().get(i), workload, name)) {
                        subjects.add(subject + "/" + place(i));
                    }
                }
            } else if (renameHosts(setting.getValue(), workload, name)) {
                subjects.add(subject);
            }
        }));
        rename((ObjectNode) environment(copy).get(kinds.get(workload)), workload, name);
        for (String links : List.of("calls", "starts")) {
            for (JsonNode link : environment(copy).get(links)) {
                for (String end : List.of("from", "to")) {
                    if (link.get(end).textValue().equals(workload)) {
                        ((ObjectNode) link).put(end, name);
                    }
                }
            }
        }
        for (JsonNode resource : environment(copy).get("resources")) {
            for (String role : List.of("users", "services")) {
                ArrayNode those = (ArrayNode) resource.get(role);
                for (int i = 0; i < those.size(); i++) {
                    if (those.get(i).textValue().equals(workload)) {
                        those.set(i, MAPPER.getNodeFactory().textNode(name));
                    }
                }
            }
        }
        found.add(new Perturbation("the name of " + workload, subjects, copy, Map.of(name, workload)));
    }

    /** Hosts are known by being the only field of an object. */
    private static boolean renameHosts(JsonNode json, String host, String name) {
        if (json.isObject() && json.size() == 1 && json.path("host").asText().equals(host)) {
            ((ObjectNode) json).put("host", name);
            return true;
        }
        boolean renamed = false;
        for (JsonNode part : json) {
            renamed |= renameHosts(part, host, name);
        }
        return renamed;
    }

    /** Keeps the place among the others. */
    private static void rename(ObjectNode map, String name, String other) {
        ObjectNode copy = map.deepCopy();
        map.removeAll();
        copy.properties()
                .forEach(field -> map.set(field.getKey().equals(name) ? other : field.getKey(), field.getValue()));
    }

    private static String place(int index) {
        return "00" + (index + 1);
    }

    private void environmentSettings() {
        environment(plan).get("settings").properties().forEach(setting -> {
            if (KEYED.contains(setting.getKey())) {
                setting.getValue().properties().forEach(entry -> entryOfEnvironment(setting.getKey(), entry));
                return;
            }
            for (JsonNode other : Values.other(setting.getKey(), setting.getValue(), Values.Names.NONE)) {
                ObjectNode copy = plan.deepCopy();
                ((ObjectNode) environment(copy).get("settings")).set(setting.getKey(), other);
                add("environment/" + setting.getKey(), other, copy);
            }
        });
    }

    private void entryOfEnvironment(String setting, Map.Entry<String, JsonNode> entry) {
        for (JsonNode other : Values.other(setting, entry.getValue(), Values.Names.NONE)) {
            ObjectNode copy = plan.deepCopy();
            ((ObjectNode) environment(copy).get("settings").get(setting)).set(entry.getKey(), other);
            add("environment/" + setting + "/" + entry.getKey(), other, copy);
        }
    }

    private void extensionsOfResources() {
        ArrayNode resources = (ArrayNode) environment(plan).get("resources");
        for (int i = 0; i < resources.size(); i++) {
            String path = "resources/" + resources.get(i).get("name").textValue() + "/extensions/";
            JsonNode extensions = resources.get(i).get("extensions");
            for (int j = 0; j < extensions.size(); j++) {
                for (JsonNode other : Values.other("extension", extensions.get(j), Values.Names.NONE)) {
                    ObjectNode copy = plan.deepCopy();
                    ((ArrayNode) environment(copy).get("resources").get(i).get("extensions")).set(j, other);
                    String subject = path + extensions.get(j).textValue();
                    found.add(
                            new Perturbation(subject + " = " + other, Set.of(subject, path + other.textValue()), copy));
                }
            }
        }
    }

    private void externals() {
        ArrayNode externals = (ArrayNode) environment(plan).get("externals");
        for (int i = 0; i < externals.size(); i++) {
            String name = externals.get(i).get("name").textValue();
            renameExternal(name, i);
            for (String field : List.of("host", "port", "udp", "networks")) {
                JsonNode value = externals.get(i).get(field);
                List<JsonNode> others = new ArrayList<>(Values.other(field, value, Values.Names.NONE));
                if (field.equals("networks")) {
                    others.add(
                            value.isEmpty() ? MAPPER.createArrayNode().add("192.0.2.0/24") : MAPPER.createArrayNode());
                }
                for (JsonNode other : others) {
                    ObjectNode copy = plan.deepCopy();
                    ((ObjectNode) environment(copy).get("externals").get(i)).set(field, other);
                    add("externals/" + name, other, copy);
                }
            }
        }
    }

    /** With the calls of it; what mentions it shows its address. */
    private void renameExternal(String external, int place) {
        String name = external + "x";
        ObjectNode copy = plan.deepCopy();
        ((ObjectNode) environment(copy).get("externals").get(place)).put("name", name);
        for (JsonNode call : environment(copy).get("calls")) {
            if (call.get("to").textValue().equals(external)) {
                ((ObjectNode) call).put("to", name);
            }
        }
        found.add(new Perturbation(
                "the name of " + external,
                new LinkedHashSet<>(List.of("externals/" + external, "externals/" + name)),
                copy,
                Map.of(name, external)));
    }

    private void volumes() {
        ArrayNode resources = (ArrayNode) environment(plan).get("resources");
        for (int i = 0; i < resources.size(); i++) {
            String path = "resources/" + resources.get(i).get("name").textValue() + "/volumes/";
            JsonNode volumes = resources.get(i).get("volumes");
            for (int j = 0; j < volumes.size(); j++) {
                String name = volumes.get(j).get("name").textValue();
                for (JsonNode other : Values.other("volume", volumes.get(j), Values.Names.NONE)) {
                    ObjectNode copy = plan.deepCopy();
                    ((ArrayNode) environment(copy).get("resources").get(i).get("volumes")).set(j, other);
                    String otherName = other.get("name").textValue();
                    found.add(new Perturbation(
                            path + name + " = " + other,
                            new LinkedHashSet<>(List.of(path + name, path + otherName)),
                            copy,
                            Map.of(otherName, name)));
                }
            }
        }
    }

    private void workload(String workload) {
        Values.Names names = new Values.Names(ports(workload), services(), places(workload));
        workload(plan, workload).properties().forEach(setting -> {
            String id = setting.getKey();
            String subject = path(workload) + "/" + id;
            if (KEYED.contains(id)) {
                setting.getValue().fieldNames().forEachRemaining(entry -> entry(workload, id, entry, names));
            } else if (id.equals("init-step")) {
                for (int i = 0; i < setting.getValue().size(); i++) {
                    step(workload, i, names);
                }
            } else {
                for (JsonNode other : Values.other(id, setting.getValue(), names)) {
                    ObjectNode copy = plan.deepCopy();
                    workload(copy, workload).set(id, other);
                    add(subject, other, copy);
                }
                if (!NEEDED.contains(id)) {
                    ObjectNode copy = plan.deepCopy();
                    workload(copy, workload).remove(id);
                    found.add(new Perturbation(subject + " unset", Set.of(subject), copy));
                }
            }
        });
        ports(workload).forEach(port -> renamePort(workload, port));
    }

    private void entry(String workload, String setting, String entry, Values.Names names) {
        String subject = path(workload) + "/" + setting + "/" + entry;
        JsonNode value = workload(plan, workload).get(setting).get(entry);
        for (JsonNode other : Values.other(setting, value, names)) {
            ObjectNode copy = plan.deepCopy();
            ((ObjectNode) workload(copy, workload).get(setting)).set(entry, other);
            add(subject, other, copy);
        }
        if (!NEEDED.contains(setting)) {
            ObjectNode copy = plan.deepCopy();
            Set<String> subjects = new LinkedHashSet<>(Set.of(subject));
            ((ObjectNode) workload(copy, workload).get(setting)).remove(entry);
            if (PLACES.contains(setting)) {
                subjects.addAll(share(copy, workload, entry, ""));
            }
            found.add(new Perturbation(subject + " unset", subjects, copy));
        }
        // A directory to write to has its path as its value as well.
        if (SHOWN.contains(setting) || (PLACES.contains(setting) && !setting.equals("scratch"))) {
            ObjectNode copy = plan.deepCopy();
            Set<String> subjects = new LinkedHashSet<>(Set.of(subject, subject + "X"));
            rename((ObjectNode) workload(copy, workload).get(setting), entry, entry + "X");
            if (PLACES.contains(setting)) {
                subjects.addAll(share(copy, workload, entry, entry + "X"));
            }
            found.add(new Perturbation(subject + " renamed", subjects, copy));
        }
    }

    /** Lets containers share another place, or none for an empty one; returns the containers that do. */
    private Set<String> share(ObjectNode copy, String workload, String place, String other) {
        Set<String> subjects = new LinkedHashSet<>();
        for (String setting : CONTAINERS) {
            JsonNode containers = workload(copy, workload).path(setting);
            int index = 0;
            for (JsonNode container : containers) {
                ArrayNode shared = (ArrayNode) container.get("shared");
                for (int i = shared.size() - 1; i >= 0; i--) {
                    if (shared.get(i).textValue().equals(place)) {
                        subjects.add(path(workload) + "/" + setting + "/"
                                + (containers.isArray()
                                        ? place(index)
                                        : container.get("name").textValue()));
                        if (other.isEmpty()) {
                            shared.remove(i);
                        } else {
                            shared.set(i, MAPPER.getNodeFactory().textNode(other));
                        }
                    }
                }
                index++;
            }
        }
        return subjects;
    }

    private void step(String workload, int index, Values.Names names) {
        String subject = path(workload) + "/init-step/" + place(index);
        JsonNode steps = workload(plan, workload).get("init-step");
        for (JsonNode other : Values.other("init-step", steps.get(index), names)) {
            ObjectNode copy = plan.deepCopy();
            ((ArrayNode) workload(copy, workload).get("init-step")).set(index, other);
            add(subject, other, copy);
        }
        // Without one, those behind it move up.
        ObjectNode copy = plan.deepCopy();
        ((ArrayNode) workload(copy, workload).get("init-step")).remove(index);
        Set<String> subjects = new LinkedHashSet<>();
        for (int i = index; i < steps.size(); i++) {
            subjects.add(path(workload) + "/init-step/" + place(i));
        }
        found.add(new Perturbation(subject + " removed", subjects, copy));
    }

    private List<String> ports(String workload) {
        List<String> names = new ArrayList<>();
        workload(plan, workload).path("port").fieldNames().forEachRemaining(names::add);
        return names;
    }

    private List<String> places(String workload) {
        List<String> places = new ArrayList<>();
        PLACES.forEach(
                setting -> workload(plan, workload).path(setting).fieldNames().forEachRemaining(places::add));
        return places;
    }

    /** With everything that names the port. */
    private void renamePort(String service, String port) {
        String name = port + "x";
        String prefix = path(service) + "/";
        Set<String> subjects = new LinkedHashSet<>(Set.of(prefix + "port/" + port, prefix + "port/" + name));
        ObjectNode copy = plan.deepCopy();
        ObjectNode changed = workload(copy, service);
        rename((ObjectNode) changed.get("port"), port, name);
        ((ObjectNode) changed.get("port").get(name)).put("name", name);
        for (String probe : List.of("startup", "liveness", "readiness")) {
            if (changed.path(probe).path("port").asText().equals(port)) {
                ((ObjectNode) changed.get(probe)).put("port", name);
                subjects.add(prefix + probe);
            }
        }
        changed.path("route").properties().forEach(route -> {
            if (route.getValue().get("port").textValue().equals(port)) {
                ((ObjectNode) route.getValue()).put("port", name);
                subjects.add(prefix + "route/" + route.getKey());
            }
        });
        for (JsonNode call : environment(copy).get("calls")) {
            if (call.get("to").textValue().equals(service)
                    && call.get("port").textValue().equals(port)) {
                ((ObjectNode) call).put("port", name);
            }
        }
        found.add(new Perturbation("the name of port " + port + " of " + service, subjects, copy));
    }

    /** A leaf that two decisions agree on changes only when both change. */
    private void severalWaysToOneLeaf() {
        for (String workload : kinds.keySet()) {
            workload(plan, workload).path("route").properties().forEach(first -> {
                String host = first.getValue().get("host").textValue();
                together(workload, "route", "host", host, host + "x");
            });
            workload(plan, workload).path("mount").properties().forEach(first -> {
                String volume = first.getValue().get("volume").textValue();
                together(workload, "mount", "volume", volume, volume + "x");
            });
            if (workload(plan, workload).has("permission")) {
                ObjectNode copy = plan.deepCopy();
                Set<String> subjects = new LinkedHashSet<>();
                ((ObjectNode) workload(copy, workload).remove("permission"))
                        .fieldNames()
                        .forEachRemaining(kind -> subjects.add(path(workload) + "/permission/" + kind));
                found.add(new Perturbation("no permissions of " + workload, subjects, copy));
            }
        }
    }

    private void together(String workload, String setting, String field, String value, String other) {
        Set<String> subjects = new LinkedHashSet<>();
        ObjectNode copy = plan.deepCopy();
        workload(copy, workload).get(setting).properties().forEach(entry -> {
            if (entry.getValue().get(field).textValue().equals(value)) {
                ((ObjectNode) entry.getValue()).put(field, other);
                subjects.add(path(workload) + "/" + setting + "/" + entry.getKey());
            }
        });
        found.add(new Perturbation("the " + field + " " + value + " of " + workload, subjects, copy));
    }

    /** Without one start each, and with another; what was said of it counts as changed. */
    private void starts() {
        List<Start> starts = original.in(environment).graph().starts();
        for (int i = 0; i < starts.size(); i++) {
            ObjectNode copy = plan.deepCopy();
            ((ArrayNode) environment(copy).get("starts")).remove(i);
            Set<String> subjects = new LinkedHashSet<>();
            starts.get(i).because().forEach(decision -> subjects.add(decision.subject()));
            found.add(new Perturbation("not " + starts.get(i), subjects, copy));

            for (String other : new String[] {"idle", "index"}) {
                ObjectNode redirected = plan.deepCopy();
                ((ObjectNode) environment(redirected).get("starts").get(i)).put("to", other);
                found.add(new Perturbation(starts.get(i).from() + " starts after " + other, subjects, redirected));
            }
        }
    }

    /** With everything that is the team's. */
    private void teams() {
        Set<String> names = new LinkedHashSet<>();
        kinds.keySet().forEach(workload -> names.add(ownerOf(workload)));
        names.remove("");
        for (String team : names) {
            ObjectNode copy = plan.deepCopy();
            Set<String> subjects = new LinkedHashSet<>();
            kinds.keySet().stream()
                    .filter(workload -> ownerOf(workload).equals(team))
                    .forEach(workload -> {
                        ((ObjectNode) workload(copy, workload).get("owner")).put("name", team + "x");
                        subjects.add(path(workload) + "/owner");
                    });
            JsonNode quotas = environment(copy).get("settings").path("namespace-quota");
            if (quotas.has(team)) {
                rename((ObjectNode) quotas, team, team + "x");
                subjects.add("environment/namespace-quota/" + team);
            }
            found.add(new Perturbation("the name of team " + team, subjects, copy));
        }
    }

    private String ownerOf(String workload) {
        return workload(plan, workload).path("owner").path("name").asText();
    }

    private void add(String subject, JsonNode other, ObjectNode copy) {
        found.add(new Perturbation(subject + " = " + other, Set.of(subject), copy));
    }
}
