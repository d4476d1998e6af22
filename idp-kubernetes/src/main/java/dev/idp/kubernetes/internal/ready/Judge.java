package dev.idp.kubernetes.internal.ready;

import dev.idp.kubernetes.apply.Readiness.State;
import dev.idp.kubernetes.apply.Readiness.Status;
import dev.idp.kubernetes.internal.tree.Tree;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Judges objects as a cluster returned them. */
public final class Judge {

    /** As kstatus does. */
    public static final Judge KSTATUS = new Judge(Set.of(), Map.of());

    private final Set<Part> parts;
    private final Map<GroupKind, Rule> own;

    private Judge(Set<Part> parts, Map<GroupKind, Rule> own) {
        this.parts = parts;
        this.own = own;
    }

    /**
     * Returns a judge that differs from kstatus in one more part.
     *
     * @param part the part
     * @return the judge
     */
    public Judge with(Part part) {
        Set<Part> more = EnumSet.of(part);
        more.addAll(parts);
        return new Judge(more, own);
    }

    /**
     * Returns a judge that has one more rule for a kind.
     *
     * @param kind the kind
     * @param rule judges its objects alone, unless they are being deleted
     * @return the judge
     */
    public Judge with(GroupKind kind, Rule rule) {
        Map<GroupKind, Rule> more = new HashMap<>(own);
        more.put(kind, rule);
        return new Judge(parts, more);
    }

    /**
     * Judges an object.
     *
     * @param object the object, as a cluster returned it
     * @param now the present time
     * @return how far it is
     */
    public Status judge(Tree object, Instant now) {
        Subject subject = Subject.of(object, Objects.requireNonNull(now, "the present time is null"), parts);
        if (!subject.object().at("metadata", "deletionTimestamp").text("").isEmpty()) {
            return new Status(State.TERMINATING, "Terminating", "it is being deleted");
        }
        GroupKind kind = GroupKind.of(subject.object());
        Rule rule = own.get(kind);
        return rule == null
                ? GenericRules.first(subject).orElseGet(() -> KindRules.of(kind).of(subject))
                : rule.of(subject);
    }
}
