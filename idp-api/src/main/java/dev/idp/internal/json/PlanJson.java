package dev.idp.internal.json;

import dev.idp.EnvironmentSettings;
import dev.idp.ExternalService;
import dev.idp.Setting;
import dev.idp.Settings;
import dev.idp.explain.Decision;
import dev.idp.explain.Layer;
import dev.idp.explain.Origin;
import dev.idp.explain.Source;
import dev.idp.plan.Decisions;
import dev.idp.plan.Edge;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.Graph;
import dev.idp.plan.Plan;
import dev.idp.plan.ResourcePlan;
import dev.idp.plan.ServicePlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes plans to JSON and reads them back equal. Only what is decided is written: no origins, nothing that lost. */
public final class PlanJson {

    private static final String VERSION = "dev.idp/plan/v1";

    private static final Source SAVED = new Source(Layer.SERVICE, "a saved plan", Origin.UNKNOWN, "");

    private PlanJson() {}

    /**
     * Writes a plan.
     *
     * @param plan the plan
     * @return its JSON
     */
    public static String write(Plan plan) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("version", VERSION);
        json.put("platform", plan.platform());
        json.put(
                "environments",
                plan.environments().stream().map(PlanJson::environment).toList());
        return Json.write(json);
    }

    private static Object environment(EnvironmentPlan environment) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", environment.name());
        json.put("settings", settings(environment.decisions()));
        Map<String, Object> services = new LinkedHashMap<>();
        environment.services().forEach(service -> services.put(service.name(), settings(service.decisions())));
        json.put("services", services);
        json.put(
                "externals",
                environment.externals().stream()
                        .map(external -> ExternalService.JSON.write().apply(external.get()))
                        .toList());
        json.put(
                "resources",
                environment.resources().stream().map(PlanJson::resource).toList());
        json.put(
                "calls",
                environment.graph().edges().stream().map(PlanJson::edge).toList());
        return json;
    }

    private static Object settings(Decisions decisions) {
        Map<String, Object> json = new LinkedHashMap<>();
        for (Setting<?> setting : decisions.settings()) {
            Map<String, Object> entries = entries(decisions, setting);
            if (!entries.isEmpty()) {
                json.put(setting.id(), setting.isKeyed() ? entries : entries.get(""));
            }
        }
        return json;
    }

    private static <T> Map<String, Object> entries(Decisions decisions, Setting<T> setting) {
        Map<String, Object> entries = new TreeMap<>();
        decisions
                .entries(setting)
                .forEach((name, decision) ->
                        entries.put(name, setting.json().write().apply(decision.get())));
        return entries;
    }

    private static Object resource(ResourcePlan resource) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", resource.name());
        json.put("type", resource.type());
        json.put("provisioner", resource.provisioner().get());
        json.put("services", resource.services());
        return json;
    }

    private static Object edge(Edge edge) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("from", edge.from());
        json.put("to", edge.to());
        json.put("port", edge.port());
        return json;
    }

    /**
     * Reads a plan.
     *
     * @param json what {@link #write(Plan)} returned
     * @param others settings that are not this library's
     * @return a plan equal to the written one
     * @throws IllegalArgumentException if the text is not the JSON of a plan of this version
     */
    public static Plan read(String json, List<Setting<?>> others) {
        try {
            Fields plan = Fields.of(Json.read(json));
            if (!plan.text("version").equals(VERSION)) {
                throw new IllegalArgumentException(
                        "this is version " + plan.text("version") + ", not " + VERSION + "; write the plan again");
            }
            return new Reader(plan.text("platform"), others).read(plan.list("environments"));
        } catch (ClassCastException | IllegalArgumentException | ArithmeticException malformed) {
            throw new IllegalArgumentException("not the JSON of a plan: " + malformed.getMessage(), malformed);
        }
    }

    private static final class Reader {

        private final Decision<String> platform;
        private final Map<String, Setting<?>> known = new HashMap<>();

        Reader(String platform, List<Setting<?>> others) {
            this.platform = name("platform", platform);
            Settings.all().forEach(setting -> known.put(setting.id(), setting));
            EnvironmentSettings.all().forEach(setting -> known.put(setting.id(), setting));
            others.forEach(setting -> known.put(setting.id(), setting));
        }

        private static Decision<String> name(String subject, String name) {
            return Decision.of(subject + "/name", name, SAVED);
        }

        Plan read(List<?> environments) {
            return new Plan(
                    platform,
                    environments.stream()
                            .map(environment -> environment(Fields.of(environment)))
                            .toList());
        }

        private EnvironmentPlan environment(Fields json) {
            List<ServicePlan> services = new ArrayList<>();
            json.map("services")
                    .forEach((name, settings) -> services.add(new ServicePlan(
                            name("services/" + name, (String) name),
                            settings("services/" + name, settings, Settings.all(), List.of(Settings.IMAGE)))));
            return EnvironmentPlan.of(
                    platform,
                    name("environment", json.text("name")),
                    settings(
                            "environment",
                            json.map("settings"),
                            EnvironmentSettings.all(),
                            List.of(EnvironmentSettings.TIER, EnvironmentSettings.NAMESPACE)),
                    services,
                    json.list("externals").stream().map(Reader::external).toList(),
                    json.list("resources").stream()
                            .map(resource -> resource(Fields.of(resource)))
                            .toList(),
                    new Graph(json.list("calls").stream()
                            .map(call -> edge(Fields.of(call)))
                            .toList()));
        }

        private static Decision<ExternalService> external(Object json) {
            ExternalService external = ExternalService.JSON.read().apply(json);
            return Decision.of("externals/" + external.name(), external, SAVED);
        }

        private static ResourcePlan resource(Fields json) {
            String name = json.text("name");
            return new ResourcePlan(
                    name,
                    json.text("type"),
                    Decision.of("resources/" + name + "/provisioner", json.text("provisioner"), SAVED),
                    json.list("services").stream().map(String.class::cast).toList());
        }

        private static Edge edge(Fields json) {
            return new Edge(json.text("from"), json.text("to"), json.text("port"), List.of());
        }

        private Decisions settings(String subject, Object json, List<Setting<?>> order, List<Setting<?>> required) {
            Decisions.Builder decisions = Decisions.about(subject);
            Fields.of(json, subject).json().forEach((id, value) -> {
                Setting<?> setting = known.get(id);
                if (setting == null) {
                    throw new IllegalArgumentException("no setting '" + id + "' is known");
                }
                put(decisions, setting, value);
            });
            Decisions built = decisions.build(order);
            for (Setting<?> setting : required) {
                if (!built.decision(setting).isPresent()) {
                    throw new IllegalArgumentException(decisions.path(setting, "") + " is missing");
                }
            }
            return built;
        }

        private static <T> void put(Decisions.Builder decisions, Setting<T> setting, Object json) {
            Map<?, ?> entries = setting.isKeyed()
                    ? Fields.of(json, decisions.path(setting, "")).json()
                    : Map.of("", json);
            entries.forEach((entry, value) -> {
                String path = decisions.path(setting, (String) entry);
                decisions.put(setting, (String) entry, Decision.of(path, read(setting, path, value), SAVED));
            });
        }

        private static <T> T read(Setting<T> setting, String path, Object json) {
            try {
                return setting.json().read().apply(json);
            } catch (RuntimeException malformed) {
                throw new IllegalArgumentException(path + " is not what it must be: " + json, malformed);
            }
        }
    }
}
