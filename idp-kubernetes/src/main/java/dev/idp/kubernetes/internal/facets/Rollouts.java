package dev.idp.kubernetes.internal.facets;

import dev.idp.Flaw;
import dev.idp.ServiceKind;
import dev.idp.Settings;
import dev.idp.explain.Decision;
import dev.idp.kubernetes.KubernetesSettings;
import dev.idp.kubernetes.Portion;
import dev.idp.kubernetes.Rollout;
import dev.idp.kubernetes.internal.render.Trace;
import dev.idp.plan.ServicePlan;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.apps.DaemonSetUpdateStrategy;
import io.fabric8.kubernetes.api.model.apps.DeploymentStrategy;
import io.fabric8.kubernetes.api.model.apps.RollingUpdateDaemonSet;
import io.fabric8.kubernetes.api.model.apps.RollingUpdateDeployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSetUpdateStrategy;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a new version of a service replaces the old one, as far as the object that runs its pods can express it. */
final class Rollouts {

    private static final Rollout ONE_BY_ONE = Rollout.rolling(0, 1);

    private Rollouts() {}

    /** Finds what the object that runs the pods cannot express; what planning refuses anyway is no concern here. */
    static Optional<Flaw> flawOf(Rollout rollout, ServiceKind kind) {
        return switch (kind) {
            case STATELESS ->
                rollout.kind() == Rollout.Kind.ON_DELETE
                        ? flaw("a Deployment does not wait until somebody deletes a copy", "Rollout.rolling(...)")
                        : Optional.empty();
            case STATEFUL ->
                rollout.kind() == Rollout.Kind.ON_DELETE || rollout.equals(ONE_BY_ONE)
                        ? Optional.empty()
                        : flaw(
                                "a StatefulSet replaces one copy after the other, and cannot be " + rollout,
                                "Rollout.rolling(0, 1) or Rollout.onDelete()");
            case PER_NODE -> flawOfDaemonSet(rollout);
        };
    }

    private static Optional<Flaw> flawOfDaemonSet(Rollout rollout) {
        return switch (rollout.kind()) {
            case ON_DELETE -> Optional.empty();
            case RECREATE ->
                flaw(
                        "a DaemonSet cannot end all copies before new ones start",
                        "Rollout.rolling(Portion.copies(0), Portion.percent(100))");
            case ROLLING -> {
                if (rollout.surge().isMoreThanAll()) {
                    yield flaw("a DaemonSet has at most twice as many copies meanwhile", "at most 100 percent");
                }
                yield rollout.surge().amount() != 0 && rollout.unavailable().amount() != 0
                        ? flaw(
                                "a DaemonSet has either more copies meanwhile or fewer, and cannot be " + rollout,
                                "Rollout.rolling(1, 0) or Rollout.rolling(0, 1)")
                        : Optional.empty();
            }
        };
    }

    private static Optional<Flaw> flaw(String message, String instead) {
        return Optional.of(new Flaw(message, "say " + instead));
    }

    static @Nullable DeploymentStrategy ofDeployment(Trace trace, ServicePlan service) {
        Trace at = trace.at("/spec/strategy");
        Decision<Rollout> said = service.decision(KubernetesSettings.ROLLOUT);
        if (!isExpressed(at, said, service, "which replaces a quarter of the copies at a time")) {
            return null;
        }
        Rollout rollout = at.value("", said);
        DeploymentStrategy strategy = new DeploymentStrategy();
        if (rollout.kind() == Rollout.Kind.RECREATE) {
            strategy.setType("Recreate");
        } else {
            strategy.setType("RollingUpdate");
            strategy.setRollingUpdate(
                    new RollingUpdateDeployment(number(rollout.surge()), number(rollout.unavailable())));
        }
        return strategy;
    }

    static @Nullable DaemonSetUpdateStrategy ofDaemonSet(Trace trace, ServicePlan service) {
        Trace at = trace.at("/spec/updateStrategy");
        Decision<Rollout> said = service.decision(KubernetesSettings.ROLLOUT);
        if (!isExpressed(at, said, service, "which replaces one copy after the other")) {
            return null;
        }
        Rollout rollout = at.value("", said);
        DaemonSetUpdateStrategy strategy = new DaemonSetUpdateStrategy();
        if (rollout.kind() == Rollout.Kind.ON_DELETE) {
            strategy.setType("OnDelete");
        } else {
            strategy.setType("RollingUpdate");
            strategy.setRollingUpdate(
                    new RollingUpdateDaemonSet(number(rollout.surge()), number(rollout.unavailable())));
        }
        return strategy;
    }

    static @Nullable StatefulSetUpdateStrategy ofStatefulSet(Trace trace, ServicePlan service) {
        Trace at = trace.at("/spec/updateStrategy");
        Decision<Rollout> said = service.decision(KubernetesSettings.ROLLOUT);
        if (!isExpressed(at, said, service, "which replaces one copy after the other")) {
            return null;
        }
        StatefulSetUpdateStrategy strategy = new StatefulSetUpdateStrategy();
        if (at.value("", said).kind() == Rollout.Kind.ON_DELETE) {
            strategy.setType("OnDelete");
        } else {
            strategy.setType("RollingUpdate");
            at.absent("/rollingUpdate", "a StatefulSet always replaces one copy after the other", said);
        }
        return strategy;
    }

    /** What an environment or a path says of all services passes over those whose objects cannot express it. */
    private static boolean isExpressed(Trace trace, Decision<Rollout> said, ServicePlan service, String otherwise) {
        if (!said.isPresent()) {
            trace.absent("", "left to Kubernetes, " + otherwise, said);
            return false;
        }
        Optional<Flaw> flaw = flawOf(said.get(), service.serviceKind());
        flaw.ifPresent(found -> trace.absent("", found.message(), said, service.decision(Settings.KIND)));
        return flaw.isEmpty();
    }

    private static IntOrString number(Portion portion) {
        return portion.isPercentage() ? new IntOrString(portion.toString()) : new IntOrString(portion.amount());
    }
}
