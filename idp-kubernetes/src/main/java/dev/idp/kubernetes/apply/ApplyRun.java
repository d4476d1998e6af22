package dev.idp.kubernetes.apply;

import dev.idp.kubernetes.apply.Readiness.State;
import dev.idp.kubernetes.apply.Readiness.Status;
import dev.idp.kubernetes.internal.cluster.Api;
import dev.idp.kubernetes.internal.cluster.Live;
import dev.idp.kubernetes.internal.cluster.RequestFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;

/**
 * Applies the objects of a set in an order that lets each find what it needs, as many at a time as that allows. One thread, the
 * caller's, decides everything; others only ask the server and tell it what they heard.
 */
final class ApplyRun {

    private static final long TIME_CHECK = TimeUnit.MILLISECONDS.toNanos(50);

    private final Api api;
    private final Survey survey;
    private final ApplyOptions options;
    private final String manager;
    private final ObjectApplier applier;
    private final Approval approval;
    private final Steps steps;
    private final Errands errands;
    private final ReadinessPoll poll;
    private final long end;
    private long timeChecked;
    private String stopped = "";

    ApplyRun(
            Api api,
            Survey survey,
            ApplyOptions options,
            ApplySet set,
            String manager,
            Workers workers,
            Approval approval,
            long end) {
        this.api = api;
        this.survey = survey;
        this.options = options;
        this.manager = manager;
        this.approval = approval;
        this.applier = new ObjectApplier(api, manager, set.id(), options);
        this.poll = new ReadinessPoll(api, set.id());
        this.steps = new Steps(survey, options.waits());
        this.errands = new Errands(workers, options.parallelism());
        this.end = end;
    }

    private void tell(ApplyEvent event) {
        options.listener().accept(event);
    }

    Collection<Step> run() {
        options.cancellation().onCancel(() -> errands.tell(() -> stop("it was cancelled")));
        steps.all().forEach(this::beginOrSkip);
        try {
            while (!steps.haveEnded()) {
                start();
                if (errands.areDone() && steps.isNoneRunnable() && poll.isEmpty()) {
                    failCircles();
                    continue;
                }
                pollIfDue();
                errands.listen(pause());
                checkTime();
            }
        } catch (InterruptedException interrupted) {
            abandon();
            Thread.currentThread().interrupt();
        } catch (CancellationException interrupted) {
            abandon();
        }
        return steps.all();
    }

    /** What is as it shall be needs no request, and waits for nobody. */
    private void beginOrSkip(Step step) {
        String refused = approval.refusal(step.member, step.live);
        if (!refused.isEmpty()) {
            fail(step, Outcome.Result.FAILED, refused, List.of());
        } else if (step.live.isEmpty() && survey.inventory().isDoneJob(step.key())) {
            step.message = Inventory.DONE_AND_REMOVED;
            applied(step, Outcome.Result.UNCHANGED, Optional.empty());
        } else if (isUnchanged(step)) {
            applied(step, Outcome.Result.UNCHANGED, step.live);
        } else {
            steps.admit(step);
        }
    }

    private boolean isUnchanged(Step step) {
        return step.phase == Step.Phase.PENDING
                && step.live
                        .filter(live -> survey.isMember(live) && !live.isTerminating())
                        .filter(live -> step.member.wanted().madeUp().isEmpty())
                        .filter(live -> step.member.isProvenBy(live, manager))
                        .isPresent();
    }

    private void start() {
        while (errands.haveRoom() && mayBegin()) {
            Optional<Step> next = steps.next();
            if (next.isEmpty()) {
                return;
            }
            Step step = next.get();
            step.phase = Step.Phase.APPLYING;
            Optional<Live> live = step.live;
            errands.send(() -> apply(step.member, live, step));
        }
    }

    private boolean mayBegin() {
        return stopped.isEmpty() && !options.cancellation().isCancelled();
    }

    /** By another thread, which touches nothing of the step. */
    private Runnable apply(Member member, Optional<Live> live, Step step) {
        try {
            ObjectApplier.Applied applied = applier.apply(member, live);
            return () -> applied(step, applied.result(), Optional.of(applied.live()));
        } catch (ObjectFailure failed) {
            return () -> fail(step, Outcome.Result.FAILED, failed.why(), failed.conflicts());
        } catch (RequestFailure failed) {
            return () -> fail(step, Outcome.Result.FAILED, String.valueOf(failed.getMessage()), List.of());
        } catch (CancellationException cancelled) {
            return () -> fail(step, Outcome.Result.SKIPPED, "it was interrupted: apply again", List.of());
        }
    }

    private void applied(Step step, Outcome.Result result, Optional<Live> live) {
        step.result = result;
        step.live = live;
        step.phase = Step.Phase.WAITING;
        step.appliedAt = System.nanoTime();
        tell(new ApplyEvent.Applied(step.key(), result));
        steps.applied(step);
        boolean isWaitedFor = options.waits() || DefinedKinds.isDefinition(step.member.wanted());
        if (live.isEmpty() || !isWaitedFor) {
            ready(step);
        } else {
            judge(step);
        }
    }

