package dev.idp.tests.kubernetes.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idp.kubernetes.Kubernetes;
import dev.idp.kubernetes.internal.model.ModelYaml;
import dev.idp.kubernetes.internal.tree.ObjectMapping;
import dev.idp.kubernetes.internal.yaml.YamlGenerator;
import dev.idp.kubernetes.internal.yaml.YamlWriter;
import dev.idp.tests.kubernetes.explain.RichPlatform;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LimitRange;
import io.fabric8.kubernetes.api.model.LimitRangeItem;
import io.fabric8.kubernetes.api.model.LimitRangeSpec;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeSpec;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentSpec;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GRPCRoute;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Objects are written by methods made for their classes, and what these write is what Jackson writes. */
class ModelYamlTest {

    private static final int OBJECTS_OF_A_KIND = 150;

    static Stream<Class<? extends HasMetadata>> kinds() {
        return Stream.of(
                ConfigMap.class,
                CronJob.class,
                DaemonSet.class,
                Deployment.class,
                GRPCRoute.class,
                HTTPRoute.class,
                HorizontalPodAutoscaler.class,
                Ingress.class,
                Job.class,
                LimitRange.class,
                Namespace.class,
                NetworkPolicy.class,
                PersistentVolumeClaim.class,
                PodDisruptionBudget.class,
                ResourceQuota.class,
                Role.class,
                RoleBinding.class,
                Secret.class,
                Service.class,
                ServiceAccount.class,
                StatefulSet.class);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whateverAnObjectSaysIsWrittenAsJacksonDoes(Class<? extends HasMetadata> kind) {
        assertThat(ModelYaml.knows(kind)).isTrue();
        for (int seed = 0; seed < OBJECTS_OF_A_KIND; seed++) {
            HasMetadata object = RandomBeans.of(kind, seed);

            assertThat(written(object)).as("seed %d", seed).isEqualTo(byJackson(object));
        }
    }

    @Test
    void everyKindThatFacetsMakeIsWrittenByMethodsOfItsOwn() {
        Set<Class<?>> made = RichPlatform.platform().plan().environments().stream()
                .flatMap(environment -> Kubernetes.backend().render(environment).objects())
                .map(HasMetadata::getClass)
                .collect(Collectors.toSet());

        // There are no classes for what other projects define.
        made.remove(GenericKubernetesResource.class);
        assertThat(made).hasSizeGreaterThan(15).allSatisfy(kind -> assertThat(
                        ModelYaml.knows(kind.asSubclass(HasMetadata.class)))
                .isTrue());
    }

    @Test
    void whatAClusterSaysIsWrittenAsWell() {
        Deployment deployment = new Deployment();
        DeploymentStatus status = new DeploymentStatus();
        status.setReplicas(3);
        deployment.setStatus(status);

        assertThat(written(deployment)).isEqualTo("""
                apiVersion: apps/v1
                kind: Deployment
                status:
                  replicas: 3
                """).isEqualTo(byJackson(deployment));
    }

    @Test
    void otherKindsAreLeftToJackson() {
        Node other = new Node();
        NodeSpec spec = new NodeSpec();
        spec.setPodCIDR("10.0.0.0/24");
        other.setSpec(spec);

        assertThat(ModelYaml.knows(Node.class)).isFalse();
        assertThat(written(other)).contains("podCIDR: 10.0.0.0/24").isEqualTo(byJackson(other));
    }

    @Test
    void fieldsOfAClassOfTheUsersOwnAreNotLost() {
        Deployment deployment = new Deployment();
        DeploymentSpec spec = new DeploymentSpec();
        PodTemplateSpec template = new PodTemplateSpec();
        PodSpec pods = new PodSpec();
        pods.setContainers(List.of(new FutureContainer()));
        template.setSpec(pods);
        spec.setTemplate(template);
        deployment.setSpec(spec);

        assertThat(written(deployment)).contains("futureField: never").isEqualTo(byJackson(deployment));
    }

    @Test
    void fieldsThatTheClassDoesNotKnowFollowSorted() {
        Service service = new Service();
        service.setAdditionalProperty("zebra", List.of(1, Map.of("a", true)));
        service.setAdditionalProperty("alpaca", "no");

        assertThat(written(service)).isEqualTo("""
                apiVersion: v1
                kind: Service
                alpaca: "no"
                zebra:
                - 1
                - a: true
                """).isEqualTo(byJackson(service));
    }

    @Test
    void mapsOfAnyOrderAreSorted() {
        Map<String, String> data = new LinkedHashMap<>();
        data.put("z", "1");
        data.put("a", null);
        ConfigMap configMap = new ConfigMap();
        configMap.setData(data);

        assertThat(written(configMap))
                .endsWith("data:\n  a: null\n  z: \"1\"\n")
                .isEqualTo(byJackson(configMap));
    }

    @Test
    void listsMayHoldNothing() {
        ObjectMeta metadata = new ObjectMeta();
        metadata.setFinalizers(Arrays.asList("a", null));
        Namespace namespace = new Namespace();
        namespace.setMetadata(metadata);

        assertThat(written(namespace))
                .endsWith("finalizers:\n  - a\n  - null\n")
                .isEqualTo(byJackson(namespace));
    }

    @Test
    void quantitiesAreWrittenAsTheyWereSaid() {
        LimitRangeItem item = new LimitRangeItem();
        LimitRangeSpec spec = new LimitRangeSpec();
        spec.setLimits(List.of(item));
        LimitRange range = new LimitRange();
        range.setSpec(spec);
        Map<String, Quantity> quantities = new LinkedHashMap<>();
        quantities.put("memory", new Quantity("256", "Mi"));
        quantities.put("cpu", new Quantity("100m"));
        quantities.put("pods", new Quantity(null, null));
        item.setMax(quantities);

        assertThat(written(range))
                .contains("memory: 256Mi", "cpu: 100m", "pods: \"\"")
                .isEqualTo(byJackson(range));
    }

    @Test
    void aGetterThatFailsIsTold() {
        Service service = new Service();
        service.setAdditionalProperty("broken", new Broken());

        assertThatThrownBy(() -> written(service))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("no value today");
    }

    private static String written(HasMetadata object) {
        YamlWriter yaml = new YamlWriter();
        ModelYaml.write(object, yaml);
        return new String(yaml.toByteArray(), UTF_8);
    }

    private static String byJackson(HasMetadata object) {
        YamlWriter yaml = new YamlWriter();
        try {
            ObjectMapping.MAPPER.writeValue(new YamlGenerator(yaml), object);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return new String(yaml.toByteArray(), UTF_8);
    }

    /** A field that Kubernetes has and the library's classes do not. */
    public static final class FutureContainer extends Container {

        private static final long serialVersionUID = 1;

        public String getFutureField() {
            return "never";
        }
    }

    /** Not a value at all. */
    public static final class Broken {
        public String getValue() {
            return Objects.requireNonNull(System.getProperty("no such property"), "no value today");
        }
    }
}
