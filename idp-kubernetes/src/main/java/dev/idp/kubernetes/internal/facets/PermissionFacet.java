package dev.idp.kubernetes.internal.facets;

import dev.idp.Permission;
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
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.rbac.RoleRef;
import io.fabric8.kubernetes.api.model.rbac.Subject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What a workload may do through the API server: a Role, and its binding to the workload's service account. */
final class PermissionFacet implements WorkloadFacet {

    static final String GROUP = "rbac.authorization.k8s.io";
    private static final String GRANTS = "grants the role to the workload's own account";

    @Override
    public void render(WorkloadPlan workload, EnvironmentPlan environment, Output output) {
        Collection<Decision<Permission>> permissions =
                workload.entries(Settings.PERMISSION).values();
        if (!permissions.isEmpty()) {
            addRole(permissions, workload, environment, output);
            addBinding(permissions, workload, environment, output);
        }
    }

    private static void addRole(
            Collection<Decision<Permission>> permissions,
            WorkloadPlan workload,
            EnvironmentPlan environment,
            Output output) {
        Trace trace = output.start();
        Role role = new Role();
        role.setMetadata(Metadata.ofWorkload(trace, "Role", workload, environment));
        List<PolicyRule> rules = new ArrayList<>();
        for (Decision<Permission> permission : permissions) {
            Permission may = trace.at("/rules", rules.size()).value("", permission);
            PolicyRule rule = new PolicyRule();
            rule.setApiGroups(Editable.list(may.group()));
            rule.setResources(Editable.list(may.kind()));
            rule.setVerbs(Editable.list(may.actions()));
            rules.add(rule);
        }
        role.setRules(rules);
        output.add(role);
    }

    private static void addBinding(
            Collection<Decision<Permission>> permissions,
            WorkloadPlan workload,
            EnvironmentPlan environment,
            Output output) {
        Trace trace = output.start();
        ObjectMeta meta = Metadata.ofWorkload(trace, "RoleBinding", workload, environment);
        output.add(
                binding(trace, meta, workload.name(), workload, environment, permissions.toArray(Decision<?>[]::new)));
    }

    /** Binds a role to the account of a workload. */
    static RoleBinding binding(
            Trace trace,
            ObjectMeta meta,
            String name,
            WorkloadPlan workload,
            EnvironmentPlan environment,
            Decision<?>... because) {
        RoleBinding binding = new RoleBinding();
        binding.setMetadata(meta);
        Trace role = trace.at("/roleRef");
        role.cite("/name", workload.identity());
        binding.setRoleRef(new RoleRef(
                role.because("/apiGroup", GROUP, GRANTS), role.because("/kind", "Role", GRANTS, because), name));
        Trace subject = trace.at("/subjects/0");
        binding.setSubjects(Editable.list(new Subject(
                null,
                subject.because("/kind", "ServiceAccount", GRANTS),
                subject.value("/name", workload.identity()),
                subject.value("/namespace", environment.namespaceOf(workload)))));
        return binding;
    }
}
