package dev.idp.kubernetes.internal.check.podsecurity;

import dev.idp.kubernetes.check.Field;
import dev.idp.kubernetes.check.KubernetesVersion;
import dev.idp.kubernetes.check.ManifestFindings;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.kubernetes.check.Pod;
import dev.idp.policy.Rule;
import dev.idp.policy.Severity;
import java.util.Map;
import java.util.Set;

/** Which system calls containers may make: said by annotations before 1.19, by fields since. */
final class SeccompControls {

    private static final String OF_POD = "seccomp.security.alpha.kubernetes.io/pod";
    private static final String OF_CONTAINER = "container.seccomp.security.alpha.kubernetes.io/";
    private static final Set<String> ANNOTATED = Set.of("runtime/default", "docker/default");

    private static final String BECAUSE = "most holes of the kernel are behind system calls that few programs make";
    private static final String FIX = "set the type to RuntimeDefault";

    private SeccompControls() {}

    static Rule<ObjectSet> baseline(KubernetesVersion version) {
        return Level.BASELINE
                .rule("seccomp", BECAUSE)
                .fix("leave it out")
                .check(
                        PodSecurityStandard.isSince(version, 19)
                                ? (pod, found) -> SecurityContext.all(pod, found)
                                        .forEach(context -> forbidden(context, "leave it out"))
                                : SeccompControls::annotations);
    }

    static Rule<ObjectSet> restricted(KubernetesVersion version) {
        return Level.RESTRICTED
                .rule("seccomp-restricted", BECAUSE)
                .severity(Severity.ERROR)
                .fix(FIX)
                .check((pod, found) -> {
                    if (!PodForms.areOfWindows(version).test(pod)) {
                        fields(pod, found);
                    }
                });
    }

    private static void fields(Pod pod, ManifestFindings found) {
        SecurityContext ofPod = SecurityContext.of(pod, found);
        boolean isSet = ofPod.at("seccompProfile").isPresent();
        forbidden(ofPod, FIX);
        SecurityContext.ofContainers(pod, found).forEach(context -> {
            Field profile = context.at("seccompProfile");
            if (profile.isPresent()) {
                forbidden(context, FIX);
            } else if (!isSet) {
                context.found()
                        .add(
                                Level.RESTRICTED.severity(),
                                profile,
                                "neither it nor its pod has a seccomp profile",
                                "set one of type RuntimeDefault for the pod");
            }
        });
    }

    private static void forbidden(SecurityContext context, String fix) {
        Field profile = context.at("seccompProfile");
        if (profile.isPresent() && !ProfileType.isAllowed(profile)) {
            context.found()
                    .add(
                            Level.BASELINE.severity(),
                            profile.get("type"),
                            "its seccomp profile is of type '" + ProfileType.of(profile) + "'",
                            fix);
        }
    }

    private static void annotations(Pod pod, ManifestFindings found) {
        Map<String, Field> annotations = pod.metadata().get("annotations").entries();
        annotation(annotations, OF_POD, found);
        pod.containers()
                .forEach(container -> annotation(annotations, OF_CONTAINER + container.name(), found.at(container)));
    }

    private static void annotation(Map<String, Field> annotations, String key, ManifestFindings found) {
        Field annotation = annotations.get(key);
        if (annotation != null) {
            String profile = annotation.text().orElse("");
            if (!ANNOTATED.contains(profile) && !profile.startsWith("localhost/")) {
                found.add(annotation, "its seccomp profile is '" + profile + "'");
            }
        }
    }
}
