package dev.idp.internal.planning;

import dev.idp.Environment;
import dev.idp.Flaw;
import dev.idp.GoldenPath;
import dev.idp.Ground;
import dev.idp.Platform;
import dev.idp.Requirement;
import dev.idp.Setting;
import dev.idp.Setting.Merge;
import dev.idp.Settings;
import dev.idp.Workload;
import dev.idp.WorkloadKind;
import dev.idp.explain.Claim;
import dev.idp.explain.Decision;
import dev.idp.explain.Demand;
import dev.idp.explain.Origin;
import dev.idp.explain.Source;
import dev.idp.internal.planning.Composition.Member;
import dev.idp.internal.planning.Layers.Bounded;
import dev.idp.internal.planning.Layers.Mandated;
import dev.idp.internal.planning.PavedPaths.Paved;
import dev.idp.internal.planning.PavedPaths.Stretch;
import dev.idp.plan.Decisions;
import dev.idp.plan.Problem;
import dev.idp.plan.WorkloadPlan;
import dev.idp.spi.Extension;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lays the layers of one environment over each other: decides every value of a workload and holds it to the mandates. */
final class WorkloadDecider {

    private final Platform platform;
    private final Environment environment;
    private final Problems problems;
    private final Released released;
    private final PavedPaths paths;
    private final Flaws flaws;
    private final Map<WorkloadKind, Paved> withoutPath = new EnumMap<>(WorkloadKind.class);
    private final IdentityHashMap<Paved, Layers> layers = new IdentityHashMap<>();

    WorkloadDecider(Platform platform, Environment environment, Flaws flaws, Problems problems) {
        this.platform = platform;
        this.environment = environment;
        this.problems = problems;
        this.flaws = flaws;
        this.released = new Released(environment, problems);
        this.paths = new PavedPaths(environment, problems);
        for (WorkloadKind kind : WorkloadKind.values()) {
            withoutPath.put(kind, new Paved(List.of(), true, false));
        }
    }

    /**
     * Decides every value of a workload.
     *
     * @param member what was declared, and by whom
     * @param inherited what it gets from whoever brought it, weaker than everything else
     */
    Decided decide(Member member, Map<Topic, Claim<?>> inherited) {
        Workload workload = member.workload();
        Optional<GoldenPath> path = workload.paths().stream().findFirst().map(Decided::value);
        Paved paved = path.map(on -> paths.pave(on, workload.name()))
                .orElseGet(() -> Objects.requireNonNull(withoutPath.get(workload.kind())));
        Layers others = layers.computeIfAbsent(paved, key -> layers(key, workload.kind()));
        return new OneWorkload(member, others, inherited).decide(!paved.failed());
    }

    private Layers layers(Paved paved, WorkloadKind kind) {
        paved.stretches().forEach(stretch -> checkPath(stretch, kind));
        return Layers.of(platform, environment, paved, kind, flaws);
    }

    /** What an environment says of all workloads may pass over some; what a path says of its own may not. */
    private void checkPath(Stretch stretch, WorkloadKind kind) {
        checkGround(stretch.ground(), kind, stretch.speaker());
    }

    private void checkGround(Ground ground, WorkloadKind kind, String speaker) {
        ground.defaults().forEach(said -> checkKind(said.setting(), kind, speaker, said.origin()));
        ground.mandates()
                .forEach(said -> checkKind(
                        said.statement().setting(),
                        kind,
                        speaker,
                        said.statement().origin()));
        ground.requirements().forEach(said -> checkKind(said.setting(), kind, speaker, said.origin()));
    }

    private void checkKind(Setting<?> setting, WorkloadKind kind, String speaker, Origin origin) {
        flawOfKind(setting, kind)
                .ifPresent(flaw -> problems.add(Problem.of(speaker, environment.name(), flaw.message())
                        .cite("said", origin)
                        .fix(flaw.fix())));
    }

    private static Optional<Flaw> flawOfKind(Setting<?> setting, WorkloadKind kind) {
        return setting.isFor(kind)
                ? Optional.empty()
                : Optional.of(new Flaw(setting + " cannot be said of " + kind, "remove the line"));
    }

