package dev.idp.tests.kubernetes.explain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.idp.plan.Edge;
import dev.idp.plan.Plan;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everything that can be changed about one environment of a plan, one decision at a time. */
final class Perturbations {

    private static final Set<String> KEYED = Set.of("port", "env", "secret", "route", "scratch", "extension");

    /** Without these a service is not what planning lets through. */
    private static final Set<String> NEEDED = Set.of("image", "port", "non-root", "read-only-root", "extension");

    /** What another name of the environment ends with. */
    static final String OTHER = "x";

    private static final JsonMapper MAPPER = new JsonMapper();

    private final ObjectNode plan;
    private final String environment;
    private final List<String> services = new ArrayList<>();
    private final List<Perturbation> found = new ArrayList<>();

    private Perturbations(Plan plan, String environment) {
        this.plan = read(plan);
        this.environment = environment;
        services(this.plan).fieldNames().forEachRemaining(services::add);
    }

    static List<Perturbation> of(Plan plan, String environment) {
        Perturbations perturbations = new Perturbations(plan, environment);
        perturbations.names();
        perturbations.environmentSettings();
        perturbations.externals();
        perturbations.services.forEach(perturbations::service);
        perturbations.severalWaysToOneLeaf();
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

    private ObjectNode services(ObjectNode plan) {
        return (ObjectNode) environment(plan).get("services");
    }

    private ObjectNode service(ObjectNode plan, String service) {
        return (ObjectNode) services(plan).get(service);
    }

    private void names() {
        ObjectNode otherPlatform = plan.deepCopy();
        otherPlatform.put("platform", "otherwise");
        found.add(new Perturbation("the platform's name", Set.of("platform/name"), otherPlatform));

        ObjectNode otherEnvironment = plan.deepCopy();
        environment(otherEnvironment).put("name", environment + OTHER);
        found.add(new Perturbation("the environment's name", Set.of("environment/name"), otherEnvironment));

        services.forEach(this::rename);
    }

    /** With everything that mentions the service; whatever mentions it is another text then. */
    private void rename(String service) {
        String name = service + "x";
        Set<String> subjects =
                new LinkedHashSet<>(Set.of("services/" + service + "/name", "services/" + name + "/name"));
        ObjectNode copy = plan.deepCopy();
        rename(services(copy), service, name);
        services.forEach(other -> {
            String renamed = other.equals(service) ? name : other;
            for (String setting : List.of("env", "secret")) {
                service(copy, renamed).path(setting).properties().forEach(entry -> {
                    for (JsonNode segment : entry.getValue()) {
                        if (segment.path("host").asText().equals(service)) {
                            ((ObjectNode) segment).put("host", name);
                            subjects.add("services/" + other + "/" + setting + "/" + entry.getKey());
                        }
                    }
                });
            }
        });
        for (JsonNode call : environment(copy).get("calls")) {
            for (String end : List.of("from", "to")) {
                if (call.get(end).textValue().equals(service)) {
                    ((ObjectNode) call).put(end, name);
                }
            }
        }
        found.add(new Perturbation("the name of " + service, subjects, copy, Map.of(name, service)));
    }

    /** Keeps the place among the others. */
    private static void rename(ObjectNode map, String name, String other) {
        ObjectNode copy = map.deepCopy();
        map.removeAll();
        copy.properties()
                .forEach(field -> map.set(field.getKey().equals(name) ? other : field.getKey(), field.getValue()));
    }

    private void environmentSettings() {
        environment(plan).get("settings").properties().forEach(setting -> {
            for (JsonNode other : Values.other(setting.getKey(), setting.getValue(), List.of(), List.of())) {
                ObjectNode copy = plan.deepCopy();
                ((ObjectNode) environment(copy).get("settings")).set(setting.getKey(), other);
                add("environment/" + setting.getKey(), other, copy);
            }
        });
    }

    private void externals() {
        ArrayNode externals = (ArrayNode) environment(plan).get("externals");
        for (int i = 0; i < externals.size(); i++) {
            String name = externals.get(i).get("name").textValue();
            for (String field : List.of("host", "port", "networks")) {
                JsonNode value = externals.get(i).get(field);
                List<JsonNode> others = new ArrayList<>(Values.other(field, value, List.of(), List.of()));
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

    private void service(String service) {
        service(plan, service).properties().forEach(setting -> {
            String id = setting.getKey();
            if (KEYED.contains(id)) {
                setting.getValue().fieldNames().forEachRemaining(entry -> entry(service, id, entry));
            } else {
                String subject = "services/" + service + "/" + id;
                for (JsonNode other : Values.other(id, setting.getValue(), ports(service), services)) {
                    ObjectNode copy = plan.deepCopy();
                    service(copy, service).set(id, other);
                    add(subject, other, copy);
                }
                if (!NEEDED.contains(id)) {
                    ObjectNode copy = plan.deepCopy();
                    service(copy, service).remove(id);
                    found.add(new Perturbation(subject + " unset", Set.of(subject), copy));
                }
            }
        });
        ports(service).forEach(port -> renamePort(service, port));
    }

    private void entry(String service, String setting, String entry) {
        String subject = "services/" + service + "/" + setting + "/" + entry;
        JsonNode value = service(plan, service).get(setting).get(entry);
        for (JsonNode other : Values.other(setting, value, ports(service), services)) {
            ObjectNode copy = plan.deepCopy();
            ((ObjectNode) service(copy, service).get(setting)).set(entry, other);
            add(subject, other, copy);
        }
        if (!NEEDED.contains(setting)) {
            ObjectNode copy = plan.deepCopy();
            ((ObjectNode) service(copy, service).get(setting)).remove(entry);
            found.add(new Perturbation(subject + " unset", Set.of(subject), copy));
        }
        if (setting.equals("env") || setting.equals("secret")) {
            ObjectNode copy = plan.deepCopy();
            rename((ObjectNode) service(copy, service).get(setting), entry, entry + "X");
            found.add(new Perturbation(subject + " renamed", Set.of(subject, subject + "X"), copy));
        }
    }

    private List<String> ports(String service) {
        List<String> names = new ArrayList<>();
        service(plan, service).path("port").fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** With everything that names the port. */
    private void renamePort(String service, String port) {
        String name = port + "x";
        String prefix = "services/" + service + "/";
        Set<String> subjects = new LinkedHashSet<>(Set.of(prefix + "port/" + port, prefix + "port/" + name));
        ObjectNode copy = plan.deepCopy();
        ObjectNode changed = service(copy, service);
        rename((ObjectNode) changed.get("port"), port, name);
        ((ObjectNode) changed.get("port").get(name)).put("name", name);
        for (String probe : List.of("liveness", "readiness")) {
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
        for (String service : services) {
            service(plan, service).path("route").properties().forEach(first -> {
                String host = first.getValue().get("host").textValue();
                Set<String> subjects = new LinkedHashSet<>();
                ObjectNode copy = plan.deepCopy();
                service(copy, service).get("route").properties().forEach(route -> {
                    if (route.getValue().get("host").textValue().equals(host)) {
                        ((ObjectNode) route.getValue()).put("host", host + "x");
                        subjects.add("services/" + service + "/route/" + route.getKey());
                    }
                });
                found.add(new Perturbation("the host " + host + " of " + service, subjects, copy));
            });
        }
    }

    private void add(String subject, JsonNode other, ObjectNode copy) {
        found.add(new Perturbation(subject + " = " + other, Set.of(subject), copy));
    }
}
