package dev.idp.plan;

import dev.idp.ExternalService;
import dev.idp.Replicas;
import dev.idp.ServiceKind;
import dev.idp.Setting;
import dev.idp.Settings;
import dev.idp.explain.Decision;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** What the changes of one environment do to what runs there. */
final class Impacts {

    private final String name;
    private final Optional<EnvironmentPlan> before;
    private final Optional<EnvironmentPlan> after;
    private final Map<String, Setting<?>> settings = new HashMap<>();
    private final List<Impact> found = new ArrayList<>();

    private Impacts(String name, Optional<EnvironmentPlan> before, Optional<EnvironmentPlan> after) {
        this.name = name;
        this.before = before;
        this.after = after;
        before.ifPresent(this::know);
        after.ifPresent(this::know);
    }

    static List<Impact> of(
            String name, Optional<EnvironmentPlan> before, Optional<EnvironmentPlan> after, Comparison comparison) {
        Impacts impacts = new Impacts(name, before, after);
        comparison.changes().stream()
                .filter(change -> change.environment().equals(name))
                .forEach(impacts::add);
        impacts.follow();
        impacts.rerun();
        comparison.addedCalls().stream()
                .filter(call -> call.environment().equals(name))
                .forEach(call -> impacts.add(call.edge(), true));
        comparison.removedCalls().stream()
                .filter(call -> call.environment().equals(name))
                .forEach(call -> impacts.add(call.edge(), false));
        return impacts.found;
    }

    private void know(EnvironmentPlan environment) {
        know(environment.decisions());
        environment.workloads().forEach(workload -> know(workload.decisions()));
    }

    private void know(Decisions decisions) {
        for (Setting<?> setting : decisions.settings()) {
            decisions.entries(setting).values().forEach(decision -> settings.put(decision.subject(), setting));
        }
    }

    private void add(Change change) {
        String[] path = change.subject().split("/", 3);
        Optional<String> workload = change.workload();
        String field = workload.isPresent()
                ? path[2]
                : change.subject().startsWith("environment/")
                        ? change.subject().substring("environment/".length())
                        : change.subject();
        Set<Effect> effects = workload.isPresent()
                ? ofWorkload(workload.get(), change)
                : path[0].equals("resources") ? ofResource(path[2], change) : said(change);
        if (effects.isEmpty()
                && workload.filter(named -> isNewOrGone(path[0], named)).isPresent()) {
            return;
        }
        Function<Decision<?>, String> text = text(change);
        found.add(new Impact(
                name,
                workload,
                field,
                change.before().map(text),
                change.after().map(text),
                new TreeSet<>(effects),
                change.after().or(change::before).flatMap(Decision::knownSource)));
    }

    /** Some values are called after a part of themselves, which may be the same of both. */
    private Function<Decision<?>, String> text(Change change) {
        Setting<?> setting = settings.get(change.subject());
        return setting != null
                        && change.before()
                                .map(decision -> decision.get().toString())
                                .equals(change.after()
                                        .map(decision -> decision.get().toString()))
                ? decision -> json(setting, decision)
                : decision -> decision.get().toString();
    }

    @SuppressWarnings("unchecked") // A decision's value has the type of its setting.
    private static <T> String json(Setting<T> setting, Decision<?> decision) {
        return setting.json().write().apply((T) decision.get()).toString();
    }

    private boolean isNewOrGone(String kinds, String workload) {
        return find(before, kinds, workload).isEmpty()
                || find(after, kinds, workload).isEmpty();
    }

    /** A job that becomes a service of the same name is gone, and the service is new. */
    private static Optional<WorkloadPlan> find(Optional<EnvironmentPlan> plan, String kinds, String workload) {
        return plan.flatMap(environment -> environment.findWorkload(workload))
                .filter(found -> found.kind().toString().equals(kinds));
    }

