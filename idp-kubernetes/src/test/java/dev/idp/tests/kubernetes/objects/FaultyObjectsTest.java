package dev.idp.tests.kubernetes.objects;

import static dev.idp.tests.kubernetes.Platforms.prod;
import static dev.idp.tests.kubernetes.Platforms.render;
import static dev.idp.tests.kubernetes.Platforms.service;
import static dev.idp.tests.kubernetes.objects.Objects.configMap;
import static dev.idp.tests.kubernetes.objects.Objects.custom;
import static dev.idp.tests.kubernetes.objects.Objects.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idp.Platform;
import dev.idp.kubernetes.Kubernetes;
import dev.idp.plan.Plan;
import dev.idp.plan.PlatformException;
import dev.idp.spi.Extension;
import dev.idp.tests.kubernetes.Lines;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is wrong with extra objects is said before anything is written, at the line that attached them. */
class FaultyObjectsTest {

    private static final Lines LINES = Lines.of(FaultyObjectsTest.class);

    @Test
    void aFunctionThatThrowsIsReportedWithItsOwnLine() {
        Extension throwing = Kubernetes.objects("throwing", environment -> {
            throw new IllegalStateException("no more"); // (thrown)
        });

        assertThatThrownBy(() -> render(
                        prod().with(throwing) // (environment-throws)
                                .build(),
                        service("orders").with(throwing))) // (orders-throws)
                .isInstanceOf(PlatformException.class)
                .hasMessage(LINES.cite("""
                        2 problems in platform 'shop':
                          environment prod: objects 'throwing' failed at {thrown}: \
                        java.lang.IllegalStateException: no more
                              said environment prod, {environment-throws}
                              fix  mend the function
                          orders in prod: objects 'throwing' failed at {thrown}: \
                        java.lang.IllegalStateException: no more
                              said {orders-throws}
                              fix  mend the function"""));
    }

    @Test
    void nullIsNoListAndNoObject() {
        assertThatThrownBy(() -> render(service("orders")
                        .with(Kubernetes.objects("list", orders -> null)) // (list)
                        .with(Kubernetes.objects( // (element)
                                "element", orders -> Arrays.asList(configMap("a"), (HasMetadata) null)))))
                .isInstanceOf(PlatformException.class)
                .hasMessage(LINES.cite("""
                        2 problems in platform 'shop':
                          orders in prod: object 2 of 'element' is null
                              said {element}
                              fix  leave it out of the list
                          orders in prod: objects 'list' are null instead of a list
                              said {list}
                              fix  return an empty list where there is nothing to add"""));
    }

    @Test
    void anObjectHasAKindAVersionAndAName() {
        GenericKubernetesResource bare = new GenericKubernetesResource();
        ConfigMap unnamed = new ConfigMap();

        assertThatThrownBy(() -> render(
                        service("orders").with(Kubernetes.objects("some", orders -> List.of(bare, unnamed))))) // (bare)
                .isInstanceOf(PlatformException.class)
                .hasMessage(LINES.cite("""
                        4 problems in platform 'shop':
                          orders in prod: object 1 of 'some' has no apiVersion
                              said {bare}
                              fix  say it
                          orders in prod: object 1 of 'some' has no kind
                              said {bare}
                              fix  say it
                          orders in prod: object 1 of 'some' has no name
                              said {bare}
                              fix  say it
                          orders in prod: object 2 of 'some' has no name
                              said {bare}
                              fix  say it"""));
    }

    @Test
    void whatOnlyAClusterCanSayIsRefused() {
        GenericKubernetesResource read = custom("example.com/v1", "Thing", "thing");
        read.setAdditionalProperty("status", Map.of("ready", true));
        read.getMetadata().setResourceVersion("1");
        read.getMetadata().setUid("2");
        read.getMetadata().setManagedFields(List.of(new ManagedFieldsEntry()));
        read.getMetadata().getManagedFields().get(0).setManager("kubectl");

        assertThatThrownBy(() -> render(
                        prod().with(Kubernetes.objects("read", environment -> List.of(read))) // (read)
                                .build(),
                        service("orders")))
                .isInstanceOf(PlatformException.class)
                .hasMessage(LINES.cite("""
                        4 problems in platform 'shop':
                          environment prod: Thing/thing of 'read' carries status, which only a cluster can say
                              said environment prod, {read}
                              fix  strip it
                          environment prod: Thing/thing of 'read' carries resourceVersion, which only a cluster can say
                              said environment prod, {read}
                              fix  strip it
                          environment prod: Thing/thing of 'read' carries uid, which only a cluster can say
                              said environment prod, {read}
                              fix  strip it
                          environment prod: Thing/thing of 'read' carries managedFields, which only a cluster can say
                              said environment prod, {read}
                              fix  strip it"""));
    }

    @Test
    void theValuesOfASecretAreNeverWritten() {
        Secret secret = new Secret();
        secret.setMetadata(named("bank"));
        secret.setStringData(Map.of("key", "hunter2"));
        Secret empty = new Secret();
        empty.setMetadata(named("to-be-filled"));

        assertThatThrownBy(() -> render(service("orders")
                        .with(Kubernetes.objects("bank", orders -> List.of(secret, empty))))) // (secret)
                .isInstanceOf(PlatformException.class)
                .hasMessage(LINES.cite("""
                        1 problem in platform 'shop':
                          orders in prod: Secret/bank of 'bank' is a Secret with values, which would stand in files for \
                        all to read
                              said {secret}
                              fix  refer to a secret that exists, or add what makes one from a store"""));
    }

