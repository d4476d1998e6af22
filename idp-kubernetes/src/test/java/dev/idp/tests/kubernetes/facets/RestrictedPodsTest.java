package dev.idp.tests.kubernetes.facets;

import static dev.idp.tests.kubernetes.Platforms.render;
import static dev.idp.tests.kubernetes.Platforms.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.idp.Cpu;
import dev.idp.Memory;
import dev.idp.Port;
import dev.idp.Probe;
import dev.idp.Secret;
import dev.idp.Service;
import dev.idp.Text;
import dev.idp.kubernetes.Manifests;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.HostPathVolumeSource;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RestrictedPodsTest {

    private static final int SERVICES = 40;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void podsFitTheRestrictedStandardUnlessTheirServiceRunsAsRoot(long seed) {
        Random random = new Random(seed);
        Service.Builder[] services = new Service.Builder[SERVICES];
        List<Boolean> asRoot = new ArrayList<>();
        for (int i = 0; i < SERVICES; i++) {
            services[i] = randomService("s" + i, random);
            asRoot.add(random.nextInt(4) == 0);
            if (asRoot.get(i)) {
                services[i].runAsRoot("it must");
            }
        }

        Manifests manifests = render(services);

        for (int i = 0; i < SERVICES; i++) {
            assertThat(RestrictedStandard.violationsOf(pod(manifests, "s" + i)))
                    .isEqualTo(asRoot.get(i) ? List.of("running as non-root") : List.of());
        }
        assertThat(asRoot).contains(true, false);
    }

    /** The check itself must bite. */
    @ParameterizedTest(name = "{1}")
    @MethodSource
    void everyControlIsChecked(Consumer<PodSpec> harm, String control) {
        PodSpec pod = pod(render(service("orders").port(Port.http(8080)).scratch("/tmp")), "orders");
        assertThat(RestrictedStandard.violationsOf(pod)).isEmpty();

        harm.accept(pod);

        assertThat(RestrictedStandard.violationsOf(pod)).containsExactly(control);
    }

    static Stream<Arguments> everyControlIsChecked() {
        return Stream.of(
                harm(pod -> pod.setHostNetwork(true), "host namespaces"),
                harm(pod -> pod.setVolumes(List.of(hostPath())), "volume types"),
                harm(pod -> pod.getSecurityContext().setSeccompProfile(null), "seccomp"),
                harm(pod -> pod.getSecurityContext().getSeccompProfile().setType("Unconfined"), "seccomp"),
                harm(pod -> pod.getSecurityContext().setRunAsNonRoot(false), "running as non-root"),
                harm(pod -> pod.getSecurityContext().setRunAsUser(0L), "running as non-root user"),
                harm(pod -> container(pod).getSecurityContext().setPrivileged(true), "privileged containers"),
                harm(
                        pod -> container(pod).getSecurityContext().setAllowPrivilegeEscalation(null),
                        "privilege escalation"),
                harm(
                        pod -> container(pod)
                                .getSecurityContext()
                                .getCapabilities()
                                .setAdd(List.of("SYS_ADMIN")),
                        "capabilities"),
                harm(pod -> container(pod).getSecurityContext().setCapabilities(null), "capabilities"),
                harm(
                        pod -> container(pod).setPorts(List.of(new ContainerPort(80, null, 80, "http", "TCP"))),
                        "host ports"));
    }

    private static Volume hostPath() {
        Volume volume = new Volume();
        volume.setName("scratch-0");
        volume.setHostPath(new HostPathVolumeSource("/", ""));
        return volume;
    }

    private static Arguments harm(Consumer<PodSpec> harm, String control) {
        return arguments(harm, control);
    }

    private static Container container(PodSpec pod) {
        return pod.getContainers().get(0);
    }

    private static PodSpec pod(Manifests manifests, String name) {
        return manifests.get(Deployment.class, name).getSpec().getTemplate().getSpec();
    }

    private static Service.Builder randomService(String name, Random random) {
        Service.Builder service = service(name);
        List<Consumer<Service.Builder>> sayings = List.of(
                saying -> saying.port(Port.http(80)).liveness(Probe.httpGet("/")),
                saying -> saying.port(Port.udp(53)),
                saying -> saying.env("A", "b"),
                saying -> saying.secret("S", Secret.named("s").key("k")),
                saying -> saying.secret("T", Text.text("{}$", Secret.named("s").key("k"))),
                saying -> saying.scratch("/tmp").scratch("/etc"),
                saying -> saying.runAsUser(1 + random.nextInt(70_000)),
                saying -> saying.writableRootFilesystem("it must"),
                saying -> saying.cpu(Cpu.millis(10)).memory(Memory.mebibytes(10)),
                saying -> saying.shutdownGrace(Duration.ofSeconds(3)),
                saying -> saying.replicas(1 + random.nextInt(3)));
        sayings.stream().filter(saying -> random.nextBoolean()).forEach(saying -> saying.accept(service));
        return service;
    }
}
