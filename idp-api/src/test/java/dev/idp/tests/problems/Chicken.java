package dev.idp.tests.problems;

import dev.idp.Service;
import dev.idp.Team;

/** Needs {@link Egg}, which needs this. */
@SuppressWarnings("ClassInitializationDeadlock") // That is the mistake.
final class Chicken {

    static final Team FARM = Team.named("farm");
    static final Service CHICKEN = Service.named("chicken")
            .image("chicken:1")
            .env("EGG", "from " + Egg.EGG.name())
            .build();

    private Chicken() {}
}
