package dev.idp.internal.json;

import dev.idp.EnvironmentSettings;
import dev.idp.ExternalService;
import dev.idp.JsonForm;
import dev.idp.Setting;
import dev.idp.Settings;
import dev.idp.WorkloadKind;
import dev.idp.explain.Decision;
import dev.idp.explain.Source;
import dev.idp.plan.Decisions;
import dev.idp.plan.Edge;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.Graph;
import dev.idp.plan.JobPlan;
import dev.idp.plan.Node;
import dev.idp.plan.Plan;
import dev.idp.plan.ResourcePlan;
import dev.idp.plan.ServicePlan;
import dev.idp.plan.Start;
import dev.idp.plan.WorkloadPlan;
import dev.idp.spi.Extension;
import dev.idp.spi.MadeSecret;
import dev.idp.spi.Volume;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** Writes plans to JSON and reads them back equal. Only what is decided is written: no origins, nothing that lost. */
public final class PlanJson {

    private static final String VERSION = "dev.idp/plan/v1";

    private static final JsonForm<List<String>> NAMES = JsonForm.listOf(JsonForm.TEXT);
    private static final JsonForm<List<Volume>> VOLUMES = JsonForm.listOf(Volume.JSON);
    private static final JsonForm<List<MadeSecret>> SECRETS = JsonForm.listOf(MadeSecret.JSON);
    private static final JsonForm<List<Extension>> EXTENSIONS = JsonForm.listOf(Settings.EXTENSION.json());

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
        json.put("services", workloads(environment.services()));
        json.put("jobs", workloads(environment.jobs()));
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
        json.put(
                "starts",
                environment.graph().starts().stream().map(PlanJson::start).toList());
        return json;
    }

    private static Object workloads(List<? extends WorkloadPlan> workloads) {
        Map<String, Object> json = new LinkedHashMap<>();
        workloads.forEach(workload -> json.put(workload.name(), settings(workload.decisions())));
        return json;
    }

    private static Object settings(Decisions decisions) {
        Map<String, Object> json = new LinkedHashMap<>();
        for (Setting<?> setting : decisions.settings()) {
            Map<String, Object> entries = entries(decisions, setting);
            if (!entries.isEmpty()) {
                json.put(
                        setting.id(),
                        switch (setting.merge()) {
                            case REPLACE -> entries.get("");
                            case BY_KEY -> entries;
                            case APPEND -> List.copyOf(entries.values());
                        });
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
        json.put("class", resource.resourceClass());
        json.put("provisioner", resource.provisioner().get());
        json.put("users", resource.users());
        json.put("shared", resource.sharedBecause());
        json.put("services", resource.services());
        json.put("volumes", VOLUMES.write().apply(resource.volumes()));
        json.put("secrets", SECRETS.write().apply(resource.secrets()));
        json.put("extensions", EXTENSIONS.write().apply(resource.extensions()));
        return json;
    }

    private static Object start(Start start) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("from", start.from());
        json.put("to", start.to());
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
            return Decision.of(subject + "/name", name, Source.SAVED);
        }

        Plan read(List<?> environments) {
            return new Plan(
                    platform,
                    environments.stream()
                            .map(environment -> environment(Fields.of(environment)))
                            .toList());
        }

        private EnvironmentPlan environment(Fields json) {
            List<WorkloadPlan> workloads = new ArrayList<>();
            workloads.addAll(workloads(json.map("services"), WorkloadKind.SERVICE, ServicePlan::new));
            workloads.addAll(workloads(json.map("jobs"), WorkloadKind.JOB, JobPlan::new));
            List<Decision<ExternalService>> externals =
                    json.list("externals").stream().map(Reader::external).toList();
            List<Node> nodes = new ArrayList<>();
            workloads.forEach(workload -> nodes.add(Node.of(workload)));
            externals.forEach(external -> nodes.add(new Node(external.get().name(), Node.Kind.EXTERNAL)));
            return EnvironmentPlan.of(
                    platform,
                    name("environment", json.text("name")),
                    settings(
                            "environment",
                            json.map("settings"),
                            EnvironmentSettings.all(),
                            List.of(
                                    EnvironmentSettings.TIER,
                                    EnvironmentSettings.NAMESPACE,
                                    EnvironmentSettings.TEAM_ACCESS)),
                    workloads,
                    externals,
                    json.list("resources").stream()
                            .map(resource -> resource(Fields.of(resource)))
                            .toList(),
                    new Graph(
                            nodes,
                            json.list("calls").stream()
                                    .map(call -> edge(Fields.of(call)))
                                    .toList(),
                            json.list("starts").stream()
                                    .map(start -> start(Fields.of(start)))
                                    .toList()));
        }

        private <W extends WorkloadPlan> List<W> workloads(
                Map<?, ?> json, WorkloadKind kind, BiFunction<Decision<String>, Decisions, W> plan) {
            List<W> workloads = new ArrayList<>();
            json.forEach((name, settings) -> {
                String path = WorkloadPlan.path(kind, (String) name);
                workloads.add(plan.apply(
                        name(path, (String) name), settings(path, settings, Settings.all(), List.of(Settings.IMAGE))));
            });
            return workloads;
        }

        private static Decision<ExternalService> external(Object json) {
            ExternalService external = ExternalService.JSON.read().apply(json);
            return Decision.of("externals/" + external.name(), external, Source.SAVED);
        }

        private static ResourcePlan resource(Fields json) {
            String name = json.text("name");
            return new ResourcePlan(
                    name,
                    json.text("type"),
                    json.text("class"),
                    Decision.of("resources/" + name + "/provisioner", json.text("provisioner"), Source.SAVED),
                    NAMES.read().apply(json.list("users")),
                    json.text("shared"),
                    NAMES.read().apply(json.list("services")),
                    VOLUMES.read().apply(json.list("volumes")),
                    SECRETS.read().apply(json.list("secrets")),
                    EXTENSIONS.read().apply(json.list("extensions")));
        }

        private static Edge edge(Fields json) {
            return new Edge(json.text("from"), json.text("to"), json.text("port"), List.of());
        }

        private static Start start(Fields json) {
            return new Start(json.text("from"), json.text("to"), List.of());
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
            Map<?, ?> entries = entries(setting, decisions.path(setting, ""), json);
            entries.forEach((entry, value) -> {
                String path = decisions.path(setting, (String) entry);
                decisions.put(setting, (String) entry, Decision.of(path, read(setting, path, value), Source.SAVED));
            });
        }

        private static Map<?, ?> entries(Setting<?> setting, String path, Object json) {
            return switch (setting.merge()) {
                case REPLACE -> Map.of("", json);
                case BY_KEY -> Fields.of(json, path).json();
                case APPEND -> {
                    Map<String, Object> entries = new LinkedHashMap<>();
                    for (Object element : (List<?>) json) {
                        entries.put(Decisions.place(entries.size()), element);
                    }
                    yield entries;
                }
            };
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
