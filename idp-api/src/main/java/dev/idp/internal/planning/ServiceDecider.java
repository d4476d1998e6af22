package dev.idp.internal.planning;

import dev.idp.Environment;
import dev.idp.EnvironmentSettings;
import dev.idp.Flaw;
import dev.idp.Platform;
import dev.idp.Requirement;
import dev.idp.Scope;
import dev.idp.Service;
import dev.idp.ServicePath;
import dev.idp.Setting;
import dev.idp.Settings;
import dev.idp.Statement;
import dev.idp.explain.Claim;
import dev.idp.explain.Decision;
import dev.idp.explain.Layer;
import dev.idp.explain.Origin;
import dev.idp.explain.Source;
import dev.idp.internal.planning.Layers.Bounded;
import dev.idp.internal.planning.PavedPaths.Paved;
import dev.idp.plan.Decisions;
import dev.idp.plan.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lays the layers of one environment over each other: decides every value of a service and holds it to the mandates. */
final class ServiceDecider {

    private static final Paved NO_PATH = new Paved(List.of(), true, false);

    private final Platform platform;
    private final Environment environment;
    private final Problems problems;
    private final PavedPaths paths;
    private final Map<String, Setting<?>> settings = new HashMap<>();
    private final IdentityHashMap<Paved, Layers> layers = new IdentityHashMap<>();

    ServiceDecider(Platform platform, Environment environment, Problems problems) {
        this.platform = platform;
        this.environment = environment;
        this.problems = problems;
        this.paths = new PavedPaths(environment, problems);
        Settings.all().forEach(setting -> settings.put(setting.id(), setting));
        EnvironmentSettings.all().forEach(setting -> settings.put(setting.id(), setting));
    }

    Decided decide(Service service) {
        return decide(service, new Source(Layer.SERVICE, "service " + service.name(), service.origin(), ""));
    }

    Decided decide(Service service, Source declared) {
        Optional<ServicePath> path = service.paths().stream().findFirst().map(Decided::value);
        Paved paved = path.map(on -> paths.pave(on, service.name())).orElse(NO_PATH);
        Layers others = layers.computeIfAbsent(paved, key -> Layers.of(platform, environment, key));
        Map<Topic, List<Claim<?>>> own = ownClaims(service);

        Decisions.Builder decisions = Decisions.about("services/" + service.name());
        own.forEach((topic, claims) -> decide(service, topic, claims, others, decisions));
        others.mandates().forEach((topic, claims) -> {
            if (!own.containsKey(topic)) {
                decide(service, topic, List.of(), others, decisions);
            }
        });
        others.defaults().forEach((topic, claims) -> {
            if (!own.containsKey(topic) && !others.mandates().containsKey(topic)) {
                put(service, topic, claims, decisions);
            }
        });
        Decided decided = new Decided(service, declared, decisions.build(Settings.all()), !paved.failed());
        others.bounds().forEach(bound -> hold(decided, bound));
        return decided;
    }

    private Map<Topic, List<Claim<?>>> ownClaims(Service service) {
        Map<Topic, List<Claim<?>>> claims = new LinkedHashMap<>();
        for (Layer layer : List.of(Layer.SERVICE_IN_ENVIRONMENT, Layer.SERVICE_IN_TIER, Layer.SERVICE)) {
            for (Statement<?> statement : service.statements()) {
                if (layer == layerOf(statement.scope())
                        && statement.scope().holdsIn(environment.name(), environment.tier())
                        && !isAboutServiceAsWhole(statement)) {
                    claims.computeIfAbsent(Topic.of(statement), topic -> new ArrayList<>(4))
                            .add(Layers.claim(statement, layer, speaker(service, statement.scope())));
                }
            }
        }
        return claims;
    }

    private static boolean isAboutServiceAsWhole(Statement<?> statement) {
        return Settings.isAboutServiceAsWhole(statement.setting());
    }

    private static Layer layerOf(Scope scope) {
        if (scope.environment() != null) {
            return Layer.SERVICE_IN_ENVIRONMENT;
        }
        return scope.tier() != null ? Layer.SERVICE_IN_TIER : Layer.SERVICE;
    }

    private static String speaker(Service service, Scope scope) {
        if (scope.environment() != null) {
            return "service " + service.name() + " in " + scope.environment();
        }
        return "service " + service.name()
                + (scope.tier() == null ? "" : " in " + scope.tier().name().toLowerCase(Locale.ROOT));
    }

