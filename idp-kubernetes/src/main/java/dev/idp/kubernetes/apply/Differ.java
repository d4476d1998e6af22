package dev.idp.kubernetes.apply;

import dev.idp.kubernetes.internal.apply.ApplySetLabels;
import dev.idp.kubernetes.internal.apply.Because;
import dev.idp.kubernetes.internal.apply.ClientSideApply;
import dev.idp.kubernetes.internal.apply.Difference;
import dev.idp.kubernetes.internal.apply.Owners;
import dev.idp.kubernetes.internal.cluster.Answer;
import dev.idp.kubernetes.internal.cluster.Api;
import dev.idp.kubernetes.internal.cluster.Live;
import dev.idp.kubernetes.internal.cluster.Manager;
import dev.idp.kubernetes.internal.cluster.Refusal;
import dev.idp.kubernetes.internal.cluster.ResourceType;
import dev.idp.kubernetes.internal.tree.JsonTrees;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says what applying would do, by dry runs of what may change: the server's own defaults, and what others set, are in what is
 * there and in what would be, and so in no difference.
 */
final class Differ {

    private final Api api;
    private final Survey survey;
    private final ApplyOptions options;
    private final String manager;
    private final Because because;
    private final ObjectApplier applier;

    /** Namespaces that the set makes, and of which it has objects. */
    private final Set<String> madeFirst;

    Differ(Api api, Survey survey, ApplyOptions options, ApplySet set, String manager) {
        this.api = api;
        this.survey = survey;
        this.options = options;
        this.manager = manager;
        this.because = set.because();
        this.applier = new ObjectApplier(api, manager, set.id(), options);
        this.madeFirst = survey.members().stream()
                .filter(member -> member.type().equals(ResourceType.NAMESPACE))
                .filter(member -> present(member).isEmpty())
                .map(member -> member.key().name())
                .filter(survey.namespaces()::contains)
                .collect(Collectors.toSet());
    }

    /** What is on the way out is as good as gone. */
    private Optional<Live> present(Member member) {
        return survey.live(member.key()).filter(live -> !live.isTerminating());
    }

    List<Change> changes(Workers workers) {
        List<Change> changes = new ArrayList<>(workers.all(survey.members().stream()
                .<Callable<Change>>map(member -> () -> change(member))
                .toList()));
        survey.unknown()
                .forEach((key, why) -> changes.add(
                        new Change(key, Action.REFUSED, why, List.of(), List.of(), Fingerprints.nothing())));
        new Pruning(api, survey, options, manager, Approval.ofAll())
                .candidates()
                .forEach(candidate -> changes.add(new Change(
                        candidate.orphan().key(),
                        Action.PRUNE,
                        candidate.kept(),
                        List.of(),
                        List.of(),
                        Fingerprints.of(candidate.orphan().live()))));
        return changes;
    }

    private Change change(Member member) {
        if (survey.live(member.key()).isEmpty() && survey.inventory().isDoneJob(member.key())) {
            return of(member, Action.UNCHANGED, Inventory.DONE_AND_REMOVED, null, List.of(), List.of());
        }
        Optional<Live> there = present(member);
        if (there.isEmpty()) {
            return create(member);
        }
        Live known = there.get();
        boolean isMember = survey.isMember(known);
        if (isMember && member.isProvenBy(known, manager)) {
            return of(member, Action.UNCHANGED, "", known, List.of(), List.of());
        }
        String refused = applier.refusedAdoption(known);
        if (!refused.isEmpty()) {
            return of(member, Action.REFUSED, refused, known, List.of(), List.of());
        }
        Live live = isMember || !member.wanted().madeUp().isEmpty() ? known : whole(member, known);
        return update(member, known, live, isMember);
    }

    private Live whole(Member member, Live known) {
        return api.get(member.type(), member.key().namespace(), member.key().name(), false)
                .orElse(known);
    }

    private Change create(Member member) {
        Answer answer =
                api.send(applier.request(member, "&dryRun=All", member.wanted().tree()));
        if (answer.isSuccess()) {
            boolean isFirst = member.type().equals(ResourceType.NAMESPACE)
                    && madeFirst.contains(member.key().name());
            String reason = isFirst ? "what goes into it cannot be tried before it is there" : "";
            return of(member, Action.CREATE, reason, null, List.of(), List.of());
        }
        Refusal refusal = answer.refusal();
        // What the set itself makes first cannot be there in a dry run: the namespace, the kind.
        boolean isEarly = refusal.isNotFound() || refusal.isOfTerminatingNamespace();
        if (!isEarly) {
            return of(member, Action.REFUSED, Refusals.text(member.key(), refusal), null, List.of(), List.of());
        }
        // The namespace says it for all that goes into it.
        String reason = madeFirst.contains(member.key().namespace()) ? "" : "not tried: " + refusal.summary();
        return of(member, Action.CREATE, reason, null, List.of(), List.of());
    }

