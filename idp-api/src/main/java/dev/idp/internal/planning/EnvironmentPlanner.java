package dev.idp.internal.planning;

import dev.idp.Environment;
import dev.idp.EnvironmentSettings;
import dev.idp.ExternalService;
import dev.idp.Job;
import dev.idp.Names;
import dev.idp.Platform;
import dev.idp.Route;
import dev.idp.Service;
import dev.idp.Setting;
import dev.idp.Settings;
import dev.idp.Workload;
import dev.idp.WorkloadKind;
import dev.idp.explain.Claim;
import dev.idp.explain.Decision;
import dev.idp.explain.Layer;
import dev.idp.explain.Origin;
import dev.idp.explain.Source;
import dev.idp.internal.planning.Composition.Member;
import dev.idp.internal.planning.Provisioning.Added;
import dev.idp.plan.Decisions;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.JobPlan;
import dev.idp.plan.Node;
import dev.idp.plan.Problem;
import dev.idp.plan.ServicePlan;
import dev.idp.plan.WorkloadPlan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Plans one environment: decides its workloads, supplies what they need, resolves what they say, checks the result. */
final class EnvironmentPlanner {

    private final Platform platform;
    private final Composition composition;
    private final Decision<String> platformIdentity;
    private final Environment environment;
    private final Problems problems;
    private final WorkloadDecider decider;
    private final Map<String, Decided> workloads = new HashMap<>();

    /** By the job that is one; it may be declared as a job of the platform as well. */
    private final IdentityHashMap<Job, Decided> migrated = new IdentityHashMap<>();

    EnvironmentPlanner(
            Platform platform,
            Composition composition,
            Decision<String> platformIdentity,
            Environment environment,
            Flaws flaws,
            Problems problems) {
        this.platform = platform;
        this.composition = composition;
        this.platformIdentity = platformIdentity;
        this.environment = environment;
        this.problems = problems;
        this.decider = new WorkloadDecider(platform, environment, flaws, problems);
    }

    EnvironmentPlan plan() {
        Decisions settings = settings();
        decide(WorkloadKind.SERVICE);
        byName().forEach(service -> service.entries(Settings.MIGRATION)
                .values()
                .forEach(migration -> migrated.putIfAbsent(migration.get(), service)));
        decide(WorkloadKind.JOB);
        Provisioning provisioning = supply();
        provisioning.checkNamed();
        Map<String, Decided> named = new LinkedHashMap<>();
        byName().forEach(workload -> named.put(workload.name(), workload));
        Needs.check(composition, environment.name(), named, problems);

        Here here = new Here(environment, named, elsewhere(), provisioning, problems);
        References references = new References(here);
        StartEdges order = new StartEdges(here);
        PortChoices ports = new PortChoices(environment.name(), settings, problems);
        List<WorkloadPlan> planned = new ArrayList<>();
        for (Decided workload : named.values()) {
            WorkloadChecks.check(workload, environment.name(), problems);
            Decisions.Builder complete = workload.decisions().toBuilder();
            ports.complete(workload, complete);
            references.resolve(workload, complete);
            order.add(workload);
            Settings.usedUp().forEach(complete::remove);
            if (workload.runsOnEveryNode()) {
                complete.remove(Settings.REPLICAS);
            }
            planned.add(plan(workload, complete.build(Settings.all())));
        }
        checkRoutes(planned);
        List<Decision<ExternalService>> externals = references.externals();
        EnvironmentPlan plan = EnvironmentPlan.of(
                platformIdentity,
                Planner.identity(
                        "environment", environment.name(), "environment " + environment.name(), environment.origin()),
                settings,
                planned,
                externals,
                provisioning.plans(),
                order.complete(nodes(planned, externals), references.edges()));
        NamespaceChecks.check(plan, problems);
        return plan;
    }

    private void decide(WorkloadKind kind) {
        for (Member member : composition.members()) {
            Workload workload = member.workload();
            if (workload.kind() == kind && isHere(workload)) {
                add(decider.decide(member, inherited(workload)));
            }
        }
    }

    /** A migration gets what its service has. */
    private Map<Topic, Claim<?>> inherited(Workload workload) {
        Decided service = workload instanceof Job job ? migrated.get(job) : null;
        return service == null ? Map.of() : inherited(service);
    }

    private List<Decided> byName() {
        return workloads.values().stream()
                .sorted(Comparator.comparing(Decided::name))
                .toList();
    }

