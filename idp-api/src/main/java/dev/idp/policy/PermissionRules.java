package dev.idp.policy;

import dev.idp.Permission;
import dev.idp.Settings;
import dev.idp.plan.EnvironmentPlan;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rules on what workloads may do to things of their environment. */
final class PermissionRules {

    private static final String GOOD_PRACTICES = "https://kubernetes.io/docs/concepts/security/rbac-good-practices/";

    private static final Set<String> READING = Set.of("get", "list", "watch");
    private static final Set<String> WRITING = Set.of("create", "update", "patch");
    private static final String STARTS_PODS = "start pods, and with them read every secret and be every account";
    private static final String RUNS_COMMANDS = "run commands in other pods";

    /** What the good practices warn of; {@code *} stands for every kind. */
    private static final List<Danger> DANGERS = List.of(
            new Danger("", "secrets", READING, "read every secret"),
            new Danger("", "pods", Set.of("create"), STARTS_PODS),
            new Danger("", "replicationcontrollers", WRITING, STARTS_PODS),
            new Danger("apps", "deployments", WRITING, STARTS_PODS),
            new Danger("apps", "daemonsets", WRITING, STARTS_PODS),
            new Danger("apps", "statefulsets", WRITING, STARTS_PODS),
            new Danger("apps", "replicasets", WRITING, STARTS_PODS),
            new Danger("batch", "jobs", WRITING, STARTS_PODS),
            new Danger("batch", "cronjobs", WRITING, STARTS_PODS),
            // A connection is opened with get by WebSocket, and with create otherwise.
            new Danger("", "pods/exec", Set.of("get", "create"), RUNS_COMMANDS),
            new Danger("", "pods/attach", Set.of("get", "create"), RUNS_COMMANDS),
            new Danger("", "pods/ephemeralcontainers", Set.of("update", "patch"), RUNS_COMMANDS),
            new Danger("", "serviceaccounts/token", Set.of("create"), "be every account"),
            new Danger("", "*", Set.of("escalate", "bind"), "give itself every permission"),
            new Danger("", "*", Set.of("impersonate"), "act as somebody else"));

    private PermissionRules() {}

    static List<Rule<EnvironmentPlan>> all() {
        return List.of(permissionNotDangerous(), permissionNotWildcard());
    }

    /** What a permission allows that is more than it seems. */
    private record Danger(String group, String kind, Set<String> actions, String meaning) {

        boolean isIn(Permission permission) {
            boolean anyKind = kind.equals("*");
            boolean kindMatches = anyKind || kind.equals(permission.kind());
            boolean groupMatches = anyKind
                    || group.equals(permission.group())
                    || permission.group().equals("*");
            return kindMatches
                    && groupMatches
                    && permission.actions().stream()
                            .anyMatch(action -> actions.contains(action) || (action.equals("*") && !anyKind));
        }
    }

    private static Rule<EnvironmentPlan> permissionNotDangerous() {
        return Rules.forWorkloads("permission-not-dangerous")
                .because("some permissions amount to all of them, which their names do not tell")
                .fix("do without it, or let something smaller do that part")
                .link(GOOD_PRACTICES)
                .check((workload, findings) -> workload.entries(Settings.PERMISSION)
                        .values()
                        .forEach(said -> danger(said.get())
                                .ifPresent(danger ->
                                        findings.add(said, "with '" + said.get() + "' it can " + danger.meaning()))));
    }

    private static Optional<Danger> danger(Permission permission) {
        return DANGERS.stream().filter(danger -> danger.isIn(permission)).findFirst();
    }

    private static Rule<EnvironmentPlan> permissionNotWildcard() {
        return Rules.forWorkloads("permission-not-wildcard")
                .because("a wildcard allows also what is added to the cluster next year")
                .severity(Severity.ERROR)
                .fix("name the kinds and the actions that it needs")
                .link(GOOD_PRACTICES)
                .check((workload, findings) -> workload.entries(Settings.PERMISSION)
                        .values()
                        .forEach(said -> {
                            if (hasWildcard(said.get())) {
                                findings.add(said, "its permission '" + said.get() + "' has a wildcard");
                            }
                        }));
    }

    private static boolean hasWildcard(Permission permission) {
        return permission.kind().equals("*")
                || permission.group().equals("*")
                || permission.actions().contains("*");
    }
}
