package dev.idp.tests.testing.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.kubernetes.Manifests;
import dev.idp.kubernetes.apply.ApplySet;
import dev.idp.kubernetes.apply.Cluster;
import dev.idp.kubernetes.apply.Outcome;
import dev.idp.testing.junit.In;
import dev.idp.testing.junit.PlatformTest;
import dev.idp.testing.kubernetes.OnApiServer;
import dev.idp.tests.testing.junit.Shop;
import dev.idp.tests.testing.junit.Trial;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** An API server is started for a class, has what the class wants applied, and is gone after it. */
class OnApiServerTest {

    private static KubernetesClient afterwards;

    @TempDir
    Path empty;

    @PlatformTest(Shop.class)
    @OnApiServer(apply = "prod", definitions = "crds/widgets.yaml", current = true)
    static class Applied {

        @BeforeAll
        static void isThereBefore(KubernetesClient client) {
            assertThat(client.namespaces().withName("shop-prod").get()).isNotNull();
            afterwards = client;
        }

        @Test
        void whatWasRendered(
                @In("prod") Manifests manifests, Outcome outcome, @In("prod") Outcome same, Cluster cluster) {
            assertThat(outcome).isSameAs(same);
            assertThat(outcome.with(Outcome.Result.CREATED))
                    .hasSize((int) manifests.objects().count());
            assertThat(cluster.diff(ApplySet.of(manifests)).toText()).endsWith(" unchanged");
        }

        @Test
        void whatIsDefinedIsServed(KubernetesClient client) {
            assertThat(client.genericKubernetesResources("shop.example/v1", "Gadget")
                            .list()
                            .getItems())
                    .isEmpty();
            assertThat(client.resource(widget(3)).inNamespace("default").create())
                    .isNotNull();
            assertThat(refused(() ->
                            client.resource(widget(4)).inNamespace("default").create()))
                    .contains("should be less than or equal to 3");
        }

        @Nested
        class Inside {
            @Test
            void isTheSame(KubernetesClient client) {
                try (KubernetesClient current = new KubernetesClientBuilder().build()) {
                    assertThat(current.getMasterUrl()).isEqualTo(client.getMasterUrl());
                    assertThat(current.namespaces().withName("shop-prod").get()).isNotNull();
                }
            }
        }

        @Nested
        @OnApiServer
        class WithItsOwn {
            @Test
            void isAnother(KubernetesClient client) {
                assertThat(client.namespaces().withName("shop-prod").get()).isNull();
            }
        }

        @AfterAll
        static void isThereStill(KubernetesClient client) {
            assertThat(client.namespaces().withName("shop-prod").get()).isNotNull();
        }

        private static GenericKubernetesResource widget(int size) {
            GenericKubernetesResource widget = new GenericKubernetesResource();
            widget.setApiVersion("shop.example/v1");
            widget.setKind("Widget");
            widget.setMetadata(new io.fabric8.kubernetes.api.model.ObjectMetaBuilder()
                    .withName("size-" + size)
                    .build());
            widget.setAdditionalProperties(Map.of("spec", Map.of("size", size)));
            return widget;
        }

        private static String refused(Runnable request) {
            try {
                request.run();
                return "";
            } catch (KubernetesClientException refused) {
                return refused.getMessage();
            }
        }
    }

    @Test
    @EnabledIfEnvironmentVariable(
            named = "KUBE_API_TEST_DIR",
            matches = ".+",
            disabledReason =
                    "there are no binaries of a Kubernetes API server: name their directory in KUBE_API_TEST_DIR")
    void aServerHasWhatTheClassWants() {
        assertThat(Trial.lines(Applied.class))
                .containsExactly(
                        "isAnother(KubernetesClient): passed",
                        "isTheSame(KubernetesClient): passed",
                        "whatIsDefinedIsServed(KubernetesClient): passed",
                        "whatWasRendered(Manifests, Outcome, Outcome, Cluster): passed");
        assertThat(System.getProperty("kubeconfig")).isNull();
        assertThat(afterwards.getHttpClient().isClosed()).isTrue();
    }

    @OnApiServer
    static class Nothing {
        @Test
        void noOutcome(Outcome outcome) {}
    }

    @PlatformTest(Shop.class)
    @OnApiServer(apply = "prdo")
    static class Misspelt {
        @Test
        void any(KubernetesClient client) {}
    }

    @OnApiServer(definitions = "crds/none.yaml")
    static class Undefined {
        @Test
        void any(KubernetesClient client) {}
    }

    @Test
    @EnabledIfEnvironmentVariable(
            named = "KUBE_API_TEST_DIR",
            matches = ".+",
            disabledReason =
                    "there are no binaries of a Kubernetes API server: name their directory in KUBE_API_TEST_DIR")
    void whatCannotBeSuppliedIsSaid() {
        assertThat(Trial.lines(Nothing.class, Misspelt.class, Undefined.class))
                .containsExactly(
                        "Misspelt: failed, ExtensionConfigurationException: no environment 'prdo' in platform shop: did you "
                                + "mean 'prod'? There are dev, prod",
                        "Undefined: failed, ExtensionConfigurationException: no definitions of custom resources at "
                                + "crds/none.yaml: it is no file, no directory, and no resource of the class path",
                        "noOutcome(Outcome): failed, ParameterResolutionException: the outcome of which environment? none "
                                + "was applied: say @OnApiServer(apply = \"prod\")");
    }

    @Test
    void withoutBinariesTheClassIsSkippedAndSaysWhy() {
        assertThat(Trial.lines(Trial.run(Map.of(OnApiServer.DIRECTORY, empty.toString()), List.of(Nothing.class))))
                .containsExactly("Nothing: skipped, no binaries of a Kubernetes API server in " + empty
                        + ": name their directory in KUBE_API_TEST_DIR, or let them be downloaded, @OnApiServer(download ="
                        + " true)");
    }

    @OnApiServer(download = true)
    static class Downloaded extends Nothing {}

    /** Nobody listens there, so that nothing leaves the machine. */
    @Test
    @ResourceLock(Resources.SYSTEM_PROPERTIES)
    void whereNothingCanBeDownloadedTheClassIsSkippedAndSaysWhy() {
        System.setProperty("https.proxyHost", "127.0.0.1");
        System.setProperty("https.proxyPort", "1");
        try {
            assertThat(Trial.lines(
                            Trial.run(Map.of(OnApiServer.DIRECTORY, empty.toString()), List.of(Downloaded.class))))
                    .singleElement()
                    .asString()
                    .startsWith("Downloaded: skipped, no binaries of a Kubernetes API server in " + empty
                            + ": they cannot be downloaded, java.net.ConnectException");
        } finally {
            System.clearProperty("https.proxyHost");
            System.clearProperty("https.proxyPort");
        }
    }
}
