package dev.idp.testing.kubernetes;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Starts a real API server for the tests of a class, and gives them what they ask for by type: a
 * {@link io.fabric8.kubernetes.client.KubernetesClient}, a {@link dev.idp.kubernetes.apply.Cluster}, and for what was applied an
 * {@link dev.idp.kubernetes.apply.Outcome}, {@link dev.idp.testing.junit.In} an environment where there are several.
 *
 * <p>The server is one of Kubernetes's own, with an etcd, and without controllers: a Deployment makes no pods there. It takes
 * {@code io.fabric8:kube-api-test}, a client of Fabric8, and the binaries of Kubernetes, which are looked for in the directory
 * that the configuration parameter {@value #DIRECTORY} of JUnit names, or else the environment variable
 * {@code KUBE_API_TEST_DIR}, or else in {@code ~/.kubeapitest}. Where there are none, the class is skipped, and its report says
 * why. A server that there is and that does not start is a failure.
 *
 * <pre>{@code
 * @PlatformTest(Shop.class)
 * @OnApiServer(apply = "prod")
 * class ShopOnApiServerTest {
 *     @Test
 *     void isApplied(KubernetesClient client, Outcome outcome) {
 *         assertThat(outcome.with(Outcome.Result.CREATED)).hasSize(12); // passes if there are twelve objects
 *         assertThat(client.apps().deployments().inNamespace("shop-prod").list().getItems()).hasSize(4);
 *     }
 * }
 * }</pre>
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@SuppressWarnings("exports") // JUnit makes the extension, and nobody else.
@ExtendWith(ApiServerExtension.class)
public @interface OnApiServer {

    /** The configuration parameter of JUnit that names the directory of the binaries. */
    String DIRECTORY = "dev.idp.testing.kubernetes.directory";

    /**
     * Returns which environments of the {@link dev.idp.testing.junit.PlatformTest} are applied before the first test, not waiting
     * until anything is ready. If that fails, so does the class.
     *
     * @return their names
     */
    String[] apply() default {};

    /**
     * Returns where the definitions of custom resources are that are applied before everything else.
     *
     * @return files or directories of YAML, or resources of the class path
     */
    String[] definitions() default {};

    /**
     * Tells whether the binaries may be downloaded, which takes the newest version, where there are none.
     *
     * @return true to download them; if that fails the class is skipped
     */
    boolean download() default false;

    /**
     * Tells whether programs find the server as the current cluster, through the system property {@code kubeconfig}. It belongs
     * to the whole JVM, so that no other such class may run at the same time.
     *
     * @return true to set the property as long as the server runs
     */
    boolean current() default false;
}
