package dev.idp.testing.part;

import dev.idp.spi.Part;

/**
 * What a part demands of those who take it, as tests that they run again on their composition.
 *
 * <p>A part ships it in its own artifact, which needs this library with scope {@code provided} for that: nobody loads the class
 * but tests, which have this library, and it moves with the part from version to version. Registered for
 * {@link java.util.ServiceLoader} under {@code META-INF/services}, it is found by {@link PartContracts#discovered}.
 *
 * <pre>{@code
 * public final class PaymentsContract implements PartContract {
 *     public Part part() {
 *         return new PaymentsPart();
 *     }
 *
 *     public void demand(Demands demands) {
 *         demands.expect(
 *                 "orders lets payments through",
 *                 "payments tell orders when they are done",
 *                 environment -> assertThat(environment).service("orders").isReachableFrom("payments"));
 *     }
 * }
 * }</pre>
 */
public interface PartContract {

    /**
     * Returns whose contract it is.
     *
     * @return the part as its artifact has it; whoever takes a part of this id is meant
     */
    Part part();

    /**
     * Says what is expected of those who take the part.
     *
     * @param demands takes the expectations
     */
    void demand(Demands demands);
}
