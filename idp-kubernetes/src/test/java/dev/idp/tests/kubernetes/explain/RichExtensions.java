package dev.idp.tests.kubernetes.explain;

import dev.idp.EnvironmentSettings;
import dev.idp.Setting;
import dev.idp.Settings;
import dev.idp.explain.Decision;
import dev.idp.kubernetes.Kubernetes;
import dev.idp.kubernetes.NamePolicies;
import dev.idp.plan.Decisions;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.JobPlan;
import dev.idp.plan.ResourcePlan;
import dev.idp.plan.ServicePlan;
import dev.idp.plan.WorkloadPlan;
import dev.idp.spi.Extension;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.ResourceQuotaSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the rich platform attaches for Kubernetes alone, and the way to bind a saved plan of it to code again. */
final class RichExtensions {

    /** The kinds that nothing but these extensions makes. */
    static final Set<String> KINDS = Set.of("Lease", "LimitRange", "PriorityClass", "ResourceQuota");

    /** How the objects are called that these extensions make, with an x at the end in another way. */
    private static final Pattern NAMES = Pattern.compile("(all|claims|leader|urgent)x?");

    private RichExtensions() {}

    /** Tells whether one of these extensions made an object. */
    static boolean made(String name) {
        return NAMES.matcher(name).matches();
    }

    /**
     * Returns an extension.
     *
     * @param id its id; with an x at its end, everything in it is said in another way
     */
    static Extension of(String id) {
        boolean other = id.endsWith("x");
        String x = other ? "x" : "";
        long one = other ? 1 : 0;
        return switch (other ? id.substring(0, id.length() - 1) : id) {
            case "quota" -> Kubernetes.objects(id, environment -> List.of(quota(x)));
            case "priority" ->
                Kubernetes.clusterObjects(
                        id,
                        environment -> List.of(object(
                                "scheduling.k8s.io/v1" + x,
                                "PriorityClass" + x,
                                "urgent" + x,
                                Map.of("value", 1000 + one, "description", "pages somebody" + x))));
            case "lock" ->
                Kubernetes.objects(
                        id,
                        workload -> List.of(object(
                                "coordination.k8s.io/v1" + x,
                                "Lease" + x,
                                "leader" + x,
                                Map.of(
                                        "spec",
                                        Map.of("holderIdentity", "nobody" + x, "leaseDurationSeconds", 15 + one)))));
            case "range" ->
                Kubernetes.objects(
                        id,
                        resource -> List.of(object(
                                "v1" + x,
                                "LimitRange" + x,
                                "claims" + x,
                                Map.of(
                                        "spec",
                                        Map.of(
                                                "limits",
                                                List.of(Map.of(
                                                        "type",
                                                        "PersistentVolumeClaim" + x,
                                                        "max",
                                                        Map.of("storage", 100 + one + "Gi"))))))));
            case "patient" ->
                Kubernetes.edit(id, Deployment.class, deployment -> deployment
                        .getSpec()
                        .setProgressDeadlineSeconds(900 + (int) one));
            case "audited" ->
                Kubernetes.edit(id, Namespace.class, namespace -> namespace
                        .getMetadata()
                        .getLabels()
                        .put("pod-security.kubernetes.io/audit", other ? "baseline" : "restricted"));
            case "policies-by-name" -> Kubernetes.policiesByName(other ? calls -> List.of() : NamePolicies.cilium());
            case "external-names" -> other ? Kubernetes.objects(id, all -> List.of()) : Kubernetes.externalNames();
            default -> throw new IllegalArgumentException("no extension " + id);
        };
    }

    private static HasMetadata quota(String x) {
        ResourceQuotaSpec spec = new ResourceQuotaSpec();
        spec.setHard(Map.of("pods", new Quantity("5" + x), "services", new Quantity("4" + x)));
        ResourceQuota quota = new ResourceQuota();
        quota.setApiVersion("v1" + x);
        quota.setKind("ResourceQuota" + x);
        quota.setMetadata(named("all" + x));
        quota.setSpec(spec);
        return quota;
    }

    private static HasMetadata object(String apiVersion, String kind, String name, Map<String, Object> fields) {
        GenericKubernetesResource object = new GenericKubernetesResource();
        object.setApiVersion(apiVersion);
        object.setKind(kind);
        object.setMetadata(named(name));
        object.setAdditionalProperties(fields);
        return object;
    }

    private static ObjectMeta named(String name) {
        ObjectMeta meta = new ObjectMeta();
        meta.setName(name);
        return meta;
    }

    /** Returns a plan with code for the extensions that it names. */
    static EnvironmentPlan bound(EnvironmentPlan plan) {
        List<WorkloadPlan> workloads = new ArrayList<>();
        plan.services()
                .forEach(service ->
                        workloads.add(new ServicePlan(service.identity(), bound(service.decisions(), Settings.all()))));
        plan.jobs().forEach(job -> workloads.add(new JobPlan(job.identity(), bound(job.decisions(), Settings.all()))));
        return EnvironmentPlan.of(
                plan.platform(),
                plan.identity(),
                bound(plan.decisions(), EnvironmentSettings.all()),
                workloads,
                plan.externals(),
                plan.resources().stream().map(RichExtensions::bound).toList(),
                plan.graph());
    }

    private static Decisions bound(Decisions decisions, List<Setting<?>> order) {
        Decisions.Builder bound = decisions.toBuilder();
        decisions.entries(Settings.EXTENSION).forEach((id, said) -> bound.put(Settings.EXTENSION, id, bound(said)));
        return bound.build(order);
    }

    private static Decision<Extension> bound(Decision<Extension> said) {
        return said.resolvedTo(of(said.get().id()), List.of());
    }

    private static ResourcePlan bound(ResourcePlan plan) {
        return new ResourcePlan(
                plan.name(),
                plan.type(),
                plan.resourceClass(),
                plan.provisioner(),
                plan.users(),
                plan.sharedBecause(),
                plan.services(),
                plan.volumes(),
                plan.secrets(),
                plan.extensions().stream().map(extension -> of(extension.id())).toList());
    }

    /** Returns whatever is attached to the environment and to its resources. */
    static Stream<Decision<Extension>> besideWorkloads(EnvironmentPlan plan) {
        return Stream.concat(
                plan.decisions().entries(EnvironmentSettings.EXTENSION).values().stream(),
                plan.resources().stream()
                        .flatMap(resource -> resource.extensions().stream().map(resource::decision)));
    }
}
