package dev.idp.examples.payments;

import static dev.idp.Tier.PRODUCTION;
import static dev.idp.testing.PlatformAssertions.assertThat;

import dev.idp.spi.Part;
import dev.idp.testing.part.Demands;
import dev.idp.testing.part.PartContract;

/** What payments expect of whoever takes them. It is for tests: nothing else has what it needs on its class path. */
@SuppressWarnings("exports") // Whoever runs contracts has their module; whoever takes payments must not have to.
public final class PaymentsContract implements PartContract {

    /** A contract is made by {@link java.util.ServiceLoader}. */
    public PaymentsContract() {}

    @Override
    public Part part() {
        return new PaymentsPart();
    }

    @Override
    public void demand(Demands demands) {
        demands.expect(
                        "the orders URL is supplied, and lets payments through",
                        "orders are told when they are paid",
                        environment -> assertThat(environment)
                                .service("payments")
                                .calls("orders")
                                .isNotPublic())
                .expect(
                        "orders is there before it is told",
                        "a payment is told once, and lost on whoever is not ready for it",
                        environment -> assertThat(environment).service("orders").isProbed())
                .in(PRODUCTION)
                .expect(
                        "the database outlives the cluster",
                        "what was paid must be known for ten years",
                        environment -> assertThat(environment).hasResource("payments-db", "existing-postgres"));
    }
}
