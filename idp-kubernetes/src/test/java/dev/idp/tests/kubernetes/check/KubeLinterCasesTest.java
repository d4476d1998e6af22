package dev.idp.tests.kubernetes.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.idp.kubernetes.check.Checks;
import dev.idp.kubernetes.check.KubernetesVersion;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.policy.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The cases of <a href="https://github.com/stackrox/kube-linter">kube-linter</a>'s own end-to-end tests, for the checks of which
 * this library has the like: as many findings as there. They are read from a checkout of that repository, named by the
 * property {@code idp.kube-linter}.
 */
class KubeLinterCasesTest {

    @ParameterizedTest
    @CsvSource({
        "dangling-horizontalpodautoscaler, autoscaler-target",
        "dangling-ingress, ingress-backend",
        "dangling-networkpolicy, policy-selects",
        "dangling-service, service-selects",
        "default-service-account, service-account-own",
        "mismatching-selector, selects-own-pods",
        "non-existent-service-account, service-account-exists",
        "non-isolated-pod, policy-covers",
        "pdb-min-available, budget-satisfiable",
        "latest-tag, fixed-image",
        "access-to-create-pods, rights-pods",
        "access-to-secrets, rights-secrets",
        "cluster-admin-role-binding, cluster-admin",
        "docker-sock, runtime-socket",
        "duplicate-env-var, variable-once",
        "exposed-services, node-port",
        "host-ipc, pod-security-host-namespaces",
        "host-network, pod-security-host-namespaces",
        "host-pid, pod-security-host-namespaces",
        "no-extensions-v1beta, removed-api",
        "no-liveness-probe, liveness-probe",
        "no-read-only-root-fs, read-only-root",
        "privilege-escalation-container, pod-security-privilege-escalation",
        "privileged-container, pod-security-privileged",
        "run-as-non-root, pod-security-run-as-non-root",
        "sensitive-host-mounts, pod-security-volume-types",
        "unsafe-proc-mount, pod-security-proc-mount",
        "unsafe-sysctls, pod-security-sysctls",
        "unset-cpu-requirements, cpu-request",
        "unset-memory-requirements, memory-request",
        "wildcard-in-rules, rights-wildcard",
    })
    void asManyAreFoundAsThere(String check, String rule) throws IOException {
        String checkout = System.getProperty("idp.kube-linter", "");
        assumeTrue(!checkout.isEmpty(), "no checkout of kube-linter is named by idp.kube-linter");
        String tests = Files.readString(Path.of(checkout, "e2etests/bats-tests.sh"));
        Matcher test = Pattern.compile("@test \"" + check + "\" \\{(.*?)\n}", Pattern.DOTALL)
                .matcher(tests);
        assertThat(test.find()).as("a test of " + check).isTrue();
        String file = group(test.group(1), "tmp=\"([^\"]+)\"");
        // Where a Deployment has no pods at all, the API server refuses it, which other rules find.
        long expected = Long.parseLong(group(test.group(1), "count}\" == \"(\\d+)\""))
                - (check.equals("pdb-min-available") ? 1 : 0);

        ObjectSet objects = ObjectSet.read("cases", Path.of(checkout, file));
        List<Finding> found =
                Checks.thorough(KubernetesVersion.of("1.25")).only(rule).findings(objects);

        assertThat(found.stream().filter(finding -> finding.rule().equals(rule)))
                .as(found.toString())
                .hasSize((int) expected);
    }

    private static String group(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("no " + pattern + " in " + text);
        }
        return matcher.group(1);
    }
}