    /** An element can be added to a mandated one; only taking that away is against it. */
    private static boolean opposes(Topic topic, Claim<?> claim, Claim<?> mandate) {
        return topic.setting().merge() == Merge.APPEND
                ? (claim.value() == null) != (mandate.value() == null)
                : !Layers.agree(mandate, claim);
    }

    /** The decisions about one workload, as they are made. */
    private final class OneWorkload {

        private final Workload workload;
        private final Source declared;
        private final Layers others;
        private final Map<Topic, Claim<?>> inherited;
        private final Map<Topic, List<Claim<?>>> own = new LinkedHashMap<>();
        private final Set<Topic> spoken;
        private final Decisions.Builder decisions;
        private final Set<String> waivers = new HashSet<>();
        private final Map<String, Set<String>> waived = new LinkedHashMap<>();
        private final Map<Setting<?>, List<Demand>> kept = new LinkedHashMap<>();

        OneWorkload(Member member, Layers others, Map<Topic, Claim<?>> inherited) {
            this.workload = member.workload();
            this.declared = member.declared();
            this.others = others;
            this.inherited = inherited;
            collectOwn(member.claims());
            this.spoken = new LinkedHashSet<>(own.keySet());
            this.spoken.addAll(inherited.keySet());
            this.decisions = others.settled().start(WorkloadPlan.path(workload.kind(), workload.name()), spoken);
        }

        Decided decide(boolean sound) {
            Set<Topic> topics = new LinkedHashSet<>(spoken);
            topics.addAll(others.settled().open(spoken));
            // What is waived must be known before anything is held against a mandate.
            List<Topic> waiving = new ArrayList<>();
            topics.removeIf(topic -> topic.isWaiver() && waiving.add(topic));
            waiving.forEach(this::decide);
            waiving.forEach(topic -> waivers.add(topic.entry()));
            topics.forEach(this::decide);
            Decided decided = new Decided(workload, declared, decisions.build(Settings.all()), sound);
            others.bounds().forEach(bound -> hold(decided, bound));
            kept.forEach(this::holdTo);
            waiveForExtensions();
            if (waived.isEmpty() && kept.isEmpty()) {
                return decided;
            }
            waived.forEach((id, what) -> decisions.put(
                    Settings.WAIVED,
                    id,
                    Decision.of(
                            decisions.path(Settings.WAIVED, id),
                            String.join(", ", what),
                            decided.decisions().decision(Settings.WAIVER, id).source())));
            return new Decided(workload, declared, decisions.build(Settings.all()), sound);
        }

        private <T> void holdTo(Setting<T> setting, List<Demand> bounds) {
            Decision<T> decision = decisions.decision(setting, "");
            List<Demand> demands = new ArrayList<>(decision.demands());
            demands.addAll(bounds);
            decisions.put(setting, "", decision.heldTo(demands));
        }

        /**
         * What extensions do is seen when a backend runs them. Until then, a waiver of a mandate that holds counts as needed
         * where there is an edit that could break it.
         */
        private void waiveForExtensions() {
            if (waivers.isEmpty()) {
                return;
            }
            Decisions soFar = decisions.build(Settings.all());
            Set<Object> edits = new HashSet<>();
            soFar.entries(Settings.EXTENSION).values().stream()
                    .filter(extension -> extension.get().isEdit())
                    .forEach(edits::add);
            Stream.of(environment.statements(), platform.statements())
                    .flatMap(List::stream)
                    .filter(said -> said.value() instanceof Extension extension && extension.isEdit())
                    .forEach(edits::add);
            for (Setting<?> setting : soFar.settings()) {
                soFar.entries(setting).forEach((entry, decision) -> {
                    // A mandated edit does not break what it says itself.
                    if (edits.stream().anyMatch(edit -> !edit.equals(decision))) {
                        decision.demands().stream()
                                .map(Demand::id)
                                .filter(this::isWaived)
                                .forEach(id -> waive(id, new Topic(setting, entry).toString()));
                    }
                });
            }
        }

