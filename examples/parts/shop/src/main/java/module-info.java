/** A platform made of parts. */
module dev.idp.examples.shop {
    requires dev.idp.examples.orders;
    requires dev.idp.examples.payments;
    requires static org.jspecify;
}
