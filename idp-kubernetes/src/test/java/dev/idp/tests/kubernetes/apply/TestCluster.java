package dev.idp.tests.kubernetes.apply;

import dev.idp.kubernetes.apply.ApplySet;
import dev.idp.kubernetes.apply.Cluster;
import dev.idp.tests.kubernetes.apiserver.ApiServer;
import dev.idp.tests.kubernetes.apiserver.Kubectl;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The shared API server as users see it, with a namespace for each test. */
public final class TestCluster implements AutoCloseable {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final KubernetesClient client;
    private final Kubectl kubectl;
    private final String namespace = "t" + COUNT.incrementAndGet();

    private TestCluster(KubernetesClient client, Kubectl kubectl) {
        this.client = client;
        this.kubectl = kubectl;
    }

    public static TestCluster open() throws Exception {
        return open(ApiServer.shared().kubeConfigWithToken());
    }

    public static TestCluster open(String kubeConfig) throws Exception {
        return new TestCluster(client(kubeConfig), ApiServer.shared().kubectl());
    }

    public static KubernetesClient client(String kubeConfig) {
        return new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(kubeConfig))
                .build();
    }

    public Cluster cluster() {
        return Cluster.of(client).patience(Duration.ofSeconds(10), Duration.ofSeconds(10));
    }

    public KubernetesClient client() {
        return client;
    }

    public String namespace() {
        return namespace;
    }

    /** The namespace, and objects in it; {@code NS} in the text stands for its name. */
    public ApplySet set(String... yaml) {
        return named("set", yaml);
    }

    /** Objects in a namespace that somebody else makes. */
    public ApplySet withoutNamespace(String... yaml) {
        List<HasMetadata> objects = new ArrayList<>();
        for (String text : yaml) {
            objects.add(object(text));
        }
        return ApplySet.of("set", namespace, objects);
    }

    public ApplySet named(String name, String... yaml) {
        List<HasMetadata> objects = new ArrayList<>();
        objects.add(object("{apiVersion: v1, kind: Namespace, metadata: {name: NS}}"));
        for (String text : yaml) {
            objects.add(object(text));
        }
        return ApplySet.of(name, namespace, objects);
    }

    public GenericKubernetesResource object(String yaml) {
        return ClusterObjects.object(
                ClusterObjects.documents(yaml.replace("NS", namespace)).get(0));
    }

    /** Runs kubectl in the namespace and expects it to succeed. */
    public String kubectl(String... arguments) throws Exception {
        return kubectlWith("", arguments);
    }

    public String kubectlWith(String input, String... arguments) throws Exception {
        String[] all = new String[arguments.length + 1];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--namespace=" + namespace;
        Kubectl.Answer answer = kubectl.runWith(input.replace("NS", namespace), all);
        if (answer.code() != 0) {
            throw new AssertionError(String.join(" ", all) + ": " + answer.text());
        }
        return answer.text();
    }

    /** A field of an object in the namespace, as kubectl prints it. */
    public String field(String object, String path) throws Exception {
        return kubectl("get", object, "-o", "jsonpath={" + path + "}");
    }

    public boolean isThere(String object) throws Exception {
        return !kubectl("get", object, "--ignore-not-found", "-o", "name").isBlank();
    }

    @Override
    public void close() {
        client.close();
    }
}
