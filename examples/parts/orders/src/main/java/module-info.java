/** Orders, released as a part. */
module dev.idp.examples.orders {
    requires transitive dev.idp;
    requires dev.idp.examples.payments;
    requires static org.jspecify;

    exports dev.idp.examples.orders;

    provides dev.idp.spi.Part with
            dev.idp.examples.orders.OrdersPart;
}
