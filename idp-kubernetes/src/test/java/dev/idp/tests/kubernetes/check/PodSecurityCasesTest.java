package dev.idp.tests.kubernetes.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.idp.kubernetes.check.Checks;
import dev.idp.kubernetes.check.KubernetesVersion;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.kubernetes.check.PodSecurity;
import dev.idp.policy.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The public cases of the Pod Security Standards: pods that the admission controller must admit, and pods that it must
 * refuse, for each level and version. They are those of a checkout of github.com/kubernetes/pod-security-admission, whose
 * directory {@code test/testdata} the system property {@code idp.pod-security-cases} names.
 */
class PodSecurityCasesTest {

    private static final String PROPERTY = "idp.pod-security-cases";

    /** By what files are called: the controls that refuse them, of which each level and version has one. */
    private static final Map<String, Set<String>> CONTROLS = Map.ofEntries(
            Map.entry("allowprivilegeescalation", Set.of("privilege-escalation")),
            Map.entry("apparmorprofile", Set.of("apparmor")),
            Map.entry("capabilities_baseline", Set.of("capabilities", "capabilities-restricted")),
            Map.entry("capabilities_restricted", Set.of("capabilities-restricted")),
            Map.entry("hostnamespaces", Set.of("host-namespaces")),
            Map.entry("hostpathvolumes", Set.of("host-path", "volume-types")),
            Map.entry("hostports", Set.of("host-ports")),
            Map.entry("hostprobesandhostlifecycle", Set.of("host-probes")),
            Map.entry("privileged", Set.of("privileged")),
            Map.entry("procmount", Set.of("proc-mount", "proc-mount-restricted")),
            Map.entry("procmount_restricted", Set.of("proc-mount-restricted")),
            Map.entry("restrictedvolumes", Set.of("volume-types")),
            Map.entry("runasnonroot", Set.of("run-as-non-root")),
            Map.entry("runasuser", Set.of("run-as-user")),
            Map.entry("seccompprofile_baseline", Set.of("seccomp", "seccomp-restricted")),
            Map.entry("seccompprofile_restricted", Set.of("seccomp-restricted")),
            Map.entry("selinuxoptions", Set.of("selinux")),
            Map.entry("sysctls", Set.of("sysctls")),
            Map.entry("windowshostprocess", Set.of("windows-host-process")));

    private record Case(String level, KubernetesVersion version, boolean passes, Path file) {

        static Case of(Path file) {
            Path verdict = file.getParent();
            Path version = verdict.getParent();
            return new Case(
                    version.getParent().getFileName().toString(),
                    KubernetesVersion.of(version.getFileName().toString()),
                    verdict.getFileName().toString().equals("pass"),
                    file);
        }

        Set<String> found() {
            Checks checks = Checks.of(
                    level.equals("baseline") ? PodSecurity.baseline(version) : PodSecurity.restricted(version));
            return checks.findings(ObjectSet.read("prod", file)).stream()
                    .map(Finding::rule)
                    .collect(Collectors.toSet());
        }

        Set<String> expected() {
            if (passes) {
                return Set.of();
            }
            String control = file.getFileName().toString().replaceFirst("\\d*\\.yaml$", "");
            return CONTROLS.get(control).stream().map("pod-security-"::concat).collect(Collectors.toSet());
        }

        /** Some pods are refused by other controls as well: a host process, say, must be in the node's network. */
        boolean isRight() {
            Set<String> found = found();
            return passes ? found.isEmpty() : expected().stream().anyMatch(found::contains);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"baseline", "restricted"})
    void everyPublicCaseIsJudgedAsTheAdmissionControllerDoes(String level) throws IOException {
        String cases = System.getProperty(PROPERTY, "");
        assumeTrue(!cases.isEmpty(), "no cases: set " + PROPERTY + " to test/testdata of pod-security-admission");
        Map<Boolean, Integer> tried = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        Set<KubernetesVersion> versions;

        try (Stream<Path> files = Files.walk(Path.of(cases, level))) {
            List<Case> all = files.filter(file -> file.toString().endsWith(".yaml"))
                    .map(Case::of)
                    .toList();
            versions = all.stream().map(Case::version).collect(Collectors.toSet());
            for (Case one : all) {
                tried.merge(one.passes(), 1, Integer::sum);
                if (!one.isRight()) {
                    wrong.add(one.file() + " " + one.found());
                }
            }
        }

        System.out.println(level + ": " + tried.getOrDefault(true, 0) + " pods that pass and "
                + tried.getOrDefault(false, 0) + " that fail, of " + versions.size() + " versions; " + wrong.size()
                + " judged wrongly");
        assertThat(wrong).isEmpty();
        assertThat(tried.get(true)).isPositive();
        assertThat(tried.get(false)).isPositive();
        assertThat(versions).contains(new KubernetesVersion(1, 0), KubernetesVersion.NEWEST);
    }
}
