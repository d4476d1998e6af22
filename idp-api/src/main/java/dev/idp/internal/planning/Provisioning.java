package dev.idp.internal.planning;

import dev.idp.Dependency;
import dev.idp.Environment;
import dev.idp.Flaw;
import dev.idp.Names;
import dev.idp.Platform;
import dev.idp.Provided;
import dev.idp.Resource;
import dev.idp.SecretText;
import dev.idp.Segment;
import dev.idp.Service;
import dev.idp.Setting;
import dev.idp.Settings;
import dev.idp.Startable;
import dev.idp.Text;
import dev.idp.TextForm;
import dev.idp.TextPart;
import dev.idp.explain.Claim;
import dev.idp.explain.Decision;
import dev.idp.explain.Layer;
import dev.idp.explain.Origin;
import dev.idp.explain.Source;
import dev.idp.internal.text.Closest;
import dev.idp.plan.Problem;
import dev.idp.plan.ResourcePlan;
import dev.idp.spi.MadeSecret;
import dev.idp.spi.Provision;
import dev.idp.spi.Provisioner;
import dev.idp.spi.Volume;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds the resources that services need in one environment, and what supplies each. */
final class Provisioning {

    private static final int LONGEST_CHAIN = 32;

    private static final Comparator<Provided> NARROWEST_FIRST = Comparator.<Provided>comparingInt(
                    provided -> -provided.match().strength())
            .thenComparingInt(provided -> -distance(provided.type()));

    private final Platform platform;
    private final Environment environment;
    private final Problems problems;
    private int rounds;
    private final Map<String, Needed> needed = new TreeMap<>();
    private final Map<String, Provision> supplied = new TreeMap<>();
    private final Map<String, Source> suppliers = new TreeMap<>();
    private final Map<String, SortedSet<String>> users = new TreeMap<>();
    private final List<ResourcePlan> plans = new ArrayList<>();
    private final Additions additions;

    Provisioning(Platform platform, Environment environment, Problems problems) {
        this.platform = platform;
        this.environment = environment;
        this.problems = problems;
        this.additions = new Additions(environment.name(), problems);
    }

    /** A service that a provisioner adds. */
    record Added(Service service, Source by) {}

    private record Needed(Resource resource, String user, Decision<?> by, int depth) {}

    /** Returns the services that provisioners add for what these services need and nobody needed before. */
    List<Added> supply(Collection<Decided> services) {
        rounds++;
        services.stream().sorted((a, b) -> a.name().compareTo(b.name())).forEach(this::collect);
        List<Added> added = new ArrayList<>();
        for (Needed need = next(); need != null; need = next()) {
            Provision provision = provision(need);
            supplied.put(need.resource().name(), provision);
            for (Service service : provision.services()) {
                added.add(new Added(service, Objects.requireNonNull(supplier(need.resource()))));
            }
            for (TextPart output : provision.outputs().values()) {
                need(output, need.user(), need.by(), need.depth() + 1);
            }
        }
        return added;
    }

    /** The provisioner of a resource, at the line that chose it, or else at the one that needed the resource. */
    @Nullable
    Source supplier(Resource resource) {
        return suppliers.get(resource.name());
    }

    private @Nullable Needed next() {
        return needed.values().stream()
                .filter(need -> !supplied.containsKey(need.resource().name()))
                .findFirst()
                .orElse(null);
    }

    /** What is said of one resource must not go unheard since its name is mistyped. */
    void checkNamed() {
        for (Provided provided : environment.provided()) {
            String name = provided.match().name().orElse("");
            if (!name.isEmpty() && !needed.containsKey(name)) {
                problems.add(Problem.of(
                                "environment " + environment.name(),
                                environment.name(),
                                "nothing here needs a " + provided.type().getSimpleName() + " named '" + name + "'")
                        .cite("provided", provided.origin())
                        .fix(Closest.to(name, needed.keySet())
                                .map(closest -> "did you mean '" + closest + "'?")
                                .orElse("remove it")));
            }
        }
    }

    boolean isNeeded(String name) {
        return needed.containsKey(name);
    }

    boolean isSupplied(Resource resource) {
        return suppliers.containsKey(resource.name());
    }

    Optional<TextPart> output(Resource resource, String output) {
        return Optional.ofNullable(supplied.get(resource.name()))
                .map(provision -> provision.outputs().get(output));
    }

    /** Everything that using a resource means to call. */
    List<TextPart> outputs(Resource resource) {
        return Optional.ofNullable(supplied.get(resource.name()))
                .map(provision -> List.copyOf(provision.outputs().values()))
                .orElse(List.of());
    }

    /** The services that were added for a resource, and for what it needs itself. */
    Set<String> services(Resource resource) {
        return services(resource, new TreeSet<>(), new HashSet<>());
    }

