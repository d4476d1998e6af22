package dev.idp.tests.kubernetes.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.kubernetes.Kubernetes;
import dev.idp.kubernetes.KubernetesSettings;
import dev.idp.plan.BlastRadius;
import dev.idp.plan.Effect;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.Plan;
import dev.idp.plan.PlatformException;
import dev.idp.tests.kubernetes.PodTemplates;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** What intent alone foretells of restarts is what becomes of the pods: of those, and of no others. */
class TheRestartLawTest {

    private static final Plan PLAN = RichPlatform.platform().plan();

    @Test
    void exactlyThoseRestartOfWhomTheBlastRadiusSaysSo() {
        String environment = "teams";
        Map<String, PodTemplateSpec> before = pods(PLAN.in(environment));
        List<String> unforeseen = new ArrayList<>();
        List<String> feared = new ArrayList<>();
        int tried = 0;
        for (Perturbation perturbation : Perturbations.of(PLAN, environment)) {
            Plan plan = Plan.fromJson(perturbation.plan().toString(), KubernetesSettings.all());
            if (!perturbation.renamed().isEmpty()
                    || plan.environments().stream().noneMatch(it -> it.name().equals(environment))) {
                continue;
            }
            Map<String, PodTemplateSpec> after;
            try {
                after = pods(plan.in(environment));
            } catch (PlatformException refused) {
                continue;
            }
            Set<String> restarted = changed(before, after);

            BlastRadius radius = BlastRadius.of(PLAN, plan).in(environment);

            Set<String> foretold = new TreeSet<>(radius.workloads(Effect.ROLLING_RESTART));
            foretold.addAll(radius.workloads(Effect.RERUN));
            Set<String> replaced = radius.workloads(Effect.REPLACEMENT);
            restarted.stream()
                    .filter(name -> !foretold.contains(name) && !replaced.contains(name))
                    .forEach(name -> unforeseen.add(perturbation.what() + ": " + name));
            foretold.stream()
                    .filter(name -> !restarted.contains(name) && !isCareful(perturbation))
                    .forEach(name -> feared.add(perturbation.what() + ": " + name));
            tried++;
        }
        assertThat(tried).isGreaterThan(150);
        SoftAssertions.assertSoftly(softly -> {
            softly.assertThat(unforeseen).isEmpty();
            softly.assertThat(feared).isEmpty();
        });
    }

    /** What code does nobody knows; pods take another identity, or wait for others, only where their backend makes them. */
    private static boolean isCareful(Perturbation perturbation) {
        return perturbation.what().matches(".*(/extension/|/cloud-identity| starts after ).*");
    }

    private static Map<String, PodTemplateSpec> pods(EnvironmentPlan environment) {
        return PodTemplates.of(Kubernetes.backend().render(RichExtensions.bound(environment)));
    }

    /** Pods of a scheduled job come and go anyway. */
    private static Set<String> changed(Map<String, PodTemplateSpec> before, Map<String, PodTemplateSpec> after) {
        Set<String> changed = new TreeSet<>();
        Map<String, PodTemplateSpec> all = new TreeMap<>(before);
        all.putAll(after);
        all.keySet().stream()
                .filter(key -> !key.startsWith("CronJob/"))
                .filter(key -> !all.get(key).equals(before.get(key)))
                .forEach(key -> changed.add(key.substring(key.indexOf('/') + 1)));
        return changed;
    }
}
