package dev.idp.kubernetes.apply;

import dev.idp.kubernetes.apply.Drift.DriftedObject;
import dev.idp.kubernetes.internal.apply.ApplySetLabels;
import dev.idp.kubernetes.internal.apply.Difference;
import dev.idp.kubernetes.internal.apply.OwnedFields;
import dev.idp.kubernetes.internal.apply.Owners;
import dev.idp.kubernetes.internal.apply.Passwords;
import dev.idp.kubernetes.internal.cluster.Live;
import dev.idp.kubernetes.internal.cluster.Manager;
import dev.idp.kubernetes.internal.tree.JsonTrees;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Holds what a cluster has against what was said. */
final class DriftFinder {

    private final Survey survey;
    private final String manager;

    DriftFinder(Survey survey, String manager) {
        this.survey = survey;
        this.manager = manager;
    }

    List<DriftedObject> find() {
        List<DriftedObject> objects = new ArrayList<>();
        survey.members().forEach(member -> objects.add(judge(member)));
        survey.unknown()
                .forEach((key, why) -> objects.add(new DriftedObject(key, Drift.State.MISSING, List.of(), why)));
        survey.orphans()
                .forEach(orphan -> objects.add(new DriftedObject(orphan.key(), Drift.State.LEFT_OVER, List.of(), "")));
        return objects;
    }

    private DriftedObject judge(Member member) {
        Optional<Live> there = survey.live(member.key());
        if (there.isEmpty()) {
            return survey.inventory().isDoneJob(member.key())
                    ? of(member, Drift.State.IN_SYNC, List.of(), "it ran to its end, and was removed since")
                    : of(member, Drift.State.MISSING, List.of(), "");
        }
        Live live = there.get();
        if (!survey.isMember(live)) {
            String owner = live.label(ApplySetLabels.PART_OF);
            return of(
                    member,
                    Drift.State.FOREIGN,
                    List.of(),
                    owner.isEmpty() ? "no set applied it" : "it belongs to the set " + owner);
        }
        if (!member.wanted().madeUp().isEmpty()) {
            return judgeMadeUp(member, live);
        }
        return member.isProvenBy(live, manager)
                ? of(member, Drift.State.IN_SYNC, List.of(), "")
                : compare(member, live);
    }

    /** Nobody reads such values back, so it counts alone whether they are there. */
    private DriftedObject judgeMadeUp(Member member, Live live) {
        List<String> missing = Passwords.missing(member.wanted().madeUp(), live);
        return missing.isEmpty()
                ? of(member, Drift.State.IN_SYNC, List.of(), "")
                : of(member, Drift.State.NOT_APPLIED, List.of(), "not made up yet: " + String.join(", ", missing));
    }

    private DriftedObject compare(Member member, Live live) {
        List<FieldChange> drifted = new ArrayList<>();
        List<FieldChange> pending = new ArrayList<>();
        for (Difference difference : Difference.missing(member.wanted().tree(), live.tree())) {
            List<Manager> owners = Owners.of(live, difference.path());
            List<Manager> others = owners.isEmpty() && difference.before() == null ? whoMayHaveRemoved(live) : owners;
            boolean isOthers = !others.isEmpty() && others.stream().noneMatch(this::isOurs);
            (isOthers ? drifted : pending).add(change(difference, others));
        }
        if (!drifted.isEmpty()) {
            return of(member, Drift.State.DRIFTED, drifted, "");
        }
        boolean letsGo = live.appliedBy(manager)
                .filter(entry -> OwnedFields.exceed(member.wanted().tree(), entry.fields()))
                .isPresent();
        return of(
                member,
                pending.isEmpty() && !letsGo ? Drift.State.IN_SYNC : Drift.State.NOT_APPLIED,
                pending,
                letsGo ? "it has fields that the program no longer says" : "");
    }

    private boolean isOurs(Manager other) {
        return other.isApply() && other.name().equals(manager);
    }

    /** Nobody owns what is gone: whoever changed the object since it was applied comes into question, but for the controllers. */
    private List<Manager> whoMayHaveRemoved(Live live) {
        String applied = live.appliedBy(manager).map(Manager::time).orElse("");
        return live.managers().stream()
                .filter(other -> !isOurs(other)
                        && other.tree().text("subresource").isEmpty()
                        && !other.name().startsWith("kube-")
                        && other.time().compareTo(applied) > 0)
                .toList();
    }

    private static FieldChange change(Difference difference, List<Manager> owners) {
        return new FieldChange(
                difference.pointer(),
                Optional.ofNullable(difference.after()).map(JsonTrees::write),
                Optional.ofNullable(difference.before()).map(JsonTrees::write),
                owners.isEmpty()
                        ? Optional.empty()
                        : Optional.of(owners.stream()
                                .map(owner -> owner.name() + (owner.time().isEmpty() ? "" : " at " + owner.time()))
                                .collect(Collectors.joining(", "))));
    }

    private static DriftedObject of(Member member, Drift.State state, List<FieldChange> fields, String message) {
        return new DriftedObject(member.key(), state, fields, message);
    }
}
