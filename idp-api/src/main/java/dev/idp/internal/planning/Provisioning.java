package dev.idp.internal.planning;

import dev.idp.Dependency;
import dev.idp.Environment;
import dev.idp.Names;
import dev.idp.Platform;
import dev.idp.Provided;
import dev.idp.Resource;
import dev.idp.Segment;
import dev.idp.Service;
import dev.idp.Settings;
import dev.idp.TextPart;
import dev.idp.explain.Claim;
import dev.idp.explain.Decision;
import dev.idp.explain.Layer;
import dev.idp.explain.Origin;
import dev.idp.explain.Source;
import dev.idp.plan.Problem;
import dev.idp.plan.ResourcePlan;
import dev.idp.spi.Provision;
import dev.idp.spi.Provisioner;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds the resources that services need in one environment, and what supplies each. */
final class Provisioning {

    private static final int LONGEST_CHAIN = 32;

    private final Platform platform;
    private final Environment environment;
    private final Problems problems;
    private int rounds;
    private final Map<String, Needed> needed = new TreeMap<>();
    private final Map<String, Provision> supplied = new TreeMap<>();
    private final Map<String, Source> suppliers = new TreeMap<>();
    private final List<ResourcePlan> plans = new ArrayList<>();

    Provisioning(Platform platform, Environment environment, Problems problems) {
        this.platform = platform;
        this.environment = environment;
        this.problems = problems;
    }

    /** A service that a provisioner adds. */
    record Added(Service service, Source by) {}

    private record Needed(Resource resource, String service, Decision<?> by, int depth) {}

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
                need(output, need.service(), need.by(), need.depth() + 1);
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
            if (!provided.name().isEmpty() && !needed.containsKey(provided.name())) {
                problems.add(Problem.of(
                                "environment " + environment.name(),
                                environment.name(),
                                "nothing here needs a " + provided.type().getSimpleName() + " named '" + provided.name()
                                        + "'")
                        .cite("provided", provided.origin())
                        .fix(Closest.to(provided.name(), needed.keySet())
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

    List<ResourcePlan> plans() {
        return plans;
    }

    private void collect(Decided service) {
        service.entries(Settings.ENV).values().forEach(env -> need(env.get(), service.name(), env, rounds));
        service.entries(Settings.SECRET).values().forEach(secret -> need(secret.get(), service.name(), secret, rounds));
        for (Decision<Dependency> use : service.entries(Settings.USES).values()) {
            if (use.get() instanceof Resource resource) {
                need(resource, service.name(), use, rounds);
            }
        }
    }

    private void need(TextPart text, String service, Decision<?> by, int depth) {
        for (Segment segment : text.segments()) {
            if (segment instanceof Segment.OfResource of) {
                need(of.resource(), service, by, depth);
            }
        }
    }

    private void need(Resource resource, String service, Decision<?> by, int depth) {
        Needed first = needed.putIfAbsent(resource.name(), new Needed(resource, service, by, depth));
        if (first != null && !first.resource().equals(resource)) {
            problems.add(Problem.of(
                            resource.name(),
                            environment.name(),
                            "two resources that differ have the name '" + resource.name() + "'")
                    .cite(first.service(), Decided.source(first.by()))
                    .cite(service, Decided.source(by))
                    .fix("rename one of them, or declare the same thing"));
        } else if (first == null) {
            Names.flawOfLabel(resource.name(), "a resource")
                    .ifPresent(flaw -> problems.add(Problem.of(resource.name(), "", flaw.message())
                            .cite("needed", Decided.source(by))
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
                    .cite("needed", Decided.source(need.by()))
                    .fix("let one of them supply something that needs no further resource"));
            return nothing();
        }
        List<Claim<Provisioner<?>>> candidates = candidates(resource);
        if (candidates.isEmpty()) {
            problems.add(
                    Problem.of(resource.name(), environment.name(), "nothing supplies a " + resource.type() + " here")
                            .cite("needed", Decided.source(need.by()))
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
            suppliers.put(
                    resource.name(),
                    new Source(
                            chosen.source().layer(),
                            "provisioner " + provisioner.id(),
                            line.isKnown() ? line : Decided.source(need.by()).origin(),
                            "supplies " + resource.type() + " " + resource.name()));
            plans.add(new ResourcePlan(
                    resource.name(),
                    resource.type(),
                    decision,
                    provision.services().stream().map(Service::name).sorted().toList()));
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

    @SuppressWarnings("unchecked") // "provides" ties the type of the resource to that of its provisioner.
    private <R extends Resource> @Nullable Provision run(Provisioner<?> provisioner, Resource resource) {
        return ((Provisioner<R>) provisioner).provision((R) resource, environment);
    }

    /** The most specific first: this resource here, its type here, both anywhere, the type's own default. */
    private List<Claim<Provisioner<?>>> candidates(Resource resource) {
        List<Claim<Provisioner<?>>> candidates = new ArrayList<>();
        String here = "environment " + environment.name();
        addMatching(environment.provided(), resource, resource.name(), Layer.ENVIRONMENT, here, candidates);
        addMatching(environment.provided(), resource, "", Layer.ENVIRONMENT, here, candidates);
        String anywhere = "platform " + platform.name();
        addMatching(platform.provided(), resource, resource.name(), Layer.PLATFORM, anywhere, candidates);
        addMatching(platform.provided(), resource, "", Layer.PLATFORM, anywhere, candidates);
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

    private void addMatching(
            List<Provided> provided,
            Resource resource,
            String name,
            Layer layer,
            String speaker,
            List<Claim<Provisioner<?>>> candidates) {
        List<Provided> matching = provided.stream()
                .filter(candidate -> candidate.type().isInstance(resource)
                        && candidate.name().equals(name))
                .toList();
        if (candidates.isEmpty() && matching.size() > 1) {
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
        matching.forEach(candidate -> candidates.add(
                new Claim<>(new Source(layer, speaker, candidate.origin(), ""), candidate.provisioner())));
    }
}