        private void collectOwn(List<OwnClaim> claims) {
            for (OwnClaim said : claims) {
                if (said.scope().holdsIn(environment.name(), environment.tier())) {
                    collect(said);
                }
            }
            Topic image = new Topic(Settings.IMAGE, "");
            List<Claim<?>> weaker = new ArrayList<>(others.defaults().getOrDefault(image, List.of()));
            Optional.ofNullable(inherited.get(image)).ifPresent(weaker::add);
            released.claim(workload.name(), own.getOrDefault(image, List.of()), weaker)
                    .ifPresent(released -> own.put(image, released));
        }

        private void collect(OwnClaim said) {
            Setting<?> setting = said.topic().setting();
            Optional<Flaw> flaw = flawOfKind(setting, workload.kind());
            if (flaw.isPresent()) {
                report(flaw.get(), setting.id(), said.claim().source());
            } else {
                own.computeIfAbsent(said.topic(), topic -> new ArrayList<>(2)).add(said.claim());
            }
        }

        private void decide(Topic topic) {
            List<Claim<?>> said = own.getOrDefault(topic, List.of());
            List<Claim<?>> binding = new ArrayList<>();
            List<Claim<?>> lifted = new ArrayList<>();
            List<Demand> demands = new ArrayList<>();
            for (Mandated mandate : others.mandates().getOrDefault(topic, List.of())) {
                boolean lifts = isWaived(mandate.id())
                        && said.stream().anyMatch(claim -> opposes(topic, claim, mandate.claim()));
                (lifts ? lifted : binding).add(mandate.claim());
                if (lifts) {
                    waive(mandate.id(), topic.toString());
                } else {
                    demands.add(new Demand(mandate.id(), mandate.claim().source()));
                }
            }
            checkAgreement(topic, binding, said);
            if (said.isEmpty() && binding.isEmpty() && topic.setting().merge() != Merge.APPEND) {
                putDefault(topic);
                return;
            }
            List<Claim<?>> claims = new ArrayList<>(said);
            claims.addAll(lifted);
            claims.addAll(others.defaults().getOrDefault(topic, List.of()));
            Optional.ofNullable(inherited.get(topic)).ifPresent(claims::add);
            if (topic.setting().merge() == Merge.APPEND) {
                append(topic, binding, demands, claims);
            } else {
                binding.addAll(claims);
                put(topic, topic.entry(), binding, demands);
            }
        }

        /** The usual case, without any list of its own: nobody but weaker layers says anything. */
        private void putDefault(Topic topic) {
            List<Claim<?>> claims = others.defaults().getOrDefault(topic, List.of());
            Claim<?> last = inherited.get(topic);
            if (last != null) {
                claims = new ArrayList<>(claims);
                claims.add(last);
            }
            put(topic, topic.entry(), claims, List.of());
        }

        private void checkAgreement(Topic topic, List<Claim<?>> mandates, List<Claim<?>> said) {
            boolean appended = topic.setting().merge() == Merge.APPEND;
            Optional<Claim<?>> binding = mandates.stream()
                    .filter(mandate -> !appended || mandate.value() == null)
                    .findFirst();
            binding.ifPresent(mandate -> checkAgreement(topic, mandate, mandates, said));
        }

        private void checkAgreement(Topic topic, Claim<?> mandate, List<Claim<?>> mandates, List<Claim<?>> said) {
            mandates.stream()
                    .filter(other -> !Layers.agree(mandate, other))
                    .findFirst()
                    .ifPresent(other -> contradiction(topic, mandate, other, "let the two agree"));
            said.stream()
                    .filter(claim -> !Layers.agree(mandate, claim))
                    .findFirst()
                    .ifPresent(claim -> contradiction(
                            topic,
                            mandate,
                            claim,
                            "remove the line of the " + workload.kind().singular()));
        }

        private void contradiction(Topic topic, Claim<?> mandate, Claim<?> other, String fix) {
            problems.add(
                    problem(topic + " is mandated to be " + mandate.valueText() + " and cannot be " + other.valueText())
                            .cite("mandate", mandate.source())
                            .cite("against", other.source())
                            .fix(fix));
        }