    private static WorkloadPlan plan(Decided workload, Decisions decisions) {
        Decision<String> identity = Decision.of(workload.path() + "/name", workload.name(), workload.declared());
        return switch (workload.kind()) {
            case SERVICE -> new ServicePlan(identity, decisions);
            case JOB -> new JobPlan(identity, decisions);
        };
    }

    /** An external service that is named like a workload is reported already. */
    private List<Node> nodes(List<WorkloadPlan> planned, List<Decision<ExternalService>> externals) {
        List<Node> nodes = new ArrayList<>();
        planned.forEach(workload -> nodes.add(Node.of(workload)));
        externals.stream()
                .map(external -> external.get().name())
                .filter(name -> !workloads.containsKey(name))
                .forEach(name -> nodes.add(new Node(name, Node.Kind.EXTERNAL)));
        return nodes;
    }

    private Decisions settings() {
        Decisions.Builder settings = Decisions.about("environment");
        Map<Topic, List<Claim<?>>> claims = new HashMap<>();
        environment.statements().forEach(said -> claims.computeIfAbsent(Topic.of(said), topic -> new ArrayList<>(2))
                .add(Layers.claim(said, Layer.ENVIRONMENT, "environment " + environment.name())));
        platform.statements().forEach(said -> claims.computeIfAbsent(Topic.of(said), topic -> new ArrayList<>(2))
                .add(Layers.claim(said, Layer.PLATFORM, "platform " + platform.name())));
        addDefault(
                claims,
                EnvironmentSettings.NAMESPACE,
                "the platform's name and the environment's, so that platforms can share a cluster",
                platform.name() + "-" + environment.name());
        EnvironmentSettings.all().forEach(setting -> addDefault(claims, setting));
        claims.forEach((topic, all) -> put(settings, topic.setting(), topic.entry(), all));
        return settings.build(EnvironmentSettings.all());
    }

    private static <T> void addDefault(Map<Topic, List<Claim<?>>> claims, Setting<T> setting) {
        setting.libraryDefault().ifPresent(value -> addDefault(claims, setting, setting.reason(), value));
    }

    private static <T> void addDefault(Map<Topic, List<Claim<?>>> claims, Setting<T> setting, String why, T value) {
        claims.computeIfAbsent(new Topic(setting, ""), topic -> new ArrayList<>(1))
                .add(new Claim<>(new Source(Layer.LIBRARY, "library default", Origin.UNKNOWN, why), value));
    }

    @SuppressWarnings("unchecked") // The claims about a setting have its type.
    private <T> void put(Decisions.Builder settings, Setting<T> setting, String entry, List<Claim<?>> claims) {
        Decision<T> decision = Decision.of(settings.path(setting, entry), (List<Claim<T>>) (List<?>) claims);
        settings.put(setting, entry, decision);
        decision.value().flatMap(value -> setting.flawOf(entry, value)).ifPresent(flaw -> {
            Problem.Builder problem =
                    Problem.of("environment " + environment.name(), environment.name(), flaw.message());
            Source source = decision.source();
            if (source.origin().isKnown()) {
                problems.add(problem.cite("said", source.origin()).fix(flaw.fix()));
            } else if (isWellNamed(platform.name()) && isWellNamed(environment.name())) {
                // The library joined two names; if one of them is wrong, that is reported already.
                problems.add(
                        problem.cite("declared", environment.origin()).fix("say a shorter one with namespace(...)"));
            }
        });
    }

    private static boolean isWellNamed(String name) {
        return Names.flawOfLabel(name, "").isEmpty();
    }

    private boolean isHere(Workload workload) {
        return workload.onlyIn().stream()
                .allMatch(onlyIn -> Decided.value(onlyIn).contains(environment.name()));
    }

    private Set<String> elsewhere() {
        return composition.members().stream()
                .map(member -> member.workload().name())
                .filter(name -> !workloads.containsKey(name))
                .collect(Collectors.toSet());
    }

    /** Two workloads of one name are reported already; the first stands for both. */
    private void add(Decided workload) {
        workloads.putIfAbsent(workload.name(), workload);
    }