    /** What came or went as a whole is not started anew as well; what it opens or is allowed counts nevertheless. */
    private Set<Effect> ofWorkload(String workload, Change change) {
        String kinds = change.subject().substring(0, change.subject().indexOf('/'));
        Optional<WorkloadPlan> old = find(before, kinds, workload);
        Optional<WorkloadPlan> now = find(after, kinds, workload);
        boolean isIdentity = change.subject().endsWith("/name");
        if (now.isEmpty() || old.isEmpty()) {
            Set<Effect> effects = EnumSet.noneOf(Effect.class);
            if (isIdentity) {
                effects.add(now.isEmpty() ? Effect.STOP : Effect.START);
                old.filter(Impacts::keeps).ifPresent(keeping -> effects.add(Effect.DATA_AT_RISK));
            } else if (now.isPresent()) {
                effects.addAll(said(change));
                effects.retainAll(EnumSet.of(Effect.EXPOSURE_WIDENED, Effect.PERMISSIONS_WIDENED));
            }
            return effects;
        }
        Set<Effect> effects = EnumSet.noneOf(Effect.class);
        effects.addAll(said(change));
        if (old.get().entries(Settings.PERMISSION).isEmpty()
                != now.get().entries(Settings.PERMISSION).isEmpty()) {
            effects.addAll(ofCredentials(change));
        }
        return of(now.get(), effects);
    }

    /** Who may do nothing is given nothing to show who it is, and otherwise is. */
    private Set<Effect> ofCredentials(Change change) {
        return Settings.PERMISSION.equals(settings.get(change.subject())) ? Set.of(Effect.ROLLING_RESTART) : Set.of();
    }

    /** What is started anew is another thing for services, for jobs, and for the only copy of what has a state. */
    private static Set<Effect> of(WorkloadPlan workload, Set<Effect> said) {
        Set<Effect> effects = EnumSet.noneOf(Effect.class);
        effects.addAll(said);
        if (effects.contains(Effect.ROLLING_RESTART)) {
            if (workload instanceof JobPlan job) {
                effects.remove(Effect.ROLLING_RESTART);
                if (job.schedule().isEmpty()) {
                    effects.add(Effect.RERUN);
                }
            } else if (workload instanceof ServicePlan service && hasNoOther(service)) {
                effects.add(Effect.DOWNTIME);
            }
        }
        return effects;
    }

    /** A copy that has a state is stopped before the next one starts, which needs what it keeps. */
    private static boolean hasNoOther(ServicePlan service) {
        return service.serviceKind() == ServiceKind.STATEFUL
                && service.replicas().map(Replicas::minimum).orElse(1) == 1;
    }

    private static boolean keeps(WorkloadPlan workload) {
        return !workload.entries(Settings.STORAGE).isEmpty();
    }

    private static Set<Effect> ofResource(String field, Change change) {
        boolean isWhereDataIs = field.equals("provisioner") || field.startsWith("volumes/");
        return isWhereDataIs && change.before().isPresent() ? Set.of(Effect.DATA_AT_RISK) : Set.of();
    }

    private Set<Effect> said(Change change) {
        Setting<?> setting = settings.get(change.subject());
        if (change.subject().startsWith("externals/")) {
            return ofExternal(change);
        }
        if (setting == null) {
            return change.subject().contains("/starts-after/") ? Set.of(Effect.ROLLING_RESTART) : Set.of();
        }
        return effects(setting, change);
    }

    /** Calls of what came or went are calls that are there or not; whatever is elsewhere is somebody else. */
    private static Set<Effect> ofExternal(Change change) {
        if (change.before().isEmpty() || change.after().isEmpty()) {
            return Set.of();
        }
        ExternalService old = (ExternalService) change.before().get().get();
        ExternalService now = (ExternalService) change.after().get().get();
        boolean isWithin = old.hostName().equals(now.hostName())
                && old.portNumber() == now.portNumber()
                && old.udp() == now.udp()
                && (old.places().isEmpty()
                        || (!now.places().isEmpty() && old.places().containsAll(now.places())));
        return isWithin ? Set.of() : Set.of(Effect.EXPOSURE_WIDENED);
    }

