package dev.idp.kubernetes.internal.facets;

import dev.idp.Restriction;
import dev.idp.Settings;
import dev.idp.explain.Decision;
import dev.idp.kubernetes.internal.render.Trace;
import dev.idp.plan.ServicePlan;
import io.fabric8.kubernetes.api.model.EmptyDirVolumeSource;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.SeccompProfile;
import io.fabric8.kubernetes.api.model.Volume;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What the pods of a service are.
 *
 * <p>They fit the <a href="https://kubernetes.io/docs/concepts/security/pod-security-standards/">restricted Pod Security
 * Standard</a> unless the service lifts a restriction.
 */
final class Pods {

    static final String RESTRICTED = "the restricted Pod Security Standard";

    private Pods() {}

    static PodSpec spec(Trace trace, ServicePlan service) {
        PodSpec spec = new PodSpec();
        spec.setServiceAccountName(trace.value("/serviceAccountName", service.identity()));
        spec.setAutomountServiceAccountToken(
                trace.because("/automountServiceAccountToken", false, IdentityFacet.NO_TOKEN));
        spec.setEnableServiceLinks(trace.because(
                "/enableServiceLinks",
                false,
                "the variables that Kubernetes would add for every service of the namespace can clash with the"
                        + " service's own"));
        Decision<Duration> grace = service.decision(Settings.SHUTDOWN_GRACE);
        if (grace.isPresent()) {
            spec.setTerminationGracePeriodSeconds(
                    trace.value("/terminationGracePeriodSeconds", grace).toSeconds());
        } else {
            trace.absent("/terminationGracePeriodSeconds", "left to Kubernetes, which waits 30 seconds", grace);
        }
        spec.setSecurityContext(security(trace.at("/securityContext"), service));
        spec.setContainers(Editable.list(Containers.main(trace.at("/containers/0"), service)));
        spec.setVolumes(scratch(trace, service));
        return spec;
    }

    private static PodSecurityContext security(Trace trace, ServicePlan service) {
        PodSecurityContext context = new PodSecurityContext();
        context.setRunAsNonRoot(holds(trace, "/runAsNonRoot", service.decision(Settings.NON_ROOT)));
        Decision<Long> user = service.decision(Settings.USER_ID);
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

    private static List<Volume> scratch(Trace trace, ServicePlan service) {
        List<Volume> volumes = new ArrayList<>();
        Collection<Decision<String>> paths = service.entries(Settings.SCRATCH).values();
        paths.forEach(path -> {
            int index = volumes.size();
            Trace at = trace.at("/volumes", index);
            Volume volume = new Volume();
            volume.setName(scratchName(at, index, paths));
            volume.setEmptyDir(at.because(
                    "/emptyDir", new EmptyDirVolumeSource(), "what is written there goes with the pod", path));
            volumes.add(volume);
        });
        return volumes;
    }

    /** Volumes are numbered, so each of them is there because of all the paths. */
    static String scratchName(Trace trace, int index, Collection<Decision<String>> paths) {
        return trace.because(
                "/name", "scratch-" + index, "ties the directory to its volume", paths.toArray(Decision<?>[]::new));
    }
}
