package dev.idp.kubernetes.internal.facets;

import dev.idp.Settings;
import dev.idp.explain.Decision;
import dev.idp.kubernetes.KubernetesSettings;
import dev.idp.kubernetes.internal.render.Output;
import dev.idp.kubernetes.internal.render.Trace;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.WorkloadPlan;
import io.fabric8.kubernetes.api.model.Capabilities;
import io.fabric8.kubernetes.api.model.ConfigMapProjection;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.DownwardAPIProjection;
import io.fabric8.kubernetes.api.model.DownwardAPIVolumeFile;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.ObjectFieldSelector;
import io.fabric8.kubernetes.api.model.ProjectedVolumeSource;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.ServiceAccountTokenProjection;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeProjection;
import java.util.ArrayList;
import java.util.List;

/**
 * Waiting in the pods of a workload for what it {@linkplain dev.idp.WorkloadSettings#startsAfter starts after}: an init
 * container for each, which asks the API server by {@code kubectl}.
 *
 * <p>The token that it shows is seen by these containers alone, where Kubernetes would mount it into all of them. What it
 * allows is in {@link WaitRightsFacet}.
 */
final class StartWaits {

    private static final String ACCESS = "api-access";
    private static final String TOKENS = "/var/run/secrets/kubernetes.io/serviceaccount";
    private static final long NOBODY = 65532;
    private static final long HOUR = 3600;

    private final WorkloadPlan workload;
    private final EnvironmentPlan environment;
    private final Output output;
    private final List<Wait> waits;

    StartWaits(WorkloadPlan workload, EnvironmentPlan environment, Output output) {
        this.workload = workload;
        this.environment = environment;
        this.output = output;
        this.waits = Wait.of(workload, environment);
    }

    List<Container> containers(Trace trace) {
        if (waits.isEmpty()) {
            trace.absent(
                    "/initContainers",
                    KubernetesSettings.WAIT_BY.reason(),
                    workload.decision(KubernetesSettings.WAIT_BY));
        }
        List<Container> containers = new ArrayList<>();
        for (Wait wait : waits) {
            containers.add(container(trace.at("/initContainers", containers.size()), wait));
        }
        return containers;
    }

    private Container container(Trace trace, Wait wait) {
        dev.idp.Container waiting = wait.container();
        trace.rule("", "kubectl needs no more to look at one object", wait.reasons());
        List<Decision<?>> named = new ArrayList<>(wait.start().because());
        named.add(wait.first().identity());
        trace.cite("/name", named.toArray(Decision<?>[]::new));
        trace.rule("/name", "it waits for what the workload starts after", wait.image());
        Container container = new Container();
        container.setName(waiting.name());
        container.setImage(trace.value("/image", wait.image()).reference());
        container.setCommand(Editable.list("kubectl"));
        container.setArgs(arguments(trace, wait));
        container.setResources(OtherContainers.resources(waiting));
        container.setSecurityContext(security());
        VolumeMount mount = new VolumeMount();
        mount.setName(ACCESS);
        mount.setMountPath(TOKENS);
        mount.setReadOnly(true);
        container.setVolumeMounts(Editable.list(mount));
        return container;
    }

    private List<String> arguments(Trace trace, Wait wait) {
        List<String> arguments = wait.isForService()
                ? Editable.list("rollout", "status")
                : Editable.list("wait", "--for=condition=complete");
        wait.cite(trace, "/args/0");
        wait.cite(trace, "/args/1");
        Trace subject = trace.at("/args", arguments.size());
        arguments.add(wait.kind() + "/" + wait.object(subject, "", output));
        if (wait.isForService()) {
            subject.rule("", "this kind of object runs it", wait.first().decision(Settings.KIND));
        }
        Decision<String> namespace = environment.namespaceOf(wait.first());
        arguments.add("--namespace=" + trace.at("/args", arguments.size()).value("", namespace));
        arguments.add("--timeout=10m");
        return arguments;
    }

    /** The restricted Pod Security Standard, whatever the workload itself needs. */
    private static SecurityContext security() {
        SecurityContext context = new SecurityContext();
        context.setAllowPrivilegeEscalation(false);
        Capabilities capabilities = new Capabilities();
        capabilities.setDrop(Editable.list("ALL"));
        context.setCapabilities(capabilities);
        context.setReadOnlyRootFilesystem(true);
        context.setRunAsNonRoot(true);
        context.setRunAsUser(NOBODY);
        context.setRunAsGroup(NOBODY);
        return context;
    }

    /** Adds what Kubernetes would mount into every container: the token, whom to trust, and where one is. */
    void addVolume(Trace trace, List<Volume> volumes) {
        if (waits.isEmpty()) {
            return;
        }
        trace.at("/volumes", volumes.size())
                .rule("", "whoever waits asks the API server, and shows it this token", Wait.reasons(waits));
        VolumeProjection token = new VolumeProjection();
        token.setServiceAccountToken(new ServiceAccountTokenProjection(null, HOUR, "token"));
        VolumeProjection trusted = new VolumeProjection();
        trusted.setConfigMap(new ConfigMapProjection(
                Editable.list(new KeyToPath("ca.crt", null, "ca.crt")), "kube-root-ca.crt", null));
        VolumeProjection here = new VolumeProjection();
        here.setDownwardAPI(new DownwardAPIProjection(Editable.list(new DownwardAPIVolumeFile(
                new ObjectFieldSelector("v1", "metadata.namespace"), null, "namespace", null))));
        Volume volume = new Volume();
        volume.setName(ACCESS);
        volume.setProjected(new ProjectedVolumeSource(null, Editable.list(token, trusted, here)));
        volumes.add(volume);
    }
}