    private void judge(Step step) {
        Status status =
                options.readiness().judge().judge(step.live.orElseThrow().tree(), Instant.now());
        if (status.isReady()) {
            ready(step);
        } else if (status.state() == State.FAILED) {
            step.message = status.message();
            fail(step, step.result, status.message(), List.of());
        } else if (stopped.isEmpty()) {
            if (!step.message.equals(status.message())) {
                tell(new ApplyEvent.Waiting(step.key(), status.message()));
            }
            step.message = status.message();
            poll.add(step.member);
        } else {
            step.message = status.message();
            giveUp(step);
        }
    }

    private void ready(Step step) {
        try {
            rememberDone(step);
        } catch (RequestFailure lost) {
            String why = "it is complete, and that cannot be noted, so that it runs again once it is removed: ";
            fail(step, step.result, why + lost.getMessage(), List.of());
            return;
        }
        steps.end(step, Step.Phase.READY);
        step.message = step.live.isEmpty() ? step.message : "";
        poll.remove(step.member);
        tell(new ApplyEvent.Ready(step.key()));
        steps.ready(step);
    }

    /** At once: whoever is stopped before the end must know it the next time. */
    private void rememberDone(Step step) {
        boolean goesAway = step.key().kind().equals("Job")
                && step.member
                        .wanted()
                        .tree()
                        .find("spec", "ttlSecondsAfterFinished")
                        .isPresent();
        if (goesAway && options.waits() && step.live.isPresent()) {
            survey.inventory().widen(api, survey.kinds(), survey.namespaces(), step.key());
        }
    }

    private void fail(Step failed, Outcome.Result result, String message, List<Conflict> conflicts) {
        steps.end(failed, Step.Phase.FAILED);
        failed.result = result;
        failed.message = message;
        failed.conflicts = conflicts;
        poll.remove(failed.member);
        tell(
                result == Outcome.Result.SKIPPED
                        ? new ApplyEvent.Skipped(failed.key(), message)
                        : new ApplyEvent.Failed(failed.key(), message));
        steps.endAfter(failed).forEach(other -> {
            other.result = Outcome.Result.SKIPPED;
            other.message = failed.key() + " before it failed";
            tell(new ApplyEvent.Skipped(other.key(), other.message));
        });
    }

    private void pollIfDue() {
        if (poll.isDue() && errands.haveRoom()) {
            List<Member> waiting = poll.begin();
            errands.send(() -> {
                Map<ObjectKey, Live> found = read(waiting);
                return () -> {
                    poll.end();
                    found.forEach(this::seen);
                };
            });
        }
    }

    /** By another thread. */
    private Map<ObjectKey, Live> read(List<Member> waiting) {
        try {
            return poll.read(waiting);
        } catch (RequestFailure | CancellationException failed) {
            // Whether it is ready can be asked again until its time is up.
            return Map.of();
        }
    }

    private void seen(ObjectKey key, Live live) {
        Step step = steps.of(key);
        if (step.phase == Step.Phase.WAITING) {
            step.live = Optional.of(live);
            judge(step);
        }
    }

    private long pause() {
        return Math.max(1, Math.min(poll.millisUntilDue(), TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
    }

    private void checkTime() {
        long now = System.nanoTime();
        if (now - timeChecked < TIME_CHECK) {
            return;
        }
        timeChecked = now;
        if (now > end && stopped.isEmpty()) {
            stop("the time for everything was up, " + time(options.timeout()));
        }
        for (Step step : steps.all()) {
            if (step.phase == Step.Phase.WAITING
                    && now - step.appliedAt > options.timeoutPerObject().toNanos()) {
                fail(step, step.result, step.message + ", after " + time(options.timeoutPerObject()), List.of());
            }
        }
    }

    private static String time(Duration duration) {
        return duration.toSeconds() >= 120 ? duration.toMinutes() + " min" : duration.toMillis() / 1000.0 + " s";
    }

    /** Lets end what was sent, and begins nothing else. */
    private void stop(String why) {
        stopped = why;
        steps.beginNoMore();
        for (Step step : steps.all()) {
            if (step.phase == Step.Phase.PENDING) {
                steps.end(step, Step.Phase.FAILED);
                step.result = Outcome.Result.SKIPPED;
                step.message = why;
                tell(new ApplyEvent.Skipped(step.key(), why));
            } else if (step.phase == Step.Phase.WAITING) {
                giveUp(step);
            }
        }
    }

    /** What was applied is waited for no longer. */
    private void giveUp(Step step) {
        steps.end(step, Step.Phase.FAILED);
        step.message = (step.message.isEmpty() ? "it is not ready" : step.message) + "; " + stopped;
        poll.remove(step.member);
        tell(new ApplyEvent.Failed(step.key(), step.message));
    }

    /** Lets nothing end: whoever interrupts wants no answers. */
    private void abandon() {
        stop("it was interrupted");
        steps.in(Step.Phase.APPLYING)
                .forEach(step -> step.message = "it was interrupted, and nobody knows what was done: apply again");
    }

    /** Nobody is at work and nobody can begin: some wait for each other. */
    private void failCircles() {
        List<Step> stuck = steps.in(Step.Phase.PENDING);
        String names = String.join(
                ", ", stuck.stream().map(step -> step.key().toString()).toList());
        stuck.forEach(step -> {
            if (step.phase == Step.Phase.PENDING) {
                fail(step, Outcome.Result.FAILED, "these wait for each other: " + names, List.of());
            }
        });
    }
}
