package dev.idp.testing.generate;

import dev.idp.Access;
import dev.idp.Bound;
import dev.idp.Environment;
import dev.idp.Match;
import dev.idp.Namespaces;
import dev.idp.PublicEntry;
import dev.idp.Quota;
import dev.idp.Releases;
import dev.idp.Secret;
import dev.idp.Settings;
import dev.idp.Tier;
import dev.idp.resources.PersistentVolume;
import dev.idp.resources.Postgres;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Makes up environments in which every made-up workload can run. */
final class MadeEnvironments {

    /** The mandate that workloads waive when they say otherwise. */
    static final String GRACE_LAW = "grace-law";

    private final Choices choices;
    private final Order order;
    private final Listing listing;

    MadeEnvironments(Choices choices, Order order, Listing listing) {
        this.choices = choices;
        this.order = order;
        this.listing = listing;
    }

    List<Scene.Place> make() {
        boolean reachable = choices.oneIn(2);
        List<Scene.Place> places = new ArrayList<>();
        choices.some(1, 3, () -> places.add(place("e" + places.size(), reachable)));
        return places;
    }

    /** One plain environment of each tier, where nothing else is asked for. */
    static List<Scene.Place> ofEachTier(Listing listing) {
        List<Scene.Place> places = new ArrayList<>();
        for (Tier tier : Tier.values()) {
            String name = "e" + places.size();
            List<Said<Environment.Builder>> statements = new ArrayList<>();
            statements.add(say("tier(Tier." + tier + ")", it -> it.tier(tier)));
            statements.addAll(reachable(name));
            places.add(declare(name, statements, new Order(0), listing));
        }
        return places;
    }

    private Scene.Place place(String name, boolean reachable) {
        List<Said<Environment.Builder>> statements = new ArrayList<>();
        Tier tier = choices.oneOf(List.of(Tier.values()));
        statements.add(say("tier(Tier." + tier + ")", it -> it.tier(tier)));
        if (reachable) {
            statements.addAll(reachable(name));
        }
        supply(statements, tier);
        perhaps(
                3,
                statements,
                () -> say("defaults(all -> all.replicas(2))", it -> it.defaults(all -> all.replicas(2))));
        perhaps(
                2,
                statements,
                () -> say(
                        "defaults(\"to tell them apart\", all -> all.env(\"WHERE\", \"" + name + "\"))",
                        it -> it.defaults("to tell them apart", all -> all.env("WHERE", name))));
        perhaps(
                3,
                statements,
                () -> say(
                        "jobDefaults(job -> job.retries(1).env(\"WHO\", \"a job\"))",
                        it -> it.jobDefaults(job -> job.retries(1).env("WHO", "a job"))));
        perhaps(3, statements, () -> audit(name));
        perhaps(3, statements, this::namespaces);
        choices.together(() -> {
            if (choices.oneIn(2)) {
                statements.add(releases());
            }
            return name;
        });
        return declare(name, statements, order, listing);
    }

    private void perhaps(
            int times, List<Said<Environment.Builder>> statements, Supplier<Said<Environment.Builder>> said) {
        choices.together(() -> !choices.oneIn(times) || statements.add(said.get()));
    }

    private static List<Said<Environment.Builder>> reachable(String name) {
        return List.of(
                say("domain(\"" + name + ".example\")", it -> it.domain(name + ".example")),
                say(
                        "publicThrough(PublicEntry.named(\"nginx\", \"ingress\"))",
                        it -> it.publicThrough(PublicEntry.named("nginx", "ingress"))));
    }

    private void supply(List<Said<Environment.Builder>> statements, Tier tier) {
        switch (choices.below(5)) {
            case 1 ->
                statements.add(say(
                        "provides(Postgres.class, Postgres.existingAt(\"db.example\", 5432)"
                                + ".credentials(Secret.named(\"db-login\")))",
                        it -> it.provides(
                                Postgres.class,
                                Postgres.existingAt("db.example", 5432).credentials(Secret.named("db-login")))));
            case 2 ->
                statements.add(say(
                        "provides(Postgres.class, Match.any().ofClass(\"large\"),"
                                + " Postgres.existingAt(\"large.example\", 5432).credentials(Secret.named(\"db-login\")))",
                        it -> it.provides(
                                Postgres.class,
                                Match.any().ofClass("large"),
                                Postgres.existingAt("large.example", 5432).credentials(Secret.named("db-login")))));
            case 3 ->
                statements.add(say(
                        "provides(Postgres.class, Match.any().in(Tier." + tier + "), Postgres.inCluster())",
                        it -> it.provides(Postgres.class, Match.any().in(tier), Postgres.inCluster())));
            case 4 ->
                statements.add(say(
                        "provides(PersistentVolume.class, PersistentVolume.existing(\"shared\"))",
                        it -> it.provides(PersistentVolume.class, PersistentVolume.existing("shared"))));
            default -> {}
        }
    }

    /** A mandate, a bound, and a default that keeps the bound. */
    private static Said<Environment.Builder> audit(String name) {
        return say(
                "mandates(\"audit\", \"by law\", all -> all.annotation(\"audited\", \"" + name + "\")"
                        + ".require(Settings.SHUTDOWN_GRACE, Bound.atLeast(Duration.ofSeconds(1))))"
                        + ".defaults(all -> all.shutdownGrace(Duration.ofSeconds(10)))",
                it -> it.mandates("audit", "by law", all -> all.annotation("audited", name)
                                .require(Settings.SHUTDOWN_GRACE, Bound.atLeast(Duration.ofSeconds(1))))
                        .defaults(all -> all.shutdownGrace(Duration.ofSeconds(10))));
    }

    private Said<Environment.Builder> namespaces() {
        Namespaces namespaces = choices.oneOf(List.of(Namespaces.values()));
        return say(
                "namespaces(Namespaces." + namespaces + ").quota(Quota.ofCopies(100)).teamsMay(Access.EDIT)",
                it -> it.namespaces(namespaces).quota(Quota.ofCopies(100)).teamsMay(Access.EDIT));
    }

    private Said<Environment.Builder> releases() {
        Releases releases = Releases.none();
        StringBuilder source = new StringBuilder("releases(Releases.none()");
        for (String workload : List.of("s0", "s1", "s2", "j0")) {
            if (choices.oneIn(3)) {
                String version = "r" + choices.below(3);
                releases = releases.with(workload, version);
                source.append(".with(\"" + workload + "\", \"" + version + "\")");
            }
        }
        Releases all = releases;
        return say(source.append(')').toString(), it -> it.releases(all));
    }

    private static Scene.Place declare(
            String name, List<Said<Environment.Builder>> statements, Order order, Listing listing) {
        listing.add(name, "Environment.named(\"" + name + "\")", statements);
        return new Scene.Place(
                name, order.say(statements, Environment.named(name)).build());
    }

    private static Said<Environment.Builder> say(String source, Consumer<Environment.Builder> effect) {
        return Said.of(source, effect);
    }
}
