package dev.idp.examples.bank;

import dev.idp.Team;

/** Who owns what, and by which groups the cluster knows the people. */
final class Teams {

    static final Team FRONTEND =
            Team.named("frontend").reachedAt("#bank-frontend").groups("frontend@bank.example");
    static final Team ACCOUNTS =
            Team.named("accounts").reachedAt("#bank-accounts").groups("accounts@bank.example");
    static final Team LEDGER =
            Team.named("ledger").reachedAt("#bank-ledger").groups("ledger@bank.example", "ledger-on-call@bank.example");

    private Teams() {}
}
