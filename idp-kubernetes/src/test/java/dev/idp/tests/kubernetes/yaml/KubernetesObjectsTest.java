package dev.idp.tests.kubernetes.yaml;

import static dev.idp.tests.kubernetes.yaml.YamlWriting.MAPPER;
import static dev.idp.tests.kubernetes.yaml.YamlWriting.bytes;
import static dev.idp.tests.kubernetes.yaml.YamlWriting.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentSpec;
import io.fabric8.kubernetes.api.model.apps.DeploymentStrategy;
import io.fabric8.kubernetes.api.model.apps.RollingUpdateDeployment;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Objects of the Kubernetes model are written through Jackson without a tree in between. */
class KubernetesObjectsTest {

    @Test
    void aDeploymentLooksAsPeopleWriteIt() {
        assertThat(yaml(deployment())).isEqualTo("""
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  annotations:
                    example.com/approved: "yes"
                  labels:
                    app.kubernetes.io/name: orders
                    app.kubernetes.io/version: "1.4"
                  name: orders
                  namespace: shop
                spec:
                  replicas: 3
                  selector:
                    matchLabels:
                      app.kubernetes.io/name: orders
                  strategy:
                    rollingUpdate:
                      maxSurge: 25%
                      maxUnavailable: 0
                    type: RollingUpdate
                  template:
                    metadata:
                      labels:
                        app.kubernetes.io/name: orders
                    spec:
                      containers:
                      - args:
                        - --verbose
                        - |-
                          set -e
                          exec run
                        env:
                        - name: PAYMENTS_URL
                          value: http://payments:8080
                        - name: PORT
                          value: "8080"
                        image: registry.example/orders:1.4.2
                        livenessProbe:
                          httpGet:
                            path: /actuator/health/liveness
                            port: http
                        name: orders
                        ports:
                        - containerPort: 8080
                          name: http
                        resources:
                          limits:
                            memory: 512Mi
                          requests:
                            memory: 512Mi
                """);
    }

    @ParameterizedTest
    @EnumSource(YamlReader.class)
    void aDeploymentReadsBackEqual(YamlReader reader) {
        var document = reader.read(bytes(deployment())).get(0);

        assertThat(MAPPER.convertValue(document, Deployment.class)).isEqualTo(deployment());
    }

    @Test
    void aConfigurationFileStaysReadable() {
        var configMap = new ConfigMap();
        configMap.setMetadata(metadata("settings"));
        configMap.setData(Map.of("application.yaml", "server:\n  port: 8080\n"));

        assertThat(yaml(configMap)).isEqualTo("""
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: settings
                  namespace: shop
                data:
                  application.yaml: |
                    server:
                      port: 8080
                """);
    }

    private static Deployment deployment() {
        var metadata = metadata("orders");
        metadata.getLabels().put("app.kubernetes.io/name", "orders");
        metadata.getLabels().put("app.kubernetes.io/version", "1.4");
        metadata.getAnnotations().put("example.com/approved", "yes");
        var deployment = new Deployment();
        deployment.setMetadata(metadata);
        deployment.setSpec(spec());
        return deployment;
    }

    private static DeploymentSpec spec() {
        var selector = new LabelSelector();
        selector.setMatchLabels(Map.of("app.kubernetes.io/name", "orders"));
        var rollingUpdate = new RollingUpdateDeployment();
        rollingUpdate.setMaxSurge(new IntOrString("25%"));
        rollingUpdate.setMaxUnavailable(new IntOrString(0));
        var strategy = new DeploymentStrategy();
        strategy.setType("RollingUpdate");
        strategy.setRollingUpdate(rollingUpdate);
        var podMetadata = new ObjectMeta();
        podMetadata.setLabels(Map.of("app.kubernetes.io/name", "orders"));
        var pod = new PodSpec();
        pod.setContainers(List.of(container()));
        var template = new PodTemplateSpec();
        template.setMetadata(podMetadata);
        template.setSpec(pod);
        var spec = new DeploymentSpec();
        spec.setReplicas(3);
        spec.setSelector(selector);
        spec.setStrategy(strategy);
        spec.setTemplate(template);
        return spec;
    }

    private static Container container() {
        var port = new ContainerPort();
        port.setContainerPort(8080);
        port.setName("http");
        var httpGet = new HTTPGetAction();
        httpGet.setPath("/actuator/health/liveness");
        httpGet.setPort(new IntOrString("http"));
        var probe = new Probe();
        probe.setHttpGet(httpGet);
        var resources = new ResourceRequirements();
        resources.setRequests(Map.of("memory", new Quantity("512", "Mi")));
        resources.setLimits(Map.of("memory", new Quantity("512", "Mi")));
        var container = new Container();
        container.setName("orders");
        container.setImage("registry.example/orders:1.4.2");
        container.setArgs(List.of("--verbose", "set -e\nexec run"));
        container.setEnv(
                List.of(new EnvVar("PAYMENTS_URL", "http://payments:8080", null), new EnvVar("PORT", "8080", null)));
        container.setPorts(List.of(port));
        container.setLivenessProbe(probe);
        container.setResources(resources);
        return container;
    }

    private static ObjectMeta metadata(String name) {
        var metadata = new ObjectMeta();
        metadata.setName(name);
        metadata.setNamespace("shop");
        return metadata;
    }
}
