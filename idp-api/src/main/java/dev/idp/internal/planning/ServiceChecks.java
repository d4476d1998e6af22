package dev.idp.internal.planning;

import dev.idp.Port;
import dev.idp.Protocol;
import dev.idp.Replicas;
import dev.idp.Restriction;
import dev.idp.Setting;
import dev.idp.Settings;
import dev.idp.explain.Decision;
import dev.idp.plan.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What the values of one service in one environment must be to each other. */
final class ServiceChecks {

    private final Decided service;
    private final String environment;
    private final Problems problems;

    private ServiceChecks(Decided service, String environment, Problems problems) {
        this.service = service;
        this.environment = environment;
        this.problems = problems;
    }

    static void check(Decided service, String environment, Problems problems) {
        if (service.sound()) {
            new ServiceChecks(service, environment, problems).check();
        }
    }

    private void check() {
        image();
        limit("CPU", Settings.CPU, Settings.CPU_LIMIT);
        limit("memory", Settings.MEMORY, Settings.MEMORY_LIMIT);
        scaling();
        user();
        restrictions();
        portNames();
        variables();
        ports("listen on", Port::listening);
        ports("are reached under", Port::reachedUnder);
    }

    private void image() {
        Decision<?> image = service.decision(Settings.IMAGE);
        if (!image.isPresent()) {
            Problem.Builder problem = problem("there is no image").cite("declared", service.declared());
            image.winner().ifPresent(unset -> problem.cite("unset", unset.source()));
            problems.add(problem.fix("add image(...) to the service or to its golden path"));
        }
    }

    private <T extends Comparable<T>> void limit(String what, Setting<T> request, Setting<T> limit) {
        Decision<T> requested = service.decision(request);
        Decision<T> limited = service.decision(limit);
        if (requested.isPresent() && limited.isPresent() && limited.get().compareTo(requested.get()) < 0) {
            problems.add(problem(what + " limit " + limited.get() + " is below the request " + requested.get())
                    .cite("limit", Decided.source(limited))
                    .cite("request", Decided.source(requested))
                    .fix("raise the limit, or lower the request"));
        }
    }

    private void scaling() {
        Decision<Replicas> replicas = service.decision(Settings.REPLICAS);
        boolean scaled = replicas.value().filter(Replicas::isScaled).isPresent();
        if (scaled && !service.decision(Settings.CPU).isPresent()) {
            problems.add(problem("it is scaled by the use of its CPU request, and has none")
                    .cite("scaled", Decided.source(replicas))
                    .fix("add cpu(...)"));
        }
    }

    private void user() {
        Decision<Long> user = service.decision(Settings.USER_ID);
        Decision<Restriction> nonRoot = service.decision(Settings.NON_ROOT);
        boolean root = user.value().filter(id -> id == 0).isPresent();
        if (root && nonRoot.value().filter(Restriction::holds).isPresent()) {
            problems.add(problem("user 0 is root, which the service may not run as")
                    .cite("user", Decided.source(user))
                    .cite("non-root", Decided.source(nonRoot))
                    .fix("choose another user, or say runAsRoot(because)"));
        }
    }

    private void restrictions() {
        for (Setting<Restriction> setting : List.of(Settings.NON_ROOT, Settings.READ_ONLY_ROOT)) {
            Decision<Restriction> restriction = service.decision(setting);
            if (!restriction.isPresent()) {
                Problem.Builder problem = problem(setting + " cannot be unset, only lifted with a reason");
                restriction.winner().ifPresent(unset -> problem.cite("unset", unset.source()));
                problems.add(problem.fix("say runAsRoot(because) or writableRootFilesystem(because)"));
            }
        }
    }

    private void portNames() {
        service.entries(Settings.PORT).forEach((entry, port) -> {
            if (!entry.equals(port.get().name())) {
                problems.add(problem("port '" + port.get().name() + "' is said under the name '" + entry + "'")
                        .cite("said", Decided.source(port))
                        .fix("say port(...), which takes the name from the port"));
            }
        });
    }

    private void variables() {
        Map<String, Decision<?>> variables = new HashMap<>(service.entries(Settings.ENV));
        service.entries(Settings.SECRET).forEach((name, secret) -> {
            Decision<?> plain = variables.put(name, secret);
            if (plain != null) {
                problems.add(problem("variable " + name + " is both plain and secret")
                        .cite("env", Decided.source(plain))
                        .cite("secret", Decided.source(secret))
                        .fix("remove one of them, or unset it"));
            }
        });
        variables.forEach((name, decision) -> Settings.flawOfVariable(name)
                .ifPresent(flaw -> problems.add(problem(flaw.message())
                        .cite("said", Decided.source(decision))
                        .fix(flaw.fix()))));
    }

    private void ports(String verb, Function<Port, Integer> number) {
        Map<String, Decision<Port>> taken = new HashMap<>();
        service.entries(Settings.PORT).values().forEach(port -> {
            String transport = port.get().protocol() == Protocol.UDP ? "UDP" : "TCP";
            Decision<Port> first = taken.putIfAbsent(transport + number.apply(port.get()), port);
            if (first != null) {
                problems.add(problem("ports " + first.get().name() + " and "
                                + port.get().name() + " both " + verb + " " + number.apply(port.get()))
                        .cite(first.get().name(), Decided.source(first))
                        .cite(port.get().name(), Decided.source(port))
                        .fix("give one of them another number"));
            }
        });
    }

    private Problem.Builder problem(String message) {
        return Problem.of(service.name(), environment, message);
    }
}