    private void decide(Service service, Topic topic, List<Claim<?>> own, Layers others, Decisions.Builder decisions) {
        List<Claim<?>> mandates = others.mandates().getOrDefault(topic, List.of());
        List<Claim<?>> claims = new ArrayList<>(mandates);
        if (!mandates.isEmpty()) {
            Claim<?> mandate = mandates.get(0);
            mandates.stream()
                    .skip(1)
                    .filter(other -> !agree(mandate, other))
                    .findFirst()
                    .ifPresent(other -> contradiction(service, topic, mandate, other, "let the two agree"));
            own.stream()
                    .filter(claim -> !agree(mandate, claim))
                    .findFirst()
                    .ifPresent(
                            claim -> contradiction(service, topic, mandate, claim, "remove the line of the service"));
        }
        claims.addAll(own);
        claims.addAll(others.defaults().getOrDefault(topic, List.of()));
        put(service, topic, claims, decisions);
    }

    private static boolean agree(Claim<?> mandate, Claim<?> other) {
        return Objects.equals(mandate.value(), other.value());
    }

    private void contradiction(Service service, Topic topic, Claim<?> mandate, Claim<?> other, String fix) {
        problems.add(Problem.of(
                        service.name(),
                        environment.name(),
                        topic + " is mandated to be " + mandate.valueText() + " and cannot be " + other.valueText())
                .cite("mandate", mandate.source())
                .cite("against", other.source())
                .fix(fix));
    }

    @SuppressWarnings("unchecked") // The claims about a topic have the type of its setting.
    private <T> void put(Service service, Topic topic, List<Claim<?>> claims, Decisions.Builder decisions) {
        Setting<T> setting = (Setting<T>) topic.setting();
        List<Claim<T>> typed = (List<Claim<T>>) (List<?>) claims;
        Decision<T> decision = Decision.of(decisions.path(setting, topic.entry()), typed);
        decisions.put(setting, topic.entry(), decision);
        flawOfId(setting)
                .or(() -> flawOfEntry(topic))
                .or(() -> decision.value().flatMap(value -> flawOf(setting, value)))
                .ifPresent(flaw -> problems.add(Problem.of(service.name(), environment.name(), flaw.message())
                        .cite(setting.id(), Decided.source(decision))
                        .fix(flaw.fix())));
    }

    /** Two settings of one id would be mistaken for each other wherever ids stand: in plans, in explanations. */
    private Optional<Flaw> flawOfId(Setting<?> setting) {
        Setting<?> known = settings.putIfAbsent(setting.id(), setting);
        if (known != null && EnvironmentSettings.all().contains(known)) {
            return Optional.of(
                    new Flaw(setting + " is about environments, not about services", "say it of the environment"));
        }
        return known == null || known.equals(setting)
                ? Optional.empty()
                : Optional.of(new Flaw(
                        "two settings have the id '" + setting + "'",
                        "give the one that is not the library's another id"));
    }

    private static <T> Optional<Flaw> flawOf(Setting<T> setting, T value) {
        try {
            return setting.flawOf(value);
        } catch (RuntimeException thrown) {
            return Optional.of(new Flaw(
                    "the check of " + setting + " failed at " + Origin.of(thrown) + ": " + thrown, "mend the check"));
        }
    }

    private static Optional<Flaw> flawOfEntry(Topic topic) {
        boolean keyed = topic.setting().isKeyed();
        if (keyed != topic.entry().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Flaw(
                keyed ? topic.setting() + " has entries, and none is named" : topic.setting() + " has no entries",
                keyed ? "say the entry's name as well" : "say it without '" + topic.entry() + "'"));
    }

    private void hold(Decided service, Bounded bounded) {
        hold(service, bounded.requirement(), bounded.source());
    }

    private <T> void hold(Decided service, Requirement<T> requirement, Source demanded) {
        if (requirement.setting().isKeyed()) {
            problems.add(Problem.of(
                            service.name(),
                            environment.name(),
                            requirement.setting() + " has entries, and a bound can hold for one value only")
                    .cite("mandate", demanded)
                    .fix("bound a setting with one value, or mandate an entry"));
            return;
        }
        Decision<T> decision = service.decision(requirement.setting());
        if (service.sound()
                && !holds(service, requirement, demanded, decision.value().orElse(null))) {
            Problem.Builder problem = Problem.of(
                            service.name(),
                            environment.name(),
                            requirement.setting() + " must be "
                                    + requirement.bound().description() + ", "
                                    + decision.value()
                                            .map(value -> "not " + value)
                                            .orElse("and is not set"))
                    .cite("mandate", demanded);
            decision.winner().ifPresent(winner -> problem.cite("against", winner.source()));
            problems.add(problem.fix("stay within the bound"));
        }
    }

    private <T> boolean holds(Decided service, Requirement<T> requirement, Source demanded, @Nullable T value) {
        try {
            return value != null && requirement.bound().test().test(value);
        } catch (RuntimeException thrown) {
            problems.add(Problem.of(
                            service.name(),
                            environment.name(),
                            "the bound of " + requirement.setting() + " failed: " + thrown)
                    .cite("thrown", Origin.of(thrown))
                    .cite("mandate", demanded)
                    .fix("mend the bound"));
            return true;
        }
    }
}
