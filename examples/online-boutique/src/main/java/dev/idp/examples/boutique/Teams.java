package dev.idp.examples.boutique;

import dev.idp.Team;

/** Who owns what. */
final class Teams {

    static final Team STOREFRONT = Team.named("storefront").reachedAt("#storefront");
    static final Team CHECKOUT = Team.named("checkout").reachedAt("#checkout");
    static final Team CATALOG = Team.named("catalog").reachedAt("#catalog");

    private Teams() {}
}
