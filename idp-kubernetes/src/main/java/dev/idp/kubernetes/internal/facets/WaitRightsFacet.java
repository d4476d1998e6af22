package dev.idp.kubernetes.internal.facets;

import dev.idp.Settings;
import dev.idp.explain.Decision;
import dev.idp.kubernetes.internal.render.Output;
import dev.idp.kubernetes.internal.render.Trace;
import dev.idp.kubernetes.internal.render.WorkloadFacet;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.WorkloadPlan;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What pods that wait may look at: the very objects that they wait for, in each namespace that has some of them.
 *
 * <p>Whoever lists or watches one object by its name <a
 * href="https://kubernetes.io/docs/reference/access-authn-authz/rbac/#referring-to-resources">may be restricted to it</a>.
 */
final class WaitRightsFacet implements WorkloadFacet {

    private static final String LOOKS = "who waits for it looks at it, and at nothing else";

    @Override
    public void render(WorkloadPlan workload, EnvironmentPlan environment, Output output) {
        Map<String, List<Wait>> byNamespace = new LinkedHashMap<>();
        for (Wait wait : Wait.of(workload, environment)) {
            byNamespace
                    .computeIfAbsent(environment.namespaceOf(wait.first()).get(), name -> new ArrayList<>())
                    .add(wait);
        }
        String here = environment.namespaceOf(workload).get();
        byNamespace.forEach((namespace, waits) -> {
            String part = "waits" + (namespace.equals(here) ? "" : "-" + namespace);
            addRole(workload, waits, environment, output, part);
            addBinding(workload, waits, environment, output, part);
        });
    }

    private static ObjectMeta meta(
            Trace trace, String kind, WorkloadPlan workload, List<Wait> waits, EnvironmentPlan environment) {
        ObjectMeta meta = Metadata.ofWorkload(trace, kind, workload, environment);
        meta.setName(name(workload));
        Decision<String> there = environment.namespaceOf(waits.get(0).first());
        meta.setNamespace(trace.value("/metadata/namespace", there));
        trace.rule("/kind", LOOKS, Wait.reasons(waits));
        return meta;
    }

    static String name(WorkloadPlan workload) {
        return workload.name() + "-waits";
    }

    private static void addRole(
            WorkloadPlan workload, List<Wait> waits, EnvironmentPlan environment, Output output, String part) {
        Trace trace = output.start();
        Role role = new Role();
        role.setMetadata(meta(trace, "Role", workload, waits, environment));
        List<PolicyRule> rules = new ArrayList<>();
        for (Wait wait : waits) {
            Trace at = trace.at("/rules", rules.size());
            at.rule("", LOOKS, wait.reasons());
            wait.cite(at, "/apiGroups");
            wait.cite(at, "/resources");
            if (wait.isForService()) {
                at.rule(
                        "/resources",
                        "this kind of object runs it",
                        wait.first().decision(Settings.KIND));
            }
            PolicyRule rule = new PolicyRule();
            rule.setApiGroups(Editable.list(wait.group()));
            rule.setResources(Editable.list(wait.kind() + "s"));
            rule.setResourceNames(Editable.list(wait.object(at, "/resourceNames", output)));
            rule.setVerbs(Editable.list("get", "list", "watch"));
            rules.add(rule);
        }
        role.setRules(rules);
        output.add(role, part);
    }

    private static void addBinding(
            WorkloadPlan workload, List<Wait> waits, EnvironmentPlan environment, Output output, String part) {
        Trace trace = output.start();
        ObjectMeta meta = meta(trace, "RoleBinding", workload, waits, environment);
        output.add(
                PermissionFacet.binding(trace, meta, name(workload), workload, environment, Wait.reasons(waits)), part);
    }
}
