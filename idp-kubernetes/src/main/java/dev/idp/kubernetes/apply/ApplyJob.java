package dev.idp.kubernetes.apply;

import dev.idp.kubernetes.internal.cluster.Api;
import dev.idp.kubernetes.internal.cluster.Refused;
import dev.idp.kubernetes.internal.cluster.RequestFailure;
import dev.idp.kubernetes.internal.cluster.ResourceType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/**
 * One apply from its beginning to its end: look, remember, apply, prune, forget. The memory is written before the first object
 * and narrowed after the last, so that being stopped anywhere in between loses track of nothing.
 */
final class ApplyJob {

    /** Whoever reads these has enough to do. */
    private static final int DIAGNOSED = 20;

    private static final Set<Outcome.Result> CHANGED =
            EnumSet.of(Outcome.Result.CREATED, Outcome.Result.ADOPTED, Outcome.Result.UPDATED, Outcome.Result.REPLACED);

    private final String manager;
    private final ApplySet set;
    private final ApplyOptions options;
    private final Approval approval;
    private final Api api;
    private final Consumer<ApplyEvent> listener;

    ApplyJob(Api api, String manager, ApplySet set, ApplyOptions options, Approval approval) {
        this.manager = manager;
        this.set = set;
        this.listener = new OneAtATime(options.listener());
        this.options = options.listener(listener);
        this.approval = approval;
        this.api = api.reportingTo(message -> listener.accept(new ApplyEvent.Retried(message)));
    }

    Outcome apply() {
        return run(this::apply);
    }

    Outcome prune() {
        return run((workers, end) -> {
            Survey survey = Survey.of(api, set, manager, workers);
            return survey.inventory().exists() ? prune(survey, workers, options, true) : List.of();
        });
    }

    /** What is done, and until when. */
    private interface Work {
        List<ObjectOutcome> run(Workers workers, long end);
    }

    private Outcome run(Work work) {
        long begin = System.nanoTime();
        List<ObjectOutcome> outcomes = new ArrayList<>();
        String failure = "";
        try (Workers workers = new Workers(options.parallelism())) {
            listener.accept(new ApplyEvent.Started(set.name(), set.size()));
            outcomes.addAll(work.run(workers, begin + options.timeout().toNanos()));
        } catch (ApplyException | RequestFailure failed) {
            failure = String.valueOf(failed.getMessage());
        } catch (CancellationException cancelled) {
            failure = "it was interrupted before anything was done";
        }
        outcomes.sort(Comparator.comparing(ObjectOutcome::object));
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        Outcome outcome = new Outcome(set.name(), outcomes, failure, api.sent(), took);
        listener.accept(new ApplyEvent.Finished(outcome.summary(), took));
        return outcome;
    }

    private List<ObjectOutcome> apply(Workers workers, long end) {
        Survey survey = Survey.of(api, set, manager, workers);
        if (options.cancellation().isCancelled()) {
            throw new ApplyException("it was cancelled before anything was done");
        }
        ApplyRun run = new ApplyRun(api, survey, options, set, manager, workers, approval, end);
        remember(survey);
        List<ObjectOutcome> outcomes = new ArrayList<>();
        survey.unknown().forEach((key, why) -> {
            outcomes.add(new ObjectOutcome(key, Outcome.Result.FAILED, false, why, List.of(), Optional.empty()));
            listener.accept(new ApplyEvent.Failed(key, why));
        });
        Collection<Step> steps = run.run();
        diagnose(steps);
        steps.forEach(step -> outcomes.add(step.outcome()));
        confirm(survey, outcomes);
        boolean isComplete = outcomes.stream().noneMatch(ObjectOutcome::isFailure);
        outcomes.addAll(prune(survey, workers, isComplete ? options : options.withoutPruning(), isComplete));
        return outcomes;
    }

    /** Somebody who applies another version of the set at the same time may have forgotten what was about to be made. */
    private void confirm(Survey survey, List<ObjectOutcome> outcomes) {
        if (outcomes.stream().anyMatch(object -> CHANGED.contains(object.result()))) {
            try {
                survey.inventory().confirm(api, survey.kinds(), survey.namespaces());
            } catch (RequestFailure | CancellationException unknown) {
                // What was done was done, and it was remembered before.
                return;
            }
        }
    }

    private List<ObjectOutcome> prune(Survey survey, Workers workers, ApplyOptions asked, boolean isComplete) {
        Pruning pruning = new Pruning(api, survey, asked, manager, approval);
        List<ObjectOutcome> pruned = pruning.prune(workers);
        pruned.forEach(outcome -> listener.accept(
                outcome.isFailure()
                        ? new ApplyEvent.Failed(outcome.object(), outcome.message())
                        : new ApplyEvent.Applied(outcome.object(), outcome.result())));
        if (isComplete && pruned.stream().noneMatch(ObjectOutcome::isFailure)) {
            forget(pruning, pruned);
        }
        return pruned;
    }

    /** Of what was applied and did not get ready. */
    private void diagnose(Collection<Step> steps) {
        if (Thread.currentThread().isInterrupted()) {
            return;
        }
        Causes causes = new Causes(api);
        steps.stream()
                .filter(step -> step.phase == Step.Phase.FAILED && step.appliedAt != 0)
                .limit(DIAGNOSED)
                .forEach(step -> step.cause = step.live.flatMap(live -> causes.of(step.key(), live)));
    }

    /** All is done by now. What is remembered in vain costs a request, and the next run forgets it. */
    private static void forget(Pruning pruning, List<ObjectOutcome> pruned) {
        try {
            pruning.narrow(pruned);
        } catch (RequestFailure | CancellationException later) {
            return;
        }
    }

    /** The memory is in a namespace, which may be one of the set's own: then that is made first, marked like all others. */
    private void remember(Survey survey) {
        if (!survey.inventory().exists() && !isHomeThere(survey)) {
            Member home = survey.members().stream()
                    .filter(member -> member.type().equals(ResourceType.NAMESPACE)
                            && member.key().name().equals(set.namespace()))
                    .findFirst()
                    .orElseThrow(() -> new ApplyException("there is no namespace " + set.namespace()
                            + ", where the set would be remembered: make it first, add it to the set, or say another by"
                            + " rememberedIn"));
            try {
                new ObjectApplier(api, manager, set.id(), options).apply(home, survey.live(home.key()));
            } catch (ObjectFailure failed) {
                throw new ApplyException(home.key() + ": " + failed.getMessage());
            }
        }
        survey.inventory().widen(api, survey.kinds(), survey.namespaces());
    }

    private boolean isHomeThere(Survey survey) {
        ObjectKey home = new ObjectKey("", "Namespace", "", set.namespace());
        return survey.live(home).filter(live -> !live.isTerminating()).isPresent()
                || (survey.members().stream().noneMatch(member -> member.key().equals(home)) && isNamespaceThere());
    }

    /** Who may not look has been given it by somebody, or hears so when the memory is written. */
    private boolean isNamespaceThere() {
        try {
            return api.get(ResourceType.NAMESPACE, "", set.namespace(), true).isPresent();
        } catch (Refused refused) {
            if (refused.refusal().code() == 403) {
                return true;
            }
            throw refused;
        }
    }
}