    @SuppressWarnings("unchecked") // A decision's value has the type of its setting.
    private static <T> Set<Effect> effects(Setting<T> setting, Change change) {
        return setting.effectsOf(
                change.before().map(decision -> (T) decision.get()),
                change.after().map(decision -> (T) decision.get()));
    }

    /** What of one workload follows from what is said of others, or of everything. */
    private void follow() {
        if (before.isEmpty() || after.isEmpty()) {
            return;
        }
        EnvironmentPlan old = before.get();
        EnvironmentPlan now = after.get();
        for (WorkloadPlan workload : now.workloads()) {
            old.findWorkload(workload.name()).ifPresent(was -> {
                follow(workload, "platform", old.platform(), now.platform(), Set.of(Effect.ROLLING_RESTART));
                follow(
                        workload,
                        "namespace",
                        old.namespaceOf(was),
                        now.namespaceOf(workload),
                        keeps(was) || !was.entries(Settings.MOUNT).isEmpty()
                                ? EnumSet.of(Effect.REPLACEMENT, Effect.DOWNTIME, Effect.DATA_AT_RISK)
                                : EnumSet.of(Effect.REPLACEMENT, Effect.DOWNTIME));
                if (old.namespaceOf(was).get().equals(now.namespaceOf(workload).get())) {
                    followCalled(workload, old, now);
                }
            });
        }
    }

    /** Who stays knows those who move by another name of a host. */
    private void followCalled(WorkloadPlan workload, EnvironmentPlan old, EnvironmentPlan now) {
        for (Edge call : now.graph().callsFrom(workload.name())) {
            now.findService(call.to()).ifPresent(called -> old.findService(call.to())
                    .ifPresent(was -> follow(
                            workload,
                            "calls/" + call.to() + "/namespace",
                            old.namespaceOf(was),
                            now.namespaceOf(called),
                            Set.of(Effect.ROLLING_RESTART))));
        }
    }

    private void follow(
            WorkloadPlan workload, String field, Decision<String> was, Decision<String> is, Set<Effect> effects) {
        if (!was.get().equals(is.get())) {
            found.add(new Impact(
                    name,
                    Optional.of(workload.name()),
                    field,
                    Optional.of(was.get()),
                    Optional.of(is.get()),
                    new TreeSet<>(of(workload, effects)),
                    is.knownSource()));
        }
    }

    /** A new run of a job is another one to wait for. */
    private void rerun() {
        for (Impact impact : List.copyOf(found)) {
            if (impact.effects().contains(Effect.RERUN)) {
                String job = impact.workload().orElseThrow();
                for (Start start : after.orElseThrow().graph().waitingFor(job)) {
                    WorkloadPlan waiting =
                            after.get().findWorkload(start.from()).orElseThrow();
                    found.add(new Impact(
                            name,
                            Optional.of(waiting.name()),
                            "starts-after/" + job,
                            Optional.of(job),
                            Optional.of("its next run"),
                            new TreeSet<>(of(waiting, Set.of(Effect.ROLLING_RESTART))),
                            impact.source()));
                }
            }
        }
    }

    private void add(Edge edge, boolean isNew) {
        Optional<String> call = Optional.of("called");
        found.add(new Impact(
                name,
                Optional.of(edge.from()),
                "calls/" + edge.to() + (edge.port().isEmpty() ? "" : ":" + edge.port()),
                isNew ? Optional.empty() : call,
                isNew ? call : Optional.empty(),
                new TreeSet<>(isNew ? Set.of(Effect.EXPOSURE_WIDENED) : Set.of()),
                edge.because().stream().findFirst().flatMap(Decision::knownSource)));
    }
}