    private Set<String> services(Resource resource, Set<String> found, Set<String> visited) {
        Provision provision = supplied.get(resource.name());
        if (provision != null && visited.add(resource.name())) {
            provision.services().forEach(service -> found.add(service.name()));
            for (TextPart output : provision.outputs().values()) {
                for (Segment segment : output.segments()) {
                    if (segment instanceof Segment.OfResource of) {
                        services(of.resource(), found, visited);
                    }
                }
            }
        }
        return found;
    }

    List<ResourcePlan> plans() {
        return plans.stream()
                .map(plan -> plan.usedBy(List.copyOf(users.getOrDefault(plan.name(), new TreeSet<>()))))
                .toList();
    }

    private void collect(Decided workload) {
        for (Setting<?> setting : workload.decisions().settings()) {
            collect(workload, setting);
        }
        for (Decision<Dependency> use : workload.entries(Settings.USES).values()) {
            if (use.get() instanceof Resource resource) {
                need(resource, workload.name(), use, rounds);
            }
        }
        for (Decision<Startable> first : workload.entries(Settings.STARTS_AFTER).values()) {
            if (first.get() instanceof Resource resource) {
                need(resource, workload.name(), first, rounds);
            }
        }
    }

    private <T> void collect(Decided workload, Setting<T> setting) {
        TextForm<T> texts = setting.texts().orElse(null);
        if (texts != null) {
            for (Decision<T> said : workload.entries(setting).values()) {
                texts.resolve(said.get(), new Collector(workload.name(), said));
            }
        }
    }

    /** Changes no text, and finds the resources in all. */
    private final class Collector implements TextForm.Resolver {

        private final String user;
        private final Decision<?> said;

        Collector(String user, Decision<?> said) {
            this.user = user;
            this.said = said;
        }

        @Override
        public Text resolve(Text text) {
            need(text, user, said, rounds);
            return text;
        }

        @Override
        public SecretText resolve(SecretText text) {
            need(text, user, said, rounds);
            return text;
        }
    }

    private void need(TextPart text, String user, Decision<?> by, int depth) {
        for (Segment segment : text.segments()) {
            if (segment instanceof Segment.OfResource of) {
                need(of.resource(), user, by, depth);
            }
        }
    }

    private void need(Resource resource, String user, Decision<?> by, int depth) {
        users.computeIfAbsent(resource.name(), name -> new TreeSet<>()).add(user);
        Needed first = needed.putIfAbsent(resource.name(), new Needed(resource, user, by, depth));
        if (first != null && !first.resource().equals(resource)) {
            problems.add(Problem.of(
                            resource.name(),
                            environment.name(),
                            "two resources that differ have the name '" + resource.name() + "'")
                    .cite(first.user(), first.by().source())
                    .cite(user, by.source())
                    .fix("rename one of them, or declare the same thing"));
        } else if (first == null) {
            Names.flawOfLabel(resource.name(), "a resource")
                    .ifPresent(flaw -> problems.add(Problem.of(resource.name(), "", flaw.message())
                            .cite("needed", by.source())
                            .fix(flaw.fix())));
        }
    }

    private Provision provision(Needed need) {
        Resource resource = need.resource();
        if (need.depth() > LONGEST_CHAIN) {
            problems.add(Problem.of(
                            resource.name(),
                            environment.name(),
                            "the provisioners of resources need each other without end")
                    .cite("needed", need.by().source())
                    .fix("let one of them supply something that needs no further resource"));
            return nothing();
        }
        Optional<Flaw> flaw = resource.flaw();
        if (flaw.isPresent()) {
            problems.add(Problem.of(resource.name(), "", flaw.get().message())
                    .cite("needed", need.by().source())
                    .fix(flaw.get().fix()));
            return nothing();
        }
        List<Claim<Provisioner<?>>> candidates = candidates(resource);
        if (candidates.isEmpty()) {
            problems.add(
                    Problem.of(resource.name(), environment.name(), "nothing supplies a " + resource.type() + " here")
                            .cite("needed", need.by().source())
                            .fix("add provides(" + resource.type() + ".class, ...) to environment " + environment.name()
                                    + " or to the platform"));
            return nothing();
        }
        Claim<Provisioner<?>> chosen = candidates.get(0);
        Provisioner<?> provisioner = value(chosen);
        List<Claim<String>> byId = candidates.stream()
                .map(candidate ->
                        new Claim<>(candidate.source(), value(candidate).id()))
                .toList();
        Decision<String> decision = Decision.of("resources/" + resource.name() + "/provisioner", byId);
        try {
            Optional<Flaw> refusal = refusal(provisioner, resource);
            if (refusal.isPresent()) {
                problems.add(Problem.of(
                                resource.name(),
                                environment.name(),
                                refusal.get().message())
                        .cite("needed", need.by().source())
                        .cite("provided", chosen.source())
                        .fix(refusal.get().fix()));
                return nothing();
            }
            @Nullable Provision provision = run(provisioner, resource);
            if (provision == null) {
                problems.add(Problem.of(
                                resource.name(),
                                environment.name(),
                                "provisioner " + provisioner.id() + " failed: it returned null instead of a provision")
                        .cite("provided", chosen.source())
                        .fix("mend the provisioner"));
                return nothing();
            }
            Origin line = chosen.source().origin();
            Source supplier = new Source(
                    chosen.source().layer(),
                    "provisioner " + provisioner.id(),
                    line.isKnown() ? line : need.by().source().origin(),
                    "supplies " + resource.type() + " " + resource.name());
            suppliers.put(resource.name(), supplier);
            additions.check(provision, resource.name(), supplier);
            plans.add(new ResourcePlan(
                    resource.name(),
                    resource.type(),
                    resource.resourceClass(),
                    decision,
                    List.of(),
                    resource.sharedBecause().orElse(""),
                    provision.services().stream().map(Service::name).sorted().toList(),
                    provision.volumes().stream()
                            .sorted(Comparator.comparing(Volume::name))
                            .toList(),
                    provision.secrets().stream()
                            .sorted(Comparator.comparing(MadeSecret::name))
                            .toList(),
                    provision.extensions()));
            return provision;
        } catch (RuntimeException | AssertionError | StackOverflowError | LinkageError thrown) {
            problems.add(Problem.of(
                            resource.name(),
                            environment.name(),
                            "provisioner " + provisioner.id() + " failed: " + thrown)
                    .cite("thrown", Origin.of(thrown))
                    .cite("provided", chosen.source())
                    .fix("mend the provisioner"));
            return nothing();
        }
    }

