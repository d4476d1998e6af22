package dev.idp.kubernetes.apply;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/** The steps of an apply: which wait for others, which may begin, which have ended. Touched by the thread that applies alone. */
final class Steps {

    private final Map<ObjectKey, Step> steps = new LinkedHashMap<>();
    private final Map<ObjectKey, List<Step>> dependents = new HashMap<>();
    private final PriorityQueue<Step> runnable =
            new PriorityQueue<>(Comparator.<Step>comparingInt(step -> step.rank).thenComparing(Step::key));
    private int open;

    /** If nothing is waited for, what starts after others needs them to be applied, and no more. */
    Steps(Survey survey, boolean waits) {
        survey.members().forEach(member -> steps.put(member.key(), new Step(member, survey.live(member.key()))));
        open = steps.size();
        Dependencies dependencies = new Dependencies(survey.members());
        steps.values().forEach(step -> {
            step.untilApplied.addAll(dependencies.applied(step.member));
            step.untilReady.addAll(dependencies.served(step.member));
            (waits ? step.untilReady : step.untilApplied).addAll(dependencies.started(step.member));
            step.untilApplied.forEach(before -> after(before).add(step));
            step.untilReady.forEach(before -> after(before).add(step));
        });
    }

    private List<Step> after(ObjectKey before) {
        return dependents.computeIfAbsent(before, key -> new ArrayList<>());
    }

    Collection<Step> all() {
        return steps.values();
    }

    Step of(ObjectKey key) {
        return Objects.requireNonNull(steps.get(key));
    }

    List<Step> in(Step.Phase phase) {
        return steps.values().stream().filter(step -> step.phase == phase).toList();
    }

    boolean haveEnded() {
        return open == 0;
    }

    /** Lets a step begin if it waits for nothing. */
    void admit(Step step) {
        if (step.isRunnable()) {
            runnable.add(step);
        }
    }

    boolean isNoneRunnable() {
        return runnable.isEmpty();
    }

    /** The one to begin with, of those that wait for nothing. */
    Optional<Step> next() {
        while (!runnable.isEmpty()) {
            Step step = runnable.remove();
            if (step.phase == Step.Phase.PENDING) {
                return Optional.of(step);
            }
        }
        return Optional.empty();
    }

    void beginNoMore() {
        runnable.clear();
    }

    void applied(Step step) {
        release(step, other -> other.untilApplied.remove(step.key()));
    }

    void ready(Step step) {
        release(step, other -> other.untilReady.remove(step.key()));
    }

    private void release(Step step, Consumer<Step> isThere) {
        after(step.key()).forEach(other -> {
            isThere.accept(other);
            admit(other);
        });
    }

    void end(Step step, Step.Phase phase) {
        if (!step.hasEnded()) {
            open--;
        }
        step.phase = phase;
    }

    /** Ends all that waits for what failed, and what waits for that. */
    List<Step> endAfter(Step failed) {
        List<Step> ended = new ArrayList<>();
        Deque<Step> cut = new ArrayDeque<>(List.of(failed));
        while (!cut.isEmpty()) {
            ObjectKey missing = cut.remove().key();
            for (Step other : after(missing)) {
                if (other.phase == Step.Phase.PENDING && other.waitsFor(missing)) {
                    end(other, Step.Phase.FAILED);
                    ended.add(other);
                    cut.add(other);
                }
            }
        }
        return ended;
    }
}
