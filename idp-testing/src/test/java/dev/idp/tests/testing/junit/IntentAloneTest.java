package dev.idp.tests.testing.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Intent is tested where neither idp-kubernetes, nor Fabric8, nor CEL are on the class path. */
class IntentAloneTest {

    private static final List<String> ABSENT =
            List.of("idp-kubernetes", "kubernetes-", "kube-api-test", "cel", "protobuf", "jackson-data", "snakeyaml-2");

    private static URLClassLoader alone;

    @BeforeAll
    static void leaveOut() throws Exception {
        List<URL> entries = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (!isLeftOut(Path.of(entry))) {
                entries.add(url(entry));
            }
        }
        alone = new URLClassLoader(entries.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    /** By the file's name, or by that of the module whose classes are not in a file. */
    private static boolean isLeftOut(Path entry) {
        String name = entry.getFileName().toString();
        String module = entry.endsWith(Path.of("target", "classes"))
                ? entry.getParent().getParent().getFileName().toString()
                : name;
        return ABSENT.stream().anyMatch(module::startsWith);
    }

    private static URL url(String entry) throws MalformedURLException {
        return Path.of(entry).toUri().toURL();
    }

    @AfterAll
    static void close() throws Exception {
        alone.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dev.idp.kubernetes.Kubernetes",
                "io.fabric8.kubernetes.api.model.Pod",
                "io.fabric8.kubernetes.client.KubernetesClient",
                "io.fabric8.kubeapitest.KubeAPIServer",
                "dev.cel.runtime.CelRuntime"
            })
    void theyAreNotThere(String type) {
        assertThatThrownBy(() -> Class.forName(type, false, alone)).isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void assertionsRulesTemplatesAndContractsWork() throws Exception {
        assertThat(linesThere(IntentAlone.class))
                .containsExactly(
                        "assertions(Plan, EnvironmentAssert): passed",
                        "contracts of parts: failed, AssertionError: no contract was named",
                        "dev: passed",
                        "orders in dev: passed",
                        "orders in prod: passed",
                        "payments in dev: passed",
                        "payments in prod: passed",
                        "prod: passed",
                        "rules(Plan): passed");
    }

    /** JUnit as well is loaded there, or it would find extensions of here. */
    @SuppressWarnings("unchecked") // A list of strings is the same for both.
    private static List<String> linesThere(Class<?> test) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(alone);
        try {
            Class<?> there = alone.loadClass(test.getName());
            assertThat(there).isNotSameAs(test);
            return (List<String>) alone.loadClass(Trial.class.getName())
                    .getMethod("lines", Class[].class)
                    .invoke(null, (Object) new Class<?>[] {there});
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