    @Test
    void whatBelongsToTheClusterNamesNoNamespace() {
        ClusterRole role = new ClusterRole();
        role.setMetadata(named("reader"));
        role.getMetadata().setNamespace("here");

        assertThatThrownBy(() ->
                        render(service("orders").with(Kubernetes.objects("roles", orders -> List.of(role))))) // (role)
                .isInstanceOf(PlatformException.class)
                .hasMessage(LINES.cite("""
                        1 problem in platform 'shop':
                          orders in prod: ClusterRole/reader of 'roles' belongs to the cluster as a whole and names \
                        namespace 'here'
                              said {role}
                              fix  remove the namespace, or make it with Kubernetes.objects(...) if it belongs to one"""));
    }

    @Test
    void twoObjectsOfOneNameCiteBoth() {
        assertThatThrownBy(() -> render(
                        prod().with(Kubernetes.objects("first", environment -> List.of(configMap("a")))) // (first)
                                .build(),
                        service("orders")
                                .with(Kubernetes.objects("second", orders -> List.of(configMap("a")))))) // (second)
                .isInstanceOf(PlatformException.class)
                .hasMessage(LINES.cite("""
                        1 problem in platform 'shop':
                          orders in prod: objects 'second' add ConfigMap/a, which there is already
                              first  environment prod, {first}
                              second {second}
                              fix    give it another name, or edit the other one"""));
    }

    @Test
    void anObjectOfTheNameOfAGeneratedOneCitesWhoeverHasThat() {
        Deployment deployment = new Deployment();
        deployment.setMetadata(named("payments"));
        GenericKubernetesResource policy = custom("networking.k8s.io/v1beta1", "NetworkPolicy", "default-deny");

        assertThatThrownBy(() -> render(
                        prod().with(Kubernetes.objects("policy", environment -> List.of(policy))) // (policy)
                                .build(),
                        service("orders").with(Kubernetes.objects("more", orders -> List.of(deployment))), // (more)
                        service("payments")))
                .isInstanceOf(PlatformException.class)
                .hasMessageMatching(LINES.cite("""
                        2 problems in platform 'shop':
                          environment prod: objects 'policy' add NetworkPolicy/default-deny, which there is already
                              generated environment prod, Platforms.java:\\d+
                              added     environment prod, {policy}
                              fix       give it another name, or edit the other one
                          orders in prod: objects 'more' add Deployment/payments, which there is already
                              generated Platforms.java:\\d+
                              added     {more}
                              fix       give it another name, or edit the other one"""));
    }

    @Test
    void anObjectThatCannotBeReadBackIsRefused() {
        assertThatThrownBy(() -> render(service("orders")
                        .with(Kubernetes.objects("own", orders -> List.of(new Unreadable("a")))))) // (unreadable)
                .isInstanceOf(PlatformException.class)
                .hasMessage(LINES.cite("""
                        1 problem in platform 'shop':
                          orders in prod: object 1 of 'own' cannot be written and read back as a \
                        dev.idp.tests.kubernetes.objects.FaultyObjectsTest$Unreadable
                              said {unreadable}
                              fix  make it of a class of Fabric8, GenericKubernetesResource for what has none"""));
    }

    @Test
    void anExtensionOfASavedPlanOrOfAnotherTypeIsRefused() {
        Platform platform = Platform.named("shop")
                .environments(prod().with(Kubernetes.objects("limits", environment -> List.of()))
                        .build())
                .services(service("orders").build())
                .build();
        Plan saved = Plan.fromJson(platform.plan().toJson());

        assertThatThrownBy(() -> Kubernetes.backend().render(saved.in("prod")))
                .isInstanceOf(PlatformException.class)
                .hasMessage("""
                        1 problem in platform 'shop':
                          environment prod: extension 'limits' is not bound to code
                              said an unknown line
                              fix  render the plan of the program, or bind it with Kubernetes.edit(...)""");
        assertThatThrownBy(() -> render(service("orders").with(new Stranger()))) // (stranger)
                .isInstanceOf(PlatformException.class)
                .hasMessage(LINES.cite("""
                        1 problem in platform 'shop':
                          orders in prod: extension 'stranger' is none that Kubernetes understands: \
                        dev.idp.tests.kubernetes.objects.FaultyObjectsTest$Stranger
                              said {stranger}
                              fix  make it with Kubernetes.edit(...) or Kubernetes.objects(...)"""));
    }

    @Test
    void whatIsNullIsRefusedAtOnce() {
        assertThatThrownBy(() -> Kubernetes.objects(null, environment -> List.of()))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("the id of objects is null");
        assertThatThrownBy(() -> Kubernetes.clusterObjects("a", null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("the function that makes objects is null");
        assertThat(Kubernetes.objects("a", environment -> List.of())).hasToString("objects 'a'");
    }

    private static final class Stranger extends Extension {
        Stranger() {
            super("kubernetes", "stranger");
        }
    }

    /** Has no constructor that a reader could call. */
    private static final class Unreadable extends ConfigMap {

        private static final long serialVersionUID = 1L;

        Unreadable(String name) {
            setMetadata(named(name));
        }
    }
}
