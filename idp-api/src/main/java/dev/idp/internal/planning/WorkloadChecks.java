package dev.idp.internal.planning;

import dev.idp.Container;
import dev.idp.Port;
import dev.idp.Protocol;
import dev.idp.Replicas;
import dev.idp.Restriction;
import dev.idp.ServiceKind;
import dev.idp.Setting;
import dev.idp.Settings;
import dev.idp.Text;
import dev.idp.WorkloadKind;
import dev.idp.explain.Decision;
import dev.idp.explain.Source;
import dev.idp.plan.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/** What the values of one workload in one environment must be to each other. */
final class WorkloadChecks {

    private static final List<Setting<?>> PLACES =
            List.of(Settings.STORAGE, Settings.MOUNT, Settings.SCRATCH, Settings.FILE, Settings.SECRET_FILE);

    private final Decided workload;
    private final String environment;
    private final Problems problems;

    private WorkloadChecks(Decided workload, String environment, Problems problems) {
        this.workload = workload;
        this.environment = environment;
        this.problems = problems;
    }

    static void check(Decided workload, String environment, Problems problems) {
        if (workload.sound()) {
            new WorkloadChecks(workload, environment, problems).check();
        }
    }

    private void check() {
        image();
        limit("CPU", Settings.CPU, Settings.CPU_LIMIT);
        limit("memory", Settings.MEMORY, Settings.MEMORY_LIMIT);
        scaling();
        user();
        restrictions();
        variables();
        kind();
        directories();
        containers();
        ports("listen on", Port::listening);
        ports("are reached under", Port::reachedUnder);
    }

    private void image() {
        Decision<?> image = workload.decision(Settings.IMAGE);
        if (!image.isPresent()) {
            Problem.Builder problem = problem("there is no image").cite("declared", workload.declared());
            image.winner().ifPresent(unset -> problem.cite("unset", unset.source()));
            problems.add(problem.fix("add image(...) to the " + workload.kind().singular() + " or to its golden path"));
        }
    }

    private <T extends Comparable<T>> void limit(String what, Setting<T> request, Setting<T> limit) {
        Decision<T> requested = workload.decision(request);
        Decision<T> limited = workload.decision(limit);
        if (requested.isPresent() && limited.isPresent() && limited.get().compareTo(requested.get()) < 0) {
            problems.add(problem(what + " limit " + limited.get() + " is below the request " + requested.get())
                    .cite("limit", limited.source())
                    .cite("request", requested.source())
                    .fix("raise the limit, or lower the request"));
        }
    }

    private void scaling() {
        Decision<Replicas> replicas = workload.decision(Settings.REPLICAS);
        boolean scaled = replicas.isPresent() && replicas.get().isScaled();
        if (scaled && workload.decision(Settings.CPU_TARGET).isPresent()) {
            scaledBy("CPU", Settings.CPU, replicas.source(), "add cpu(...)");
        }
        if (scaled && workload.decision(Settings.MEMORY_TARGET).isPresent()) {
            scaledBy("memory", Settings.MEMORY, replicas.source(), "add memory(...)");
        }
    }

    private void scaledBy(String what, Setting<?> request, Source scaled, String fix) {
        if (!workload.decision(request).isPresent()) {
            problems.add(problem("it is scaled by the use of its " + what + " request, and has none")
                    .cite("scaled", scaled)
                    .fix(fix));
        }
    }

    private void user() {
        Decision<Long> user = workload.decision(Settings.USER_ID);
        Decision<Restriction> nonRoot = workload.decision(Settings.NON_ROOT);
        boolean root = user.isPresent() && user.get() == 0;
        if (root && nonRoot.isPresent() && nonRoot.get().holds()) {
            problems.add(problem("user 0 is root, which the " + workload.kind().singular() + " may not run as")
                    .cite("user", user.source())
                    .cite("non-root", nonRoot.source())
                    .fix("choose another user, or say runAsRoot(because)"));
        }
    }

    private void restrictions() {
        for (Setting<Restriction> setting : List.of(Settings.NON_ROOT, Settings.READ_ONLY_ROOT)) {
            Decision<Restriction> restriction = workload.decision(setting);
            if (!restriction.isPresent()) {
                Problem.Builder problem = problem(setting + " cannot be unset, only lifted with a reason");
                restriction.winner().ifPresent(unset -> problem.cite("unset", unset.source()));
                problems.add(problem.fix("say runAsRoot(because) or writableRootFilesystem(because)"));
            }
        }
    }