    private Change update(Member member, Live known, Live live, boolean isMember) {
        boolean fromClient = ClientSideApply.applied(live);
        Answer answer =
                api.send(applier.request(member, "&dryRun=All", member.wanted().tree()));
        List<Conflict> conflicts = List.of();
        if (!answer.isSuccess() && answer.refusal().isFieldConflict()) {
            conflicts = Refusals.conflicts(answer.refusal()).stream()
                    .filter(conflict -> !(fromClient && conflict.manager().equals(ClientSideApply.MANAGER))
                            && !options.mayTakeOver(member.key(), conflict.field()))
                    .toList();
            answer = api.send(applier.request(
                    member, "&dryRun=All&force=true", member.wanted().tree()));
        }
        if (!answer.isSuccess()) {
            return refused(member, known, live, answer.refusal());
        }
        List<Difference> differences = member.wanted().madeUp().isEmpty()
                ? Difference.between(
                        live.tree(),
                        Api.live(member.type(), answer).tree(),
                        member.wanted().tree())
                : List.of();
        List<FieldChange> fields = new ArrayList<>();
        differences.forEach(difference -> fields.add(field(member.key(), difference)));
        if (fromClient) {
            fields.addAll(letGo(member, live));
        }
        if (!conflicts.isEmpty()) {
            return of(member, Action.CONFLICT, "others set what it shall set", known, fields, conflicts);
        }
        if (!isMember) {
            String from = fromClient ? "applied by kubectl from the client's side so far" : owners(live);
            return of(member, Action.ADOPT, from, known, fields, List.of());
        }
        return of(member, fields.isEmpty() ? Action.UNCHANGED : Action.UPDATE, "", known, fields, List.of());
    }

    private static String owners(Live live) {
        String owner = live.label(ApplySetLabels.PART_OF);
        return owner.isEmpty()
                ? "it is there already"
                        + live.managers().stream()
                                .findFirst()
                                .map(first -> ", set by " + first.name())
                                .orElse("")
                : "it belongs to the set " + owner;
    }

    /** What only {@code kubectl apply} set, and is not wanted: it goes with its owner, which a dry run does not show. */
    private List<FieldChange> letGo(Member member, Live live) {
        return Difference.missing(live.tree(), member.wanted().tree()).stream()
                .filter(difference -> {
                    List<Manager> owners = Owners.of(live, difference.path());
                    return difference.before() == null
                            && owners.size() == 1
                            && ClientSideApply.entry(live)
                                    .filter(owners.get(0)::equals)
                                    .isPresent();
                })
                .map(difference -> field(
                        member.key(),
                        new Difference(difference.pointer(), difference.path(), difference.after(), null)))
                .toList();
    }

    private Change refused(Member member, Live known, Live live, Refusal refusal) {
        if (applier.isReplacementNeeded(member, refusal)) {
            String allowed =
                    options.mayReplace(member.key()) ? "" : "; allow it by replacing(\"" + member.key() + "\")";
            List<FieldChange> fields = Difference.missing(member.wanted().tree(), live.tree()).stream()
                    .map(difference -> field(member.key(), difference))
                    .toList();
            return of(member, Action.REPLACE, refusal.summary() + allowed, known, fields, List.of());
        }
        return of(member, Action.REFUSED, Refusals.text(member.key(), refusal), known, List.of(), List.of());
    }

    private FieldChange field(ObjectKey key, Difference difference) {
        return new FieldChange(
                difference.pointer(),
                Optional.ofNullable(difference.before()).map(JsonTrees::write),
                Optional.ofNullable(difference.after()).map(JsonTrees::write),
                because.of(key, difference.pointer()));
    }

    private static Change of(
            Member member,
            Action action,
            String reason,
            @Nullable Live live,
            List<FieldChange> fields,
            List<Conflict> conflicts) {
        return new Change(member.key(), action, reason, fields, conflicts, Fingerprints.of(member.wanted(), live));
    }
}
