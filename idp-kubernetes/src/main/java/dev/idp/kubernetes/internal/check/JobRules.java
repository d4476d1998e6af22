package dev.idp.kubernetes.internal.check;

import dev.idp.kubernetes.check.Condition;
import dev.idp.kubernetes.check.Field;
import dev.idp.kubernetes.check.HasFields;
import dev.idp.kubernetes.check.ManifestFindings;
import dev.idp.kubernetes.check.ManifestObject;
import dev.idp.kubernetes.check.ManifestRules;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.kubernetes.check.Pod;
import dev.idp.policy.Rule;
import dev.idp.policy.Severity;
import java.util.List;
import java.util.Set;

/** Rules on what runs to an end, and on what does not. */
final class JobRules {

    /** The controller looks every ten seconds. */
    private static final long SHORTEST = 10;

    private static final Set<String> LASTING =
            Set.of("Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "ReplicationController");

    private static final String DEADLINE =
            "https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#starting-deadline";

    private JobRules() {}

    static List<Rule<ObjectSet>> all() {
        return List.of(deadline(), shortDeadline(), keptFor(), restartPolicy());
    }

    private static Rule<ObjectSet> deadline() {
        return ManifestRules.forKind("cron-job-deadline", "batch", "CronJob")
                .because("a run that was missed starts however late, when nobody expects it")
                .severity(Severity.INFO)
                .fix("say startingDeadlineSeconds; a run that is later is left out")
                .link(DEADLINE)
                .must(Condition.field("spec", "startingDeadlineSeconds").isPresent(), "a run may start however late");
    }

    private static Rule<ObjectSet> shortDeadline() {
        return ManifestRules.forKind("cron-job-deadline-short", "batch", "CronJob")
                .because("runs are looked for every ten seconds, and one that is late by then is left out")
                .fix("say more than ten seconds")
                .link(DEADLINE)
                .must(
                        Condition.field("spec", "startingDeadlineSeconds")
                                .isAtMost(SHORTEST - 1)
                                .negate(),
                        "it may never start");
    }

    private static Rule<ObjectSet> keptFor() {
        return ManifestRules.forKind("job-ttl", "batch", "Job")
                .because("what has ended stays with its pods until somebody deletes it, and its name is taken")
                .severity(Severity.INFO)
                .fix("say ttlSecondsAfterFinished; its logs go with it, and whoever applies it again runs it again")
                .link("https://kubernetes.io/docs/concepts/workloads/controllers/ttlafterfinished/")
                .must(
                        Condition.anyOf(
                                deletedBy("helm.sh/hook-delete-policy"),
                                deletedBy("argocd.argoproj.io/hook-delete-policy"),
                                Condition.field("spec", "ttlSecondsAfterFinished")
                                        .isPresent()),
                        "nobody takes it away once it has ended");
    }

    private static Condition<HasFields> deletedBy(String annotation) {
        return Condition.field("metadata", "annotations", annotation).isPresent();
    }

    private static Rule<ObjectSet> restartPolicy() {
        return ManifestRules.forPods("restart-policy")
                .because("what should run on is always restarted, and what should end never always")
                .severity(Severity.ERROR)
                .fix("say OnFailure or Never for a job, and nothing elsewhere")
                .link("https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#restart-policy")
                .check(JobRules::restarted);
    }

    private static void restarted(Pod pod, ManifestFindings found) {
        Field policy = pod.spec().get("restartPolicy");
        ManifestObject object = pod.object();
        boolean isAlways = policy.text().orElse("Always").equals("Always");
        if (pod.isOfJob() && isAlways) {
            found.add(policy, "a job may not restart its containers always, as pods do by default");
        } else if (LASTING.contains(object.kind()) && !isAlways) {
            found.add(policy, "a " + object.kind() + " restarts its containers always, and may say nothing else");
        }
    }
}
