package dev.idp.testing.rule;

import dev.idp.plan.Plan;
import dev.idp.policy.Finding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Rules whose known violations are tolerated. A platform is always checked as a whole, since what is not seen would seem mended. */
public final class Frozen {

    private final FrozenStore store;
    private final List<Member> members;

    Frozen(FrozenStore store, List<Member> members) {
        this.store = store;
        this.members = List.copyOf(members);
    }

    /** A rule, and how to find what violates it. */
    record Member(String id, Function<Plan, Examination> examination) {}

    /**
     * Passes if nothing violates the rules but what is frozen, all waivers set aside.
     *
     * @param plan the platform's plan
     * @throws AssertionError if something new does, or if a store that is only read could be smaller
     */
    public void check(Plan plan) {
        check(plan, Examination::findings);
    }

    /**
     * Passes if nothing violates the rules but what is frozen or waived. What is waived stays frozen if it was.
     *
     * @param plan the platform's plan
     * @param today the day on which waivers are judged
     * @throws AssertionError if something new does, or if a store that is only read could be smaller
     */
    public void check(Plan plan, LocalDate today) {
        check(
                plan,
                examination -> examination.verdictOn(plan.environments(), today).open());
    }

    private void check(Plan plan, Function<Examination, List<Finding>> open) {
        List<String> failures = new ArrayList<>();
        for (Member member : members) {
            Examination examination = member.examination().apply(plan);
            Optional<String> failure = new Thaw(store, examination, open.apply(examination)).failure();
            failure.ifPresent(failures::add);
        }
        if (!failures.isEmpty()) {
            throw new AssertionError(String.join("\n\n", failures));
        }
    }

    List<String> ids() {
        return members.stream().map(Member::id).toList();
    }

    /** Returns the ids of the rules. */
    @Override
    public String toString() {
        return String.join(", ", ids());
    }
}
