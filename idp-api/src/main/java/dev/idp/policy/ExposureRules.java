package dev.idp.policy;

import dev.idp.EnvironmentSettings;
import dev.idp.ExternalService;
import dev.idp.PublicEntry;
import dev.idp.PublicEntry.Kind;
import dev.idp.Settings;
import dev.idp.Tier;
import dev.idp.plan.EnvironmentPlan;
import java.util.List;
import java.util.Optional;

/** Rules on who reaches what. */
final class ExposureRules {

    private ExposureRules() {}

    static List<Rule<EnvironmentPlan>> all() {
        return List.of(externalNetworksKnown(), publicMeansTls());
    }

    private static Rule<EnvironmentPlan> externalNetworksKnown() {
        return Rules.forExternals("external-networks-known")
                .because("what is known by name alone must be opened to every address")
                .fix("add within(...) to the external service")
                .link("https://kubernetes.io/docs/concepts/services-networking/network-policies/")
                .check((external, findings) -> {
                    if (external.get().places().isEmpty() && !isInCluster(external.get(), findings.environment())) {
                        findings.add(
                                external,
                                "its networks are not known, so its callers may reach every address on port "
                                        + external.get().portNumber());
                    }
                });
    }

    /** What is there for a resource, made by what one backend alone understands, is not at an address of its own. */
    private static boolean isInCluster(ExternalService external, EnvironmentPlan environment) {
        return environment
                .findResource(external.name())
                .filter(resource -> !resource.extensions().isEmpty())
                .isPresent();
    }

    private static Rule<EnvironmentPlan> publicMeansTls() {
        return Rules.forServices("public-means-tls")
                .because("what the public sends must not be read on the way")
                .severity(Severity.ERROR)
                .fix("add certificatesFrom(...), certificateIn(...) or terminatingTls() to the public entry")
                .link("https://cheatsheetseries.owasp.org/cheatsheets/Transport_Layer_Security_Cheat_Sheet.html")
                .check((service, findings) -> {
                    EnvironmentPlan environment = findings.environment();
                    Optional<PublicEntry> entry = environment
                            .decision(EnvironmentSettings.PUBLIC_ENTRY)
                            .value();
                    if (!entry.map(PublicEntry::hasTls).orElse(false)) {
                        service.entries(Settings.ROUTE).values().stream()
                                .findFirst()
                                .ifPresent(route -> findings.add(
                                        environment.tier() == Tier.PRODUCTION ? Severity.ERROR : Severity.INFO,
                                        route,
                                        "it is public at " + route.get() + " without TLS",
                                        "add " + remedy(entry) + " to the public entry of " + environment.name()));
                    }
                });
    }

    /** A gateway has its certificates itself. */
    private static String remedy(Optional<PublicEntry> entry) {
        return entry.map(PublicEntry::kind).filter(Kind.GATEWAY::equals).isPresent()
                ? "terminatingTls()"
                : "certificatesFrom(...)";
    }
}
