package dev.idp.kubernetes.internal.facets;

import dev.idp.Access;
import dev.idp.EnvironmentSettings;
import dev.idp.Team;
import dev.idp.explain.Decision;
import dev.idp.kubernetes.internal.render.EnvironmentFacet;
import dev.idp.kubernetes.internal.render.Output;
import dev.idp.kubernetes.internal.render.Trace;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.NamespacePlan;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.rbac.RoleRef;
import io.fabric8.kubernetes.api.model.rbac.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the people of a team may do where its workloads are: one of the roles that every cluster has for users.
 *
 * @see <a href="https://kubernetes.io/docs/reference/access-authn-authz/rbac/#user-facing-roles">User-facing roles</a>
 */
final class TeamAccessFacet implements EnvironmentFacet {

    private static final String GRANTS = "lets the team's people see to what is theirs";

    @Override
    public void render(EnvironmentPlan environment, Output output) {
        Decision<Access> access = environment.decision(EnvironmentSettings.TEAM_ACCESS);
        if (access.get() == Access.NONE) {
            return;
        }
        for (NamespacePlan namespace : environment.namespaces()) {
            for (Decision<Team> team : namespace.teams()) {
                if (!team.get().groups().isEmpty()) {
                    render(team, access, namespace, environment, output);
                }
            }
        }
    }

    private static void render(
            Decision<Team> team,
            Decision<Access> access,
            NamespacePlan namespace,
            EnvironmentPlan environment,
            Output output) {
        Trace trace = output.start();
        // With a dot, which the name of no workload has.
        String name = "team." + team.get().name();
        ObjectMeta meta = Metadata.ofNamespace(trace, "RoleBinding", name, GRANTS, namespace.name(), environment);
        trace.cite("/metadata/name", team);
        Trace role = trace.at("/roleRef");
        RoleBinding binding = new RoleBinding();
        binding.setMetadata(meta);
        binding.setRoleRef(new RoleRef(
                role.because("/apiGroup", PermissionFacet.GROUP, GRANTS),
                role.because("/kind", "ClusterRole", "every cluster has it, and the binding keeps it to the namespace"),
                role.value("/name", access).name().toLowerCase(Locale.ROOT)));
        List<Subject> subjects = new ArrayList<>();
        for (String group : team.get().groups()) {
            Trace subject = trace.at("/subjects", subjects.size());
            subject.cite("/name", team);
            subjects.add(new Subject(
                    subject.because("/apiGroup", PermissionFacet.GROUP, GRANTS),
                    subject.because("/kind", "Group", "people come and go, and the identity provider knows them"),
                    group,
                    null));
        }
        binding.setSubjects(subjects);
        output.add(binding);
    }
}
