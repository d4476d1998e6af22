package dev.idp;

import static dev.idp.plan.Effect.DATA_AT_RISK;
import static dev.idp.plan.Effect.DOWNTIME;
import static dev.idp.plan.Effect.EXPOSURE_WIDENED;
import static dev.idp.plan.Effect.PERMISSIONS_WIDENED;
import static dev.idp.plan.Effect.REPLACEMENT;
import static dev.idp.plan.Effect.RERUN;
import static dev.idp.plan.Effect.ROLLING_RESTART;
import static dev.idp.plan.Effect.SCALE_DOWN;

import dev.idp.plan.Effect;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What it does to what runs when settings change, those whose effect depends on their values. */
final class Effects {

    private Effects() {}

    static Set<Effect> ofKind(Optional<ServiceKind> before, Optional<ServiceKind> after) {
        return Set.of(REPLACEMENT);
    }

    /** How people reach a team is nothing that runs; who is in it may do what it may. */
    static Set<Effect> ofOwner(Optional<Team> before, Optional<Team> after) {
        Set<Effect> effects = EnumSet.noneOf(Effect.class);
        if (!before.map(Team::name).equals(after.map(Team::name))) {
            effects.add(ROLLING_RESTART);
        }
        List<String> groups = before.map(Team::groups).orElse(List.of());
        if (!groups.containsAll(after.map(Team::groups).orElse(List.of()))) {
            effects.add(PERMISSIONS_WIDENED);
        }
        return effects;
    }

    static Set<Effect> ofReplicas(Optional<Replicas> before, Optional<Replicas> after) {
        boolean isFewer = before.isPresent()
                && after.filter(now -> now.minimum() >= before.get().minimum()
                                && now.maximum() >= before.get().maximum())
                        .isEmpty();
        return isFewer ? Set.of(SCALE_DOWN) : Set.of();
    }

    /** Under which number others reach a port, the process does not know. */
    static Set<Effect> ofPort(Optional<Port> before, Optional<Port> after) {
        return before.map(Effects::listening).equals(after.map(Effects::listening))
                ? Set.of()
                : Set.of(ROLLING_RESTART);
    }

    private static List<Object> listening(Port port) {
        return List.of(port.name(), port.listening(), port.protocol() == Protocol.UDP);
    }

    /** What each copy keeps is part of what the copies are: nothing can be added to it in place. */
    static Set<Effect> ofStorage(Optional<Storage> before, Optional<Storage> after) {
        Set<Effect> effects = EnumSet.of(REPLACEMENT, DOWNTIME);
        if (before.isPresent()) {
            effects.add(DATA_AT_RISK);
        }
        return effects;
    }

    static Set<Effect> ofRoute(Optional<Route> before, Optional<Route> after) {
        Set<Effect> effects = EnumSet.noneOf(Effect.class);
        if (after.isPresent() && !before.equals(after)) {
            effects.add(EXPOSURE_WIDENED);
        }
        if (before.isPresent() && !before.map(Route::address).equals(after.map(Route::address))) {
            effects.add(DOWNTIME);
        }
        return effects;
    }

    /** A job that ran now and then runs once, at once. */
    static Set<Effect> ofSchedule(Optional<Schedule> before, Optional<Schedule> after) {
        return after.isPresent() ? Set.of() : Set.of(RERUN);
    }

    static Set<Effect> ofPermission(Optional<Permission> before, Optional<Permission> after) {
        boolean isWider = after.isPresent()
                && before.filter(old -> old.covers(after.get())).isEmpty();
        return isWider ? Set.of(PERMISSIONS_WIDENED) : Set.of();
    }

    static Set<Effect> ofRestriction(Optional<Restriction> before, Optional<Restriction> after) {
        boolean held = before.map(Restriction::holds).orElse(false);
        boolean holds = after.map(Restriction::holds).orElse(false);
        if (held == holds && before.isPresent() == after.isPresent()) {
            return Set.of();
        }
        return held && !holds ? Set.of(ROLLING_RESTART, PERMISSIONS_WIDENED) : Set.of(ROLLING_RESTART);
    }

    static Set<Effect> ofAccess(Optional<Access> before, Optional<Access> after) {
        Access old = before.orElse(Access.NONE);
        return after.orElse(Access.NONE).compareTo(old) > 0 ? Set.of(PERMISSIONS_WIDENED) : Set.of();
    }

    /** Whoever comes through another entry may be somebody else. */
    static Set<Effect> ofPublicEntry(Optional<PublicEntry> before, Optional<PublicEntry> after) {
        if (before.isEmpty()) {
            return Set.of();
        }
        boolean losesTls =
                before.get().hasTls() && !after.map(PublicEntry::hasTls).orElse(true);
        boolean isElsewhere =
                after.filter(now -> !where(now).equals(where(before.get()))).isPresent();
        return losesTls || isElsewhere ? Set.of(DOWNTIME, EXPOSURE_WIDENED) : Set.of(DOWNTIME);
    }

    private static List<Object> where(PublicEntry entry) {
        return List.of(entry.kind(), entry.space(), entry.name());
    }
}