    /** What is supplied may need something itself, and so may migrations. */
    private Provisioning supply() {
        Provisioning provisioning = new Provisioning(platform, environment, problems);
        Collection<Decided> newcomers = byName();
        while (!newcomers.isEmpty()) {
            List<Decided> added = new ArrayList<>();
            for (Decided newcomer : newcomers) {
                newcomer.entries(Settings.MIGRATION).values().forEach(job -> migrate(newcomer, job, added));
            }
            List<Decided> all = new ArrayList<>(newcomers);
            all.addAll(added);
            List<Decided> supplied = new ArrayList<>();
            for (Added addition : provisioning.supply(all)) {
                supply(addition, provisioning, supplied);
            }
            newcomers = supplied;
        }
        return provisioning;
    }

    private void supply(Added addition, Provisioning provisioning, List<Decided> added) {
        Service service = addition.service();
        Decided known = workloads.get(service.name());
        if (known == null) {
            checkName(service, addition.by(), provisioning);
            join(service, addition.by(), Map.of(), added);
        } else {
            problems.add(Problem.of(
                            service.name(),
                            environment.name(),
                            "a provisioner adds a service of that name, which there is already")
                    .cite("declared", known.declared())
                    .cite("added", addition.by())
                    .fix("rename the service or the resource"));
        }
    }

    private void migrate(Decided service, Decision<Job> migration, List<Decided> added) {
        Job job = migration.get();
        Decided known = workloads.get(job.name());
        if (known == null && isHere(job)) {
            Source said = migration.source();
            Names.flawOfLabel(job.name(), "a job")
                    .ifPresent(flaw -> problems.add(Problem.of(job.name(), environment.name(), flaw.message())
                            .cite("said", said)
                            .fix(flaw.fix())));
            Source declared = new Source(Layer.WORKLOAD, "job " + job.name(), job.origin(), "");
            join(job, declared, inherited(service), added);
        } else if (known != null && known.workload() != job) {
            problems.add(Problem.of(job.name(), environment.name(), "two workloads have the name '" + job.name() + "'")
                    .cite("first", known.declared().origin())
                    .cite("second", job.origin())
                    .fix("rename one of them"));
        }
    }

    private static Map<Topic, Claim<?>> inherited(Decided service) {
        Map<Topic, Claim<?>> inherited = new HashMap<>();
        inherit(service, Settings.IMAGE, "a migration runs its service's image", inherited);
        inherit(service, Settings.OWNER, "a migration belongs to its service's team", inherited);
        return inherited;
    }

    private static <T> void inherit(Decided from, Setting<T> setting, String why, Map<Topic, Claim<?>> inherited) {
        Decision<T> decision = from.decision(setting);
        decision.value()
                .ifPresent(value -> inherited.put(
                        new Topic(setting, ""),
                        new Claim<>(
                                new Source(
                                        Layer.LIBRARY,
                                        "service " + from.name(),
                                        decision.source().origin(),
                                        why),
                                value)));
    }

    private void join(Workload workload, Source declared, Map<Topic, Claim<?>> inherited, List<Decided> added) {
        PlatformChecks.checkAdded(workload, platform, problems);
        Decided decided = decider.decide(Member.of(workload, declared), inherited);
        add(decided);
        added.add(decided);
    }

    /** A service that is named like a resource shares its flaw, which is reported there. */
    private void checkName(Service service, Source added, Provisioning provisioning) {
        if (!provisioning.isNeeded(service.name())) {
            Names.flawOfLabel(service.name(), "a service")
                    .ifPresent(flaw -> problems.add(Problem.of(service.name(), environment.name(), flaw.message())
                            .cite("added", added)
                            .fix(flaw.fix())));
        }
    }

    private void checkRoutes(List<WorkloadPlan> planned) {
        Map<String, WorkloadPlan> owners = new HashMap<>();
        Map<String, Decision<Route>> taken = new HashMap<>();
        for (WorkloadPlan service : planned) {
            for (Decision<Route> route : service.entries(Settings.ROUTE).values()) {
                String address = route.get().address();
                Decision<Route> first = taken.putIfAbsent(address, route);
                WorkloadPlan owner = owners.putIfAbsent(address, service);
                if (first != null && owner != null) {
                    problems.add(Problem.of(
                                    "environment " + environment.name(),
                                    environment.name(),
                                    owner.name() + " and " + service.name() + " are both public at " + address)
                            .cite(owner.name(), first.source())
                            .cite(service.name(), route.source())
                            .fix("give one of them another host or path"));
                }
            }
        }
    }
}
