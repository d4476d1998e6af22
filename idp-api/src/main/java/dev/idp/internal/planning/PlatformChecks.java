package dev.idp.internal.planning;

import dev.idp.Dependency;
import dev.idp.Environment;
import dev.idp.Ground;
import dev.idp.Names;
import dev.idp.Platform;
import dev.idp.Service;
import dev.idp.ServicePath;
import dev.idp.Statement;
import dev.idp.explain.Origin;
import dev.idp.plan.Problem;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What can be wrong with a platform whatever the environment. */
final class PlatformChecks {

    private final Platform platform;
    private final Problems problems;

    private PlatformChecks(Platform platform, Problems problems) {
        this.platform = platform;
        this.problems = problems;
    }

    static void check(Platform platform, Problems problems) {
        new PlatformChecks(platform, problems).check();
    }

    private void check() {
        name(platform.name(), "a platform", "platform", platform.origin());
        if (platform.environments().isEmpty()) {
            empty("no environments", "add at least one with environments(...)");
        }
        if (platform.services().isEmpty()) {
            empty("no services", "add at least one with services(...)");
        }
        repeated(platform.ground(), "platform");
        Map<String, Origin> environments = new HashMap<>();
        for (Environment environment : platform.environments()) {
            name(environment.name(), "an environment", "environment " + environment.name(), environment.origin());
            distinct(environments, "environment", environment.name(), environment.origin());
            repeated(environment.statements(), "environment " + environment.name());
            repeated(environment.ground(), "environment " + environment.name());
        }
        Map<String, Origin> services = new HashMap<>();
        for (Service service : platform.services()) {
            name(service.name(), "a service", service.name(), service.origin());
            distinct(services, "service", service.name(), service.origin());
            repeated(service.statements(), service.name());
            foreign(service, environments.keySet());
        }
    }

    private void empty(String message, String fix) {
        problems.add(Problem.of("platform", "", message)
                .cite("declared", platform.origin())
                .fix(fix));
    }

    private void name(String name, String what, String subject, Origin origin) {
        Names.flawOfLabel(name, what)
                .ifPresent(flaw -> problems.add(Problem.of(subject, "", flaw.message())
                        .cite("declared", origin)
                        .fix(flaw.fix())));
    }

    private void distinct(Map<String, Origin> known, String kind, String name, Origin origin) {
        Origin first = known.putIfAbsent(name, origin);
        if (first != null) {
            problems.add(Problem.of(name, "", "two " + kind + "s have the name '" + name + "'")
                    .cite("first", first)
                    .cite("second", origin)
                    .fix("rename one of them"));
        }
    }

    private void repeated(Ground ground, String subject) {
        repeated(ground.defaults(), subject);
        repeated(ground.mandates(), subject);
    }

    /** What a provisioner declares is held to the same rule as what a user declares. */
    static void checkAdded(Service service, Problems problems) {
        repeated(service.statements(), service.name(), problems);
    }

    private void repeated(List<Statement<?>> statements, String subject) {
        repeated(statements, subject, problems);
    }

    /** Within one declaration nothing is said twice: the reader could not tell which one is meant. */
    private static void repeated(List<Statement<?>> statements, String subject, Problems problems) {
        Map<Said, Statement<?>> known = new HashMap<>();
        for (Statement<?> statement : statements) {
            Statement<?> first = known.putIfAbsent(Said.of(statement), statement);
            if (first != null) {
                problems.add(Problem.of(
                                subject,
                                "",
                                statement.topic() + " is said twice: " + text(first) + " and " + text(statement))
                        .cite("first", first.origin())
                        .cite("second", statement.origin())
                        .fix("remove one of them"));
            }
        }
    }

    private static String text(Statement<?> statement) {
        Object value = statement.value();
        if (value instanceof ServicePath path) {
            return path.id() + " " + path.version();
        }
        return value == null ? "unset" : value instanceof Dependency used ? used.name() : value.toString();
    }

    private void foreign(Service service, Set<String> environments) {
        Set<String> reported = new HashSet<>();
        for (Statement<?> statement : service.statements()) {
            String environment = statement.scope().environment();
            if (environment != null && !environments.contains(environment) && reported.add(environment)) {
                foreign(service, environment, statement.origin(), environments);
            }
        }
        for (Statement<List<String>> onlyIn : service.onlyIn()) {
            if (Decided.value(onlyIn).isEmpty()) {
                problems.add(Problem.of(service.name(), "", "onlyIn() names no environment, so it would run nowhere")
                        .cite("said", onlyIn.origin())
                        .fix("name at least one environment, or remove the service"));
            }
            for (String environment : Decided.value(onlyIn)) {
                if (!environments.contains(environment) && reported.add(environment)) {
                    foreign(service, environment, onlyIn.origin(), environments);
                }
            }
        }
    }

    private void foreign(Service service, String environment, Origin origin, Set<String> environments) {
        problems.add(Problem.of(service.name(), "", "environment '" + environment + "' is not part of the platform")
                .cite("said", origin)
                .fix("add it with environments(...), which has "
                        + environments.stream().sorted().collect(Collectors.joining(", "))));
    }

    /** What is said where: the same may be said once in general and once for each environment and tier. */
    private record Said(String topic, dev.idp.Scope scope) {
        static Said of(Statement<?> statement) {
            return new Said(statement.topic(), statement.scope());
        }
    }
}
