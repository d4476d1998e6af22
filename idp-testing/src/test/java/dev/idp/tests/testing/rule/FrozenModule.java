package dev.idp.tests.testing.rule;

import static dev.idp.testing.rule.PlatformRules.services;
import static dev.idp.tests.testing.rule.Shop.failureOf;

import dev.idp.Environment;
import dev.idp.Platform;
import dev.idp.Service;
import dev.idp.Team;
import dev.idp.plan.Plan;
import dev.idp.testing.rule.FrozenStore;
import dev.idp.testing.rule.WorkloadRule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A module with a frozen store, on the machine of whoever develops it. */
abstract class FrozenModule {

    static final WorkloadRule OWNED =
            services().should().beOwned().because("somebody must be called").as("is-owned");

    static final Path DIRECTORY = Path.of("frozen");

    final List<String> printed = new ArrayList<>();

    @TempDir
    Path module;

    FrozenStore store;

    @BeforeEach
    void developLocally() {
        store = FrozenStore.at(module.resolve(DIRECTORY))
                .readOnly(false)
                .creating(false)
                .printingTo(line -> printed.add(line.replace(module.toString(), "MODULE")));
    }

    static Plan unowned(String... names) {
        return plan(Arrays.stream(names)
                .map(name -> Service.named(name).image(name + ":1").build())
                .toArray(Service[]::new));
    }

    static Plan plan(Service... services) {
        return Platform.named("shop")
                .environments(Environment.named("prod").build())
                .services(services)
                .services(Service.named("mail")
                        .image("mail:1")
                        .ownedBy(Team.named("office"))
                        .build())
                .build()
                .plan();
    }

    Path file() {
        return module.resolve(DIRECTORY).resolve("is-owned.txt");
    }

    void freeze(String... names) {
        OWNED.frozenIn(store.creating(true)).check(unowned(names));
    }

    String failure(FrozenStore in, Plan plan) {
        return failureOf(() -> OWNED.frozenIn(in).check(plan)).replace(module.toString(), "MODULE");
    }
}
