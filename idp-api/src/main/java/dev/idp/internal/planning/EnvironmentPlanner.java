package dev.idp.internal.planning;

import dev.idp.Environment;
import dev.idp.EnvironmentSettings;
import dev.idp.Names;
import dev.idp.Platform;
import dev.idp.Route;
import dev.idp.Service;
import dev.idp.Setting;
import dev.idp.Settings;
import dev.idp.Statement;
import dev.idp.explain.Claim;
import dev.idp.explain.Decision;
import dev.idp.explain.Layer;
import dev.idp.explain.Origin;
import dev.idp.explain.Source;
import dev.idp.internal.planning.Provisioning.Added;
import dev.idp.plan.Decisions;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.Graph;
import dev.idp.plan.Problem;
import dev.idp.plan.ServicePlan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Plans one environment: decides its services, supplies what they need, resolves what they say, checks the result. */
final class EnvironmentPlanner {

    private final Platform platform;
    private final Decision<String> platformIdentity;
    private final Environment environment;
    private final Problems problems;
    private final SortedMap<String, Decided> services = new TreeMap<>();

    EnvironmentPlanner(
            Platform platform, Decision<String> platformIdentity, Environment environment, Problems problems) {
        this.platform = platform;
        this.platformIdentity = platformIdentity;
        this.environment = environment;
        this.problems = problems;
    }

    EnvironmentPlan plan() {
        Decisions settings = settings();
        ServiceDecider decider = new ServiceDecider(platform, environment, problems);
        platform.services().stream().filter(this::isHere).forEach(service -> add(decider.decide(service)));
        Provisioning provisioning = supply(decider);
        provisioning.checkNamed();

        References references = new References(environment.name(), services, elsewhere(), provisioning, problems);
        PortChoices ports = new PortChoices(environment.name(), settings, problems);
        List<ServicePlan> planned = new ArrayList<>();
        for (Decided service : services.values()) {
            ServiceChecks.check(service, environment.name(), problems);
            Decisions.Builder complete = service.decisions().toBuilder();
            ports.complete(service, complete);
            references.resolve(service, complete);
            planned.add(new ServicePlan(
                    Decision.of("services/" + service.name() + "/name", service.name(), service.declared()),
                    complete.build(Settings.all())));
        }
        checkRoutes(planned);
        return EnvironmentPlan.of(
                platformIdentity,
                Planner.identity(
                        "environment", environment.name(), "environment " + environment.name(), environment.origin()),
                settings,
                planned,
                references.externals(),
                provisioning.plans(),
                new Graph(references.edges()));
    }

    private Decisions settings() {
        Decisions.Builder settings = Decisions.about("environment");
        Map<Setting<?>, List<Claim<?>>> claims = new HashMap<>();
        String speaker = "environment " + environment.name();
        for (Statement<?> statement : environment.statements()) {
            claims.computeIfAbsent(statement.setting(), setting -> new ArrayList<>(2))
                    .add(Layers.claim(statement, Layer.ENVIRONMENT, speaker));
        }
        claims.computeIfAbsent(EnvironmentSettings.NAMESPACE, setting -> new ArrayList<>(1))
                .add(new Claim<>(
                        new Source(
                                Layer.LIBRARY,
                                "library default",
                                Origin.UNKNOWN,
                                "the platform's name and the environment's, so that platforms can share a cluster"),
                        platform.name() + "-" + environment.name()));
        claims.computeIfAbsent(EnvironmentSettings.TIER, setting -> new ArrayList<>(1))
                .add(new Claim<>(
                        new Source(Layer.LIBRARY, "library default", Origin.UNKNOWN, EnvironmentSettings.TIER.reason()),
                        EnvironmentSettings.TIER.libraryDefault().orElseThrow()));
        claims.forEach((setting, all) -> put(settings, setting, all));
        return settings.build(EnvironmentSettings.all());
    }

    @SuppressWarnings("unchecked") // The claims about a setting have its type.
    private <T> void put(Decisions.Builder settings, Setting<T> setting, List<Claim<?>> claims) {
        Decision<T> decision = Decision.of(settings.path(setting, ""), (List<Claim<T>>) (List<?>) claims);
        settings.put(setting, "", decision);
        decision.value().flatMap(setting::flawOf).ifPresent(flaw -> {
            Problem.Builder problem =
                    Problem.of("environment " + environment.name(), environment.name(), flaw.message());
            Source source = Decided.source(decision);
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

    private boolean isHere(Service service) {
        return service.onlyIn().stream()
                .allMatch(onlyIn -> Decided.value(onlyIn).contains(environment.name()));
    }

    private List<String> elsewhere() {
        return platform.services().stream()
                .map(Service::name)
                .filter(name -> !services.containsKey(name))
                .toList();
    }

    /** Two services of one name are reported already; the first stands for both. */
    private void add(Decided service) {
        services.putIfAbsent(service.name(), service);
    }

    /** What is supplied may need something itself. */
    private Provisioning supply(ServiceDecider decider) {
        Provisioning provisioning = new Provisioning(platform, environment, problems);
        Collection<Decided> newcomers = List.copyOf(services.values());
        while (!newcomers.isEmpty()) {
            List<Decided> added = new ArrayList<>();
            for (Added addition : provisioning.supply(newcomers)) {
                Service service = addition.service();
                Decided known = services.get(service.name());
                if (known == null) {
                    checkName(service, addition.by(), provisioning);
                    PlatformChecks.checkAdded(service, problems);
                    Decided decided = decider.decide(service, addition.by());
                    add(decided);
                    added.add(decided);
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
            newcomers = added;
        }
        return provisioning;
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

    private void checkRoutes(List<ServicePlan> planned) {
        Map<String, ServicePlan> owners = new HashMap<>();
        Map<String, Decision<Route>> taken = new HashMap<>();
        for (ServicePlan service : planned) {
            for (Decision<Route> route : service.entries(Settings.ROUTE).values()) {
                String address = route.get().address();
                Decision<Route> first = taken.putIfAbsent(address, route);
                ServicePlan owner = owners.putIfAbsent(address, service);
                if (first != null && owner != null) {
                    problems.add(Problem.of(
                                    "environment " + environment.name(),
                                    environment.name(),
                                    owner.name() + " and " + service.name() + " are both public at " + address)
                            .cite(owner.name(), Decided.source(first))
                            .cite(service.name(), Decided.source(route))
                            .fix("give one of them another host or path"));
                }
            }
        }
    }
}
