package dev.idp.tests.generated;

import dev.idp.Access;
import dev.idp.Bound;
import dev.idp.Environment;
import dev.idp.ExternalService;
import dev.idp.Match;
import dev.idp.Namespaces;
import dev.idp.PublicEntry;
import dev.idp.Quota;
import dev.idp.Releases;
import dev.idp.Settings;
import dev.idp.Tier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Where made-up workloads run, and what is outside. */
final class RandomEnvironments {

    /** The mandate that workloads can waive. */
    static final String GRACE_LAW = "grace-law";

    private final Choice choice;

    RandomEnvironments(Choice choice) {
        this.choice = choice;
    }

    List<Environment> declare(List<String> workloads) {
        List<Environment> environments = new ArrayList<>();
        int count = 1 + choice.below(3);
        for (int i = 0; i < count; i++) {
            environments.add(environment("e" + i, workloads));
        }
        return environments;
    }

    private Environment environment(String name, List<String> workloads) {
        List<Consumer<? super Environment.Builder>> statements = new ArrayList<>();
        Tier tier = choice.of(List.of(Tier.values()));
        statements.add(it -> it.tier(tier));
        statements.add(it -> it.domain(name + ".example"));
        statements.add(it -> it.publicThrough(PublicEntry.named("nginx", "ingress")));
        switch (choice.below(4)) {
            case 0 -> statements.add(it -> it.provides(Store.class, new Store.Existing()));
            case 1 ->
                statements.add(it -> it.provides(Store.class, Match.any().ofClass("large"), new Store.Existing()));
            case 2 -> statements.add(it -> it.provides(Store.class, Match.any().in(tier), new Store.InCluster()));
            default -> {}
        }
        if (choice.oneIn(2)) {
            int replicas = 1 + choice.below(3);
            statements.add(it -> it.defaults(all -> all.replicas(replicas)));
        }
        if (choice.oneIn(2)) {
            statements.add(it -> it.defaults("to tell them apart", all -> all.env("WHERE", name)));
        }
        if (choice.oneIn(3)) {
            statements.add(it -> it.jobDefaults(job -> job.retries(1).env("WHO", "a job")));
        }
        if (choice.oneIn(3)) {
            statements.add(it -> it.mandates("audit", "by law", all -> all.annotation("audited", name)
                    .require(Settings.SHUTDOWN_GRACE, new Bound<>("set", grace -> true))));
            statements.add(it -> it.defaults(all -> all.shutdownGrace(Duration.ofSeconds(10))));
        }
        if (choice.oneIn(3)) {
            Namespaces namespaces = choice.of(List.of(Namespaces.values()));
            statements.add(it -> it.namespaces(namespaces));
            statements.add(it -> it.quota(Quota.ofCopies(100)));
            statements.add(it -> it.teamsMay(Access.EDIT));
        }
        if (choice.oneIn(2)) {
            Releases releases = releases(workloads);
            statements.add(it -> it.releases(releases));
        }
        return choice.said(statements, Environment.named(name)).build();
    }

    private Releases releases(List<String> workloads) {
        Releases releases = Releases.none();
        for (String workload : workloads) {
            if (choice.oneIn(3)) {
                releases = releases.with(workload, "r" + choice.below(3));
            }
        }
        return releases;
    }

    ExternalService mail(List<Environment> environments) {
        return ExternalService.named("mail")
                .at("smtp.example", 587)
                .ownedBy("it-ops")
                .within("10.0.0.0/8")
                .in(choice.of(environments), "smtp.here.example", 587)
                .in(choice.of(List.of(Tier.values())), "smtp.tier.example", 25, "10.1.0.0/16")
                .build();
    }
}
