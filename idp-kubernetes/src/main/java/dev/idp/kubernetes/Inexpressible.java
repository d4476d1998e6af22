package dev.idp.kubernetes;

import dev.idp.Permission;
import dev.idp.Segment;
import dev.idp.ServiceKind;
import dev.idp.Settings;
import dev.idp.Spread;
import dev.idp.explain.Decision;
import dev.idp.explain.Source;
import dev.idp.kubernetes.internal.facets.Facets;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.Problem;
import dev.idp.plan.ResourcePlan;
import dev.idp.plan.ServicePlan;
import dev.idp.plan.WorkloadPlan;
import dev.idp.spi.Extension;
import dev.idp.spi.MadeSecret;
import dev.idp.spi.Volume;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/** What a plan says and Kubernetes cannot: an error that names it, since nothing is dropped silently. */
final class Inexpressible {

    /** Of kinds that belong to no namespace, a Role grants nothing, and Kubernetes does not say so. */
    private static final Set<String> OF_THE_CLUSTER = Set.of(
            "nodes",
            "persistentvolumes",
            "componentstatuses",
            "clusterroles.rbac.authorization.k8s.io",
            "clusterrolebindings.rbac.authorization.k8s.io",
            "customresourcedefinitions.apiextensions.k8s.io",
            "ingressclasses.networking.k8s.io",
            "priorityclasses.scheduling.k8s.io",
            "runtimeclasses.node.k8s.io",
            "storageclasses.storage.k8s.io",
            "mutatingwebhookconfigurations.admissionregistration.k8s.io",
            "validatingwebhookconfigurations.admissionregistration.k8s.io");

    private final EnvironmentPlan environment;
    private final List<Problem> problems = new ArrayList<>();

    private Inexpressible(EnvironmentPlan environment) {
        this.environment = environment;
    }

    static List<Problem> problems(EnvironmentPlan environment) {
        Inexpressible found = new Inexpressible(environment);
        environment.workloads().forEach(workload -> {
            found.composedFiles(workload);
            found.permissions(workload);
            if (environment.namespaces().size() > 1) {
                found.elsewhere(workload);
            }
        });
        environment.services().forEach(found::spread);
        environment.resources().forEach(found::resource);
        return found.problems;
    }

    /** Kubernetes puts secrets into variables, but files it takes whole. */
    private void composedFiles(WorkloadPlan workload) {
        workload.entries(Settings.SECRET_FILE).forEach((path, file) -> {
            List<Segment> segments = file.get().segments();
            if (segments.size() != 1 || !(segments.get(0) instanceof Segment.Key)) {
                problems.add(Problem.of(
                                workload.name(),
                                environment.name(),
                                "file " + path + " is composed with a secret, and Kubernetes can only make one of a"
                                        + " secret alone")
                        .cite("said", file.source())
                        .fix("keep the whole text as one secret, or let an init step write it to a scratch directory"));
            }
        });
    }

    private void permissions(WorkloadPlan workload) {
        for (Decision<Permission> permission :
                workload.entries(Settings.PERMISSION).values()) {
            if (OF_THE_CLUSTER.contains(permission.get().subject())) {
                problems.add(Problem.of(
                                workload.name(),
                                environment.name(),
                                permission.get().subject() + " belong to the whole cluster, and a workload may only do"
                                        + " something to things of its environment")
                        .cite("said", permission.source())
                        .fix("remove it, and let the cluster's administrators grant it to service account '"
                                + workload.name() + "'"));
            }
        }
    }

    /** What an environment or a path says of all services may pass over agents. */
    private void spread(ServicePlan service) {
        Decision<Spread> spread = service.decision(Settings.SPREAD);
        if (service.serviceKind() == ServiceKind.PER_NODE && spread.isPresent() && isOwn(spread.source())) {
            problems.add(Problem.of(
                            service.name(),
                            environment.name(),
                            "one copy runs on every node, so there is nothing to spread")
                    .cite("spread", spread.source())
                    .cite("kind", service.decision(Settings.KIND).source())
                    .fix("remove the spread"));
        }
    }

    /** A saved plan knows no more who said what, and is not refused for what only passed over a workload. */
    static boolean isOwn(Source source) {
        return source.layer().isOfWorkload() && !source.equals(Source.SAVED);
    }

    private void resource(ResourcePlan resource) {
        for (Decision<Extension> extension : Extensions.of(resource)) {
            if (extension.get() instanceof KubernetesEdit<?> edit) {
                problems.add(Problem.of(
                                resource.name(),
                                environment.name(),
                                "its provisioner attaches edit '" + edit.id()
                                        + "', and nothing generated is the resource's" + " alone")
                        .cite("supplied", extension.source())
                        .fix("let the provisioner add objects as they should be, or edit them in the environment"));
            }
        }
    }

    /** A pod sees the secrets and the volumes of its own namespace alone. */
    private void elsewhere(WorkloadPlan workload) {
        Map<String, Decision<?>> secrets = new HashMap<>();
        workload.secretUses().forEach(use -> secrets.putIfAbsent(use.secret(), use.by()));
        Map<String, Decision<?>> volumes = new HashMap<>();
        workload.entries(Settings.MOUNT)
                .values()
                .forEach(mount -> volumes.putIfAbsent(Facets.nameOf(mount.get()), mount));
        String here = environment.namespaceOf(workload).get();
        for (ResourcePlan resource : environment.resources()) {
            if (!environment.namespaceOf(resource).get().equals(here)) {
                first(resource.secrets(), MadeSecret::name, secrets, "secret", workload, resource);
                first(resource.volumes(), Volume::name, volumes, "volume", workload, resource);
            }
        }
    }

    /** One of each is enough to show that the workload is in the wrong place. */
    private <T> void first(
            List<T> of,
            Function<T, String> name,
            Map<String, Decision<?>> used,
            String what,
            WorkloadPlan workload,
            ResourcePlan resource) {
        of.stream()
                .map(name)
                .filter(used::containsKey)
                .findFirst()
                .ifPresent(found -> problems.add(Problem.of(
                                workload.name(),
                                environment.name(),
                                what + " '" + found + "' of " + resource.name() + " is in namespace "
                                        + environment.namespaceOf(resource).get() + ", where a pod of "
                                        + environment.namespaceOf(workload).get() + " cannot see it")
                        .cite("said", Objects.requireNonNull(used.get(found)).source())
                        .cite("supplied", resource.provisioner().source())
                        .fix("let one namespace have all users of " + resource.name()
                                + ", or supply it from what exists outside")));
    }
}
