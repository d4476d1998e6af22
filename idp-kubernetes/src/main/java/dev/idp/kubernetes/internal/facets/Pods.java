package dev.idp.kubernetes.internal.facets;

import dev.idp.Permission;
import dev.idp.Restriction;
import dev.idp.Settings;
import dev.idp.explain.Decision;
import dev.idp.kubernetes.internal.render.Output;
import dev.idp.kubernetes.internal.render.Trace;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.ServicePlan;
import dev.idp.plan.WorkloadPlan;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.SeccompProfile;
import java.time.Duration;
import java.util.Collection;

/**
 * What the pods of a workload are.
 *
 * <p>They fit the <a href="https://kubernetes.io/docs/concepts/security/pod-security-standards/">restricted Pod Security
 * Standard</a> unless the workload lifts a restriction.
 */
final class Pods {

    static final String RESTRICTED = "the restricted Pod Security Standard";

    private Pods() {}

    static PodTemplateSpec template(Trace trace, WorkloadPlan workload, EnvironmentPlan environment, Output output) {
        ObjectMeta meta = Metadata.ofPods(trace.at("/metadata"), workload, environment);
        CloudIdentities.label(trace.at("/metadata/labels"), meta.getLabels(), workload);
        return new PodTemplateSpec(meta, spec(trace.at("/spec"), workload, environment, output));
    }

    private static PodSpec spec(Trace trace, WorkloadPlan workload, EnvironmentPlan environment, Output output) {
        PodSpec spec = new PodSpec();
        spec.setServiceAccountName(trace.value("/serviceAccountName", workload.identity()));
        spec.setAutomountServiceAccountToken(
                token(trace, workload, workload.entries(Settings.PERMISSION).values()));
        spec.setEnableServiceLinks(trace.because(
                "/enableServiceLinks",
                false,
                "the variables that Kubernetes would add for every service of the namespace can clash with the"
                        + " service's own"));
        Decision<Duration> grace = workload.decision(Settings.SHUTDOWN_GRACE);
        if (grace.isPresent()) {
            spec.setTerminationGracePeriodSeconds(
                    trace.value("/terminationGracePeriodSeconds", grace).toSeconds());
        } else {
            trace.absent("/terminationGracePeriodSeconds", "left to Kubernetes, which waits 30 seconds", grace);
        }
        spec.setSecurityContext(security(trace.at("/securityContext"), workload));
        Placement.place(trace, spec, workload);
        if (workload instanceof ServicePlan service) {
            spec.setTopologySpreadConstraints(Spreading.of(trace, service));
        }
        Volumes volumes = new Volumes(workload);
        StartWaits waits = new StartWaits(workload, environment, output);
        spec.setInitContainers(waits.containers(trace));
        OtherContainers.add(trace, spec.getInitContainers(), workload, volumes);
        spec.setContainers(Editable.list(Containers.main(trace.at("/containers/0"), workload, volumes)));
        spec.setVolumes(volumes.volumes(trace));
        waits.addVolume(trace, spec.getVolumes());
        return spec;
    }

    private static boolean token(Trace trace, WorkloadPlan workload, Collection<Decision<Permission>> permissions) {
        if (permissions.isEmpty()) {
            return CloudIdentities.noToken(trace, workload);
        }
        trace.cite("/automountServiceAccountToken", permissions.toArray(Decision<?>[]::new));
        trace.rule("/automountServiceAccountToken", "the workload says by it who it is, for what it may do");
        return true;
    }

    private static PodSecurityContext security(Trace trace, WorkloadPlan workload) {
        PodSecurityContext context = new PodSecurityContext();
        context.setRunAsNonRoot(holds(trace, "/runAsNonRoot", workload.decision(Settings.NON_ROOT)));
        Decision<Long> user = workload.decision(Settings.USER_ID);
        if (user.isPresent()) {
            context.setRunAsUser(trace.value("/runAsUser", user));
            context.setRunAsGroup(trace.value("/runAsGroup", user));
            context.setFsGroup(trace.value("/fsGroup", user));
        } else {
            for (String pointer : new String[] {"/runAsUser", "/runAsGroup", "/fsGroup"}) {
                trace.absent(pointer, "nobody named a user, so the image's own is used", user);
            }
        }
        context.setSeccompProfile(
                new SeccompProfile(null, trace.because("/seccompProfile/type", "RuntimeDefault", RESTRICTED)));
        return context;
    }

    static boolean holds(Trace trace, String pointer, Decision<Restriction> restriction) {
        trace.cite(pointer, restriction);
        return restriction.value().filter(Restriction::holds).isPresent();
    }
}
