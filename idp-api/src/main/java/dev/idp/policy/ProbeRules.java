package dev.idp.policy;

import dev.idp.Probe;
import dev.idp.Probe.Kind;
import dev.idp.Settings;
import dev.idp.plan.EnvironmentPlan;
import java.time.Duration;
import java.util.List;

/** Rules on how services are asked how they are. */
final class ProbeRules {

    private static final String PROBES =
            "https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/";

    /** What runtimes do unless told otherwise; what matters is that it is the same for both probes. */
    private static final Duration PERIOD = Duration.ofSeconds(10);

    private static final int FAILURES = 3;

    private ProbeRules() {}

    static List<Rule<EnvironmentPlan>> all() {
        return List.of(probesDistinct(), probesPresent());
    }

    /**
     * Liveness may ask the same if it is more patient, as Kubernetes recommends. Opening a TCP connection is exempt: the
     * kernel does it for the process, however busy that is.
     */
    private static Rule<EnvironmentPlan> probesDistinct() {
        return Rules.forServices("probes-distinct")
                .because("a copy that is merely busy is restarted, and its load falls on the others")
                .fix("ask liveness something simpler, or add failingAfter(...) to it")
                .link(PROBES)
                .check(
                        (service, findings) -> service.get(Settings.LIVENESS)
                                .filter(liveness -> service.get(Settings.READINESS)
                                        .filter(readiness -> isAsImpatient(liveness, readiness))
                                        .isPresent())
                                .ifPresent(
                                        liveness -> findings.add(
                                                service.decision(Settings.LIVENESS),
                                                "it is restarted as soon as it is not ready, since liveness asks what readiness asks")));
    }

    private static boolean isAsImpatient(Probe liveness, Probe readiness) {
        return liveness.kind() != Kind.TCP
                && liveness.kind() == readiness.kind()
                && liveness.port().equals(readiness.port())
                && liveness.path().equals(readiness.path())
                && liveness.headers().equals(readiness.headers())
                && liveness.command().equals(readiness.command())
                && patience(liveness).compareTo(patience(readiness)) <= 0;
    }

    private static Duration patience(Probe probe) {
        return probe.period().orElse(PERIOD).multipliedBy(probe.failures().orElse(FAILURES));
    }

    private static Rule<EnvironmentPlan> probesPresent() {
        return Rules.forServices("probes-present")
                .because("without a readiness probe, requests reach copies that cannot answer")
                .fix("add readiness(...)")
                .link(PROBES)
                .check((service, findings) -> {
                    if (!service.ports().isEmpty()
                            && service.get(Settings.READINESS).isEmpty()) {
                        findings.add(service.decision(Settings.READINESS), "it has no readiness probe");
                    }
                });
    }
}
