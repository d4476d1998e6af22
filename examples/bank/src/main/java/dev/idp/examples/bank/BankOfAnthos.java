package dev.idp.examples.bank;

import dev.idp.Environment;
import dev.idp.Platform;
import dev.idp.Secret;

/** The bank: what three teams run, and what holds for all of it. */
public final class BankOfAnthos {

    /** By which other banks know this one. */
    static final String ROUTING_NUMBER = "883745000";

    private BankOfAnthos() {}

    /**
     * Declares the platform.
     *
     * @return the platform as it is in production
     */
    public static Platform platform() {
        var base = new BankService(new JwtKeys("jwt-keys"));
        var accounts = new Accounts(base);
        var ledger = new Ledger(base);
        var frontEnd = new FrontEnd(base, accounts, ledger);

        return Platform.named("bank")
                .environments(Environments.ALL.toArray(Environment[]::new))
                .provides(JwtKeys.class, new JwtKeys.Kept(Secret.named("jwt-key")))
                .defaults(all -> all.runAsUser(1000))
                .mandates("the bank's security baseline", all -> all.runAsNonRoot()
                        .readOnlyRootFilesystem())
                .services(accounts.services())
                .services(ledger.services())
                .services(frontEnd.services())
                .jobs(ledger.settlement)
                .build();
    }
}