    private static Provision nothing() {
        return Provision.builder().build();
    }

    private static Provisioner<?> value(Claim<Provisioner<?>> claim) {
        return Objects.requireNonNull(claim.value());
    }

    @SuppressWarnings("unchecked") // As in "run".
    private <R extends Resource> Optional<Flaw> refusal(Provisioner<?> provisioner, Resource resource) {
        return ((Provisioner<R>) provisioner).flaw((R) resource, environment);
    }

    @SuppressWarnings("unchecked") // "provides" ties the type of the resource to that of its provisioner.
    private <R extends Resource> @Nullable Provision run(Provisioner<?> provisioner, Resource resource) {
        return ((Provisioner<R>) provisioner).provision((R) resource, environment);
    }

    /** What the environment says first, then what the platform says, then the type's own default. */
    private List<Claim<Provisioner<?>>> candidates(Resource resource) {
        List<Claim<Provisioner<?>>> candidates = new ArrayList<>();
        addMatching(
                environment.provided(), resource, Layer.ENVIRONMENT, "environment " + environment.name(), candidates);
        addMatching(platform.provided(), resource, Layer.PLATFORM, "platform " + platform.name(), candidates);
        resource.defaultProvisioner()
                .ifPresent(provisioner -> candidates.add(new Claim<>(
                        new Source(
                                Layer.LIBRARY,
                                "default of " + resource.type(),
                                Origin.UNKNOWN,
                                "no environment says what supplies it"),
                        provisioner)));
        return candidates;
    }

    /** The match that says most comes first; of two that say as much, the one for the narrower type. */
    private void addMatching(
            List<Provided> provided,
            Resource resource,
            Layer layer,
            String speaker,
            List<Claim<Provisioner<?>>> candidates) {
        List<Provided> matching = provided.stream()
                .filter(candidate -> candidate.type().isInstance(resource)
                        && candidate.match().fits(resource, environment))
                .sorted(NARROWEST_FIRST)
                .toList();
        if (candidates.isEmpty() && matching.size() > 1 && isTie(matching.get(0), matching.get(1))) {
            problems.add(Problem.of(
                            resource.name(),
                            environment.name(),
                            "it is supplied twice, by "
                                    + matching.get(0).provisioner().id() + " and by "
                                    + matching.get(1).provisioner().id())
                    .cite("first", matching.get(0).origin())
                    .cite("second", matching.get(1).origin())
                    .fix("remove one, or say for which resource each is: provides(" + resource.type() + ".class, \""
                            + resource.name() + "\", ...)"));
        }
        matching.forEach(candidate -> candidates.add(new Claim<>(
                new Source(layer, speaker, candidate.origin(), candidate.match().toString()),
                candidate.provisioner())));
    }

    private static boolean isTie(Provided first, Provided second) {
        return NARROWEST_FIRST.compare(first, second) == 0;
    }

    private static int distance(Class<?> type) {
        int subtypes = 0;
        for (Class<?> parent = type; parent != null; parent = parent.getSuperclass()) {
            subtypes++;
        }
        return type.isInterface() ? 0 : subtypes;
    }
}