    private void variables() {
        Map<String, Decision<Text>> variables = workload.entries(Settings.ENV);
        workload.entries(Settings.SECRET).forEach((name, secret) -> {
            Decision<Text> plain = variables.get(name);
            if (plain != null) {
                problems.add(problem("variable " + name + " is both plain and secret")
                        .cite("env", plain.source())
                        .cite("secret", secret.source())
                        .fix("remove one of them, or unset it"));
            }
        });
    }

    private void kind() {
        Decision<ServiceKind> kind = workload.decision(Settings.KIND);
        if (workload.kind() == WorkloadKind.SERVICE && !kind.isPresent()) {
            Problem.Builder problem = problem("what its copies are to each other cannot be unset");
            kind.winner().ifPresent(unset -> problem.cite("unset", unset.source()));
            problems.add(problem.fix("say stateless(), stateful() or onEveryNode()"));
        }
        workload.entries(Settings.STORAGE).values().stream()
                .filter(storage ->
                        kind.value().filter(ServiceKind.STATEFUL::equals).isEmpty())
                .findFirst()
                .ifPresent(storage -> problems.add(problem("only the copies of a stateful service can have storage")
                        .cite("storage", storage.source())
                        .fix("say stateful(), or mount a volume that all copies share")));
        if (workload.runsOnEveryNode()) {
            Decision<Replicas> replicas = workload.decision(Settings.REPLICAS);
            replicas.winner()
                    .filter(winner ->
                            winner.value() != null && winner.source().layer().isOfWorkload())
                    .ifPresent(winner -> problems.add(problem("one copy runs on every node, and not " + winner.value())
                            .cite("replicas", winner.source())
                            .cite("kind", kind.source())
                            .fix("remove the number of replicas")));
        }
    }

    /** A file may lie in a directory, but two things cannot be at one path. */
    private void directories() {
        Map<String, Decision<?>> taken = new HashMap<>();
        for (Setting<?> setting : PLACES) {
            for (Map.Entry<String, ? extends Decision<?>> said :
                    workload.entries(setting).entrySet()) {
                Decision<?> first = taken.putIfAbsent(said.getKey(), said.getValue());
                if (first != null) {
                    problems.add(problem("two things are at " + said.getKey())
                            .cite("first", first.source())
                            .cite("second", said.getValue().source())
                            .fix("give one of them another path"));
                }
            }
        }
        allContainers().forEach(container -> container.get().shared().stream()
                .filter(path -> !taken.containsKey(path))
                .forEach(path ->
                        problems.add(problem("container " + container.get().name() + " shares " + path + ", which the "
                                        + workload.kind().singular() + " does not have")
                                .cite("container", container.source())
                                .fix(
                                        taken.isEmpty()
                                                ? "add scratch(...), storage(...), mount(...) or file(...)"
                                                : "share one of " + new TreeSet<>(taken.keySet())))));
    }

    private void containers() {
        Map<String, Decision<Container>> taken = new HashMap<>();
        for (Decision<Container> container : allContainers()) {
            String name = container.get().name();
            Decision<Container> first = taken.putIfAbsent(name, container);
            if (first != null) {
                problems.add(problem("two containers have the name '" + name + "'")
                        .cite("first", first.source())
                        .cite("second", container.source())
                        .fix("rename one of them"));
            }
            if (name.equals(workload.name())) {
                problems.add(problem("a container has the name of the "
                                + workload.kind().singular() + " itself")
                        .cite("container", container.source())
                        .fix("rename the container"));
            }
        }
    }

    private List<Decision<Container>> allContainers() {
        List<Decision<Container>> containers =
                new ArrayList<>(workload.entries(Settings.INIT_STEP).values());
        containers.addAll(workload.entries(Settings.SIDECAR).values());
        return containers;
    }

    private void ports(String verb, Function<Port, Integer> number) {
        Map<String, Decision<Port>> taken = new HashMap<>();
        for (Decision<Port> port : workload.entries(Settings.PORT).values()) {
            String transport = port.get().protocol() == Protocol.UDP ? "UDP" : "TCP";
            Decision<Port> first = taken.putIfAbsent(transport + number.apply(port.get()), port);
            if (first != null) {
                problems.add(problem("ports " + first.get().name() + " and "
                                + port.get().name() + " both " + verb + " " + number.apply(port.get()))
                        .cite(first.get().name(), first.source())
                        .cite(port.get().name(), port.source())
                        .fix("give one of them another number"));
            }
        }
    }

    private Problem.Builder problem(String message) {
        return Problem.of(workload.name(), environment, message);
    }
}
