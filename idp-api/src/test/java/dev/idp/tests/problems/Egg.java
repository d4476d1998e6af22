package dev.idp.tests.problems;

import dev.idp.Service;

/** Needs {@link Chicken}, which needs this. */
final class Egg {

    static final Service EGG = Service.named("egg")
            .image("egg:1")
            .uses(Chicken.CHICKEN) // (null-constant)
            .build();

    private Egg() {}
}