        /**
         * Mandated elements first, then from the weakest layer to the strongest. Unsetting cuts off what is weaker; who did
         * it, and what was lost, is kept as a decision of its own.
         */
        private void append(Topic topic, List<Claim<?>> mandates, List<Demand> demands, List<Claim<?>> strongestFirst) {
            List<Claim<?>> said = new ArrayList<>();
            mandates.stream().filter(mandate -> mandate.value() == null).forEach(said::add);
            said.addAll(strongestFirst);
            int cut = 0;
            while (cut < said.size() && said.get(cut).value() != null) {
                cut++;
            }
            List<Claim<?>> kept = new ArrayList<>(said.subList(0, cut));
            mandates.stream().filter(mandate -> mandate.value() != null).forEach(kept::add);
            Collections.reverse(kept);
            for (int place = 0; place < kept.size(); place++) {
                Claim<?> claim = kept.get(place);
                put(
                        topic,
                        Decisions.place(place),
                        List.of(claim),
                        demands.stream()
                                .filter(demand -> demand.source().equals(claim.source()))
                                .toList());
            }
            if (cut < said.size()) {
                put(topic, topic.entry(), said.subList(cut, said.size()), List.of());
            }
        }

        @SuppressWarnings("unchecked") // The claims about a topic have the type of its setting.
        private <T> void put(Topic topic, String entry, List<Claim<?>> claims, List<Demand> demands) {
            Setting<T> setting = (Setting<T>) topic.setting();
            List<Claim<T>> typed = (List<Claim<T>>) (List<?>) claims;
            Decision<T> decision = decisions.decide(setting, entry, typed, demands);
            flaws.of(topic, setting, entry, typed).ifPresent(flaw -> report(flaw, setting.id(), decision.source()));
        }

        private boolean isWaived(String id) {
            return waivers.contains(id)
                    && decisions.decision(Settings.WAIVER, id).isPresent();
        }

        private void waive(String id, String what) {
            waived.computeIfAbsent(id, key -> new LinkedHashSet<>()).add(what);
        }

        private void hold(Decided decided, Bounded bounded) {
            hold(decided, bounded.requirement(), bounded.source());
        }

        private <T> void hold(Decided decided, Requirement<T> requirement, Source demanded) {
            Setting<T> setting = requirement.setting();
            if (setting.hasEntries()) {
                problems.add(problem(setting + " has entries, and a bound can hold for one value only")
                        .cite("mandate", demanded)
                        .fix("bound a setting with one value, or mandate an entry"));
                return;
            }
            boolean meaningless = setting.equals(Settings.REPLICAS) && decided.runsOnEveryNode();
            Decision<T> decision = decided.decision(setting);
            if (!decided.sound() || meaningless) {
                return;
            }
            if (holds(requirement, demanded, decision.value().orElse(null))) {
                kept.computeIfAbsent(setting, key -> new ArrayList<>(1)).add(new Demand(requirement.id(), demanded));
                return;
            }
            if (isWaived(requirement.id())) {
                waive(requirement.id(), setting.id());
                return;
            }
            Problem.Builder problem = problem(setting + " must be "
                            + requirement.bound().description() + ", "
                            + decision.value().map(value -> "not " + value).orElse("and is not set"))
                    .cite("mandate", demanded);
            decision.winner().ifPresent(winner -> problem.cite("against", winner.source()));
            problems.add(problem.fix("stay within the bound"));
        }

        private <T> boolean holds(Requirement<T> requirement, Source demanded, @Nullable T value) {
            try {
                return value != null && requirement.bound().test().test(value);
            } catch (RuntimeException thrown) {
                problems.add(problem("the bound of " + requirement.setting() + " failed: " + thrown)
                        .cite("thrown", Origin.of(thrown))
                        .cite("mandate", demanded)
                        .fix("mend the bound"));
                return true;
            }
        }

        private void report(Flaw flaw, String label, Source source) {
            problems.add(problem(flaw.message()).cite(label, source).fix(flaw.fix()));
        }

        private Problem.Builder problem(String message) {
            return Problem.of(workload.name(), environment.name(), message);
        }
    }
}
