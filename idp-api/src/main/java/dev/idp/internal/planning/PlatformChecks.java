package dev.idp.internal.planning;

import dev.idp.Dependency;
import dev.idp.Environment;
import dev.idp.GoldenPath;
import dev.idp.Ground;
import dev.idp.Mandate;
import dev.idp.Names;
import dev.idp.Platform;
import dev.idp.Setting;
import dev.idp.Setting.Merge;
import dev.idp.Startable;
import dev.idp.Statement;
import dev.idp.Workload;
import dev.idp.WorkloadKind;
import dev.idp.explain.Origin;
import dev.idp.internal.planning.Composition.Member;
import dev.idp.plan.Problem;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What can be wrong with a platform whatever the environment. */
final class PlatformChecks {

    private final Platform platform;
    private final Composition composition;
    private final Problems problems;

    private PlatformChecks(Platform platform, Composition composition, Problems problems) {
        this.platform = platform;
        this.composition = composition;
        this.problems = problems;
    }

    static void check(Platform platform, Composition composition, Problems problems) {
        new PlatformChecks(platform, composition, problems).check();
    }

    private void check() {
        name(platform.name(), "a platform", "platform", platform.origin());
        if (platform.environments().isEmpty()) {
            empty("no environments", "add at least one with environments(...)");
        }
        if (composition.members().isEmpty()) {
            empty("no services", "add at least one with services(...)");
        }
        repeated(platform.statements(), "platform");
        repeated(platform.ground(), "platform");
        repeated(platform.jobGround(), "platform");
        ofJobs(platform.jobGround(), "platform");
        Map<String, Origin> environments = new HashMap<>();
        for (Environment environment : platform.environments()) {
            name(environment.name(), "an environment", "environment " + environment.name(), environment.origin());
            distinct(environments, environment);
            repeated(environment.statements(), "environment " + environment.name());
            repeated(environment.ground(), "environment " + environment.name());
            repeated(environment.jobGround(), "environment " + environment.name());
            ofJobs(environment.jobGround(), "environment " + environment.name());
        }
        Map<String, Member> members = new HashMap<>();
        for (Member member : composition.members()) {
            Workload workload = member.workload();
            name(workload.name(), "a " + workload.kind().singular(), workload.name(), workload.origin());
            distinct(members, member);
            repeated(workload.statements(), workload.name());
            foreign(workload, environments.keySet(), problems);
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

    private void distinct(Map<String, Origin> known, Environment environment) {
        Origin first = known.putIfAbsent(environment.name(), environment.origin());
        if (first != null) {
            clash(environment.name(), "environments", first, environment.origin());
        }
    }

    private void distinct(Map<String, Member> known, Member member) {
        Workload workload = member.workload();
        Member first = known.putIfAbsent(workload.name(), member);
        if (first != null) {
            boolean alike = first.workload().kind() == workload.kind();
            clash(workload.name(), alike ? workload.kind().toString() : "workloads", first.place(), member.place());
        }
    }

    private void clash(String name, String what, Object first, Object second) {
        problems.add(Problem.of(name, "", "two " + what + " have the name '" + name + "'")
                .cite("first", first)
                .cite("second", second)
                .fix("rename one of them"));
    }

    /** What is said of all workloads may pass over jobs; what is said of jobs alone must be for them. */
    private void ofJobs(Ground ground, String subject) {
        ground.defaults().forEach(said -> ofJobs(said.setting(), subject, said.origin()));
        ground.mandates()
                .forEach(said -> ofJobs(
                        said.statement().setting(), subject, said.statement().origin()));
        ground.requirements().forEach(said -> ofJobs(said.setting(), subject, said.origin()));
    }

    private void ofJobs(Setting<?> setting, String subject, Origin origin) {
        if (!setting.isFor(WorkloadKind.JOB)) {
            problems.add(Problem.of(subject, "", setting + " cannot be said of " + WorkloadKind.JOB)
                    .cite("said", origin)
                    .fix("remove the line"));
        }
    }

    private void repeated(Ground ground, String subject) {
        repeated(ground.defaults(), subject);
        repeated(
                ground.mandates().stream().<Statement<?>>map(Mandate::statement).toList(), subject);
    }

    /** What a provisioner declares is held to the same rule as what a user declares. */
    static void checkAdded(Workload workload, Platform platform, Problems problems) {
        repeated(workload.statements(), workload.name(), problems);
        Set<String> environments =
                platform.environments().stream().map(Environment::name).collect(Collectors.toSet());
        foreign(workload, environments, problems);
    }

    private void repeated(List<Statement<?>> statements, String subject) {
        repeated(statements, subject, problems);
    }

    /** Within one declaration nothing is said twice: the reader could not tell which one is meant. */
    private static void repeated(List<Statement<?>> statements, String subject, Problems problems) {
        Map<Said, Statement<?>> known = new HashMap<>();
        for (Statement<?> statement : statements) {
            Statement<?> first = known.putIfAbsent(Said.of(statement), statement);
            if (first != null && statement.setting().merge() != Merge.APPEND) {
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
        if (value instanceof GoldenPath path) {
            return path.id() + " " + path.version();
        }
        return value == null
                ? "unset"
                : value instanceof Dependency used
                        ? used.name()
                        : value instanceof Startable first ? first.name() : value.toString();
    }

    private static void foreign(Workload workload, Set<String> environments, Problems problems) {
        Set<String> reported = new HashSet<>();
        for (Statement<?> statement : workload.statements()) {
            String environment = statement.scope().environment();
            if (environment != null && !environments.contains(environment) && reported.add(environment)) {
                foreign(workload, environment, statement.origin(), environments, problems);
            }
        }
        for (Statement<List<String>> onlyIn : workload.onlyIn()) {
            if (Decided.value(onlyIn).isEmpty()) {
                problems.add(Problem.of(workload.name(), "", "onlyIn() names no environment, so it would run nowhere")
                        .cite("said", onlyIn.origin())
                        .fix("name at least one environment, or remove the service"));
            }
            for (String environment : Decided.value(onlyIn)) {
                if (!environments.contains(environment) && reported.add(environment)) {
                    foreign(workload, environment, onlyIn.origin(), environments, problems);
                }
            }
        }
    }

    private static void foreign(
            Workload workload, String environment, Origin origin, Set<String> environments, Problems problems) {
        problems.add(Problem.of(workload.name(), "", "environment '" + environment + "' is not part of the platform")
                .cite("said", origin)
                .fix("add it with environments(...), which has "
                        + environments.stream().sorted().collect(Collectors.joining(", "))));
    }

    /** What is said where: the same may be said once in general and once for each environment and tier. */
    private record Said(String topic, dev.idp.Scope scope) {
        static Said of(Statement<?> statement) {
            return new Said(statement.topic(), statement.scope());
        }

        // By hand, since every statement is looked up, and what records bring along starts slowly.
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Said that
                    && topic.equals(that.topic)
                    && scope.tier() == that.scope.tier()
                    && Objects.equals(scope.environment(), that.scope.environment());
        }

        @Override
        public int hashCode() {
            return topic.hashCode();
        }
    }
}
