package dev.idp.tests.kubernetes.apply.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.tests.kubernetes.apiserver.ApiServer;
import dev.idp.tests.kubernetes.apiserver.Kubectl;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** A client of others through the proxy, at a real server. */
@EnabledIfEnvironmentVariable(
        named = "KUBE_API_TEST_DIR",
        matches = ".+",
        disabledReason = "there are no binaries of a Kubernetes API server: name their directory in KUBE_API_TEST_DIR")
class ApiServerFaultsTest {

    private static Kubectl kubectl;

    @BeforeAll
    static void start() throws Exception {
        kubectl = ApiServer.shared().kubectl();
    }

    @Test
    void createsAnObjectThroughTheProxy() throws Exception {
        try (MisbehavingProxy proxy = before(Script.nothing())) {
            Kubectl.Answer created = create(proxy, "through");

            assertThat(created.code()).as(created.text()).isZero();
            assertThat(kubectl.run("get", "configmap", "through").code()).isZero();
            assertThat(proxy.requests())
                    .filteredOn(request -> request.method().equals("POST"))
                    .singleElement()
                    .satisfies(post -> {
                        assertThat(post.path()).startsWith("/api/v1/namespaces/default/configmaps");
                        assertThat(post.status()).isEqualTo(201);
                        assertThat(post.contentLength()).isPositive();
                    });
        }
    }

    @Test
    void leavesTheObjectWhereOnlyTheAnswerIsLost() throws Exception {
        try (MisbehavingProxy proxy = before(Script.first("POST", "/configmaps", Fault.resetAfter()))) {
            Kubectl.Answer created = create(proxy, "unanswered");

            assertThat(created.code()).as(created.text()).isNotZero();
            assertThat(kubectl.run("get", "configmap", "unanswered").code()).isZero();
        }
    }

    @Test
    void leavesNothingWhereTheServerNeverSawTheRequest() throws Exception {
        try (MisbehavingProxy proxy = before(Script.first("POST", "/configmaps", Fault.resetBefore()))) {
            Kubectl.Answer created = create(proxy, "unseen");

            assertThat(created.code()).as(created.text()).isNotZero();
            assertThat(kubectl.run("get", "configmap", "unseen").text()).contains("NotFound");
        }
    }

    /** Which waits as long as it is told to, and asks again. */
    @Test
    void isUnderstoodByKubectlWhereThereAreTooManyRequests() throws Exception {
        try (MisbehavingProxy proxy = before(Script.first("POST", "/configmaps", Fault.tooMany()))) {
            Kubectl.Answer created = create(proxy, "later");

            assertThat(created.code()).as(created.text()).isZero();
            assertThat(proxy.requests())
                    .filteredOn(request -> request.method().equals("POST"))
                    .extracting(RecordedRequest::status)
                    .containsExactly(429, 201);
        }
    }

    private static MisbehavingProxy before(Script script) throws Exception {
        return MisbehavingProxy.before(
                ApiServer.shared().address(), ApiServer.shared().client(), script);
    }

    private static Kubectl.Answer create(MisbehavingProxy proxy, String name) throws Exception {
        return kubectl.run("--server=" + proxy.address(), "create", "configmap", name, "--from-literal=a=b");
    }
}
