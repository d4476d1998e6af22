package dev.idp.policy;

import dev.idp.EnvironmentSettings;
import dev.idp.Setting;
import dev.idp.Settings;
import dev.idp.Tier;
import dev.idp.explain.Decision;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.ServicePlan;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** The library's rules on what services are meant to be. */
public final class IntentRules {

    private IntentRules() {}

    /**
     * Returns every rule.
     *
     * @return in the order of their ids
     */
    public static List<Rule<EnvironmentPlan>> all() {
        return List.of(
                externalNetworksKnown(), imagePinned(), ownerSet(), probesPresent(), publicMeansTls(), requestsSet());
    }

    /**
     * Applies every rule.
     *
     * @param environment the plan to look at
     * @return what was found, rule by rule
     */
    public static List<Finding> check(EnvironmentPlan environment) {
        return all().stream().flatMap(rule -> rule.check(environment).stream()).toList();
    }

    /**
     * Demands that the networks of external services are known, since network policies know no names.
     *
     * @return the rule {@code external-networks-known}
     */
    public static Rule<EnvironmentPlan> externalNetworksKnown() {
        return new IntentRule(
                "external-networks-known",
                "what is known by name alone must be opened to every address",
                environment -> environment.externals().stream()
                        .filter(external -> external.get().networks().isEmpty())
                        .map(external -> new Finding(
                                "external-networks-known",
                                Severity.WARNING,
                                environment.name(),
                                external.get().name(),
                                "its networks are not known, so its callers may reach every address on port "
                                        + external.get().portNumber(),
                                "add within(...) to the external service",
                                Finding.placeOf(external))));
    }

    /**
     * Demands that an image stays the same image.
     *
     * @return the rule {@code image-pinned}
     */
    public static Rule<EnvironmentPlan> imagePinned() {
        return forServices(
                "image-pinned", "the same plan must run the same code tomorrow", (service, environment) -> present(
                                service, Settings.IMAGE)
                        .filter(image -> !image.get().isPinned())
                        .map(image -> new Flawed(
                                Severity.WARNING,
                                image,
                                "image " + image.get() + " is not pinned",
                                "name a version or a digest")));
    }

    /**
     * Demands that every service has an owner.
     *
     * @return the rule {@code owner-set}
     */
    public static Rule<EnvironmentPlan> ownerSet() {
        return forServices("owner-set", "somebody must be called when it fails", (service, environment) -> missing(
                        service, Settings.OWNER)
                .map(owner -> new Flawed(Severity.WARNING, owner, "nobody owns it", "add ownedBy(team)")));
    }

    /**
     * Demands that a service with a port says when it is ready.
     *
     * @return the rule {@code probes-present}
     */
    public static Rule<EnvironmentPlan> probesPresent() {
        return forServices(
                "probes-present",
                "without a readiness probe, requests reach copies that cannot answer",
                (service, environment) -> service.ports().isEmpty()
                        ? Optional.empty()
                        : missing(service, Settings.READINESS)
                                .map(probe -> new Flawed(
                                        Severity.WARNING, probe, "it has no readiness probe", "add readiness(...)")));
    }

    /**
     * Demands TLS for what is public in production, and advises it elsewhere.
     *
     * @return the rule {@code public-means-tls}
     */
    public static Rule<EnvironmentPlan> publicMeansTls() {
        return forServices(
                "public-means-tls",
                "what the public sends must not be read on the way",
                (service, environment) -> service.entries(Settings.ROUTE).values().stream()
                        .findFirst()
                        .filter(route -> environment
                                .decision(EnvironmentSettings.PUBLIC_ENTRY)
                                .value()
                                .flatMap(entry -> entry.certificateIssuer())
                                .isEmpty())
                        .map(route -> new Flawed(
                                environment.tier() == Tier.PRODUCTION ? Severity.ERROR : Severity.INFO,
                                route,
                                "it is public at " + route.get() + " without TLS",
                                "add certificatesFrom(...) to the public entry of " + environment.name())));
    }

    /**
     * Demands that a service says how much CPU and memory it needs.
     *
     * @return the rule {@code requests-set}
     */
    public static Rule<EnvironmentPlan> requestsSet() {
        return forServices(
                "requests-set", "what asks for nothing is the first to be starved", (service, environment) -> missing(
                                service, Settings.CPU)
                        .or(() -> missing(service, Settings.MEMORY))
                        .map(request -> new Flawed(
                                Severity.WARNING,
                                request,
                                "it does not say how much CPU and memory it needs",
                                "add cpu(...) and memory(...)")));
    }

    private static <T> Optional<Decision<T>> present(ServicePlan service, Setting<T> setting) {
        return Optional.of(service.decision(setting)).filter(Decision::isPresent);
    }

    private static Optional<Decision<?>> missing(ServicePlan service, Setting<?> setting) {
        Decision<?> decision = service.decision(setting);
        return decision.isPresent() ? Optional.empty() : Optional.of(decision);
    }

    private static Rule<EnvironmentPlan> forServices(
            String id, String because, BiFunction<ServicePlan, EnvironmentPlan, Optional<Flawed>> check) {
        return new IntentRule(id, because, environment -> environment.services().stream()
                .flatMap(service -> check
                        .apply(service, environment)
                        .map(flawed -> flawed.at(id, environment.name(), service.name()))
                        .stream()));
    }

    private record Flawed(Severity severity, Decision<?> cause, String message, String fix) {
        Finding at(String rule, String environment, String service) {
            return new Finding(rule, severity, environment, service, message, fix, Finding.placeOf(cause));
        }
    }

    private record IntentRule(String id, String because, Function<EnvironmentPlan, Stream<Finding>> find)
            implements Rule<EnvironmentPlan> {
        @Override
        public List<Finding> check(EnvironmentPlan environment) {
            return find.apply(environment).toList();
        }
    }
}
