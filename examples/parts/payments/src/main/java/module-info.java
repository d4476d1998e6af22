/** Payments, released as a part. */
module dev.idp.examples.payments {
    requires transitive dev.idp;
    requires static dev.idp.testing;
    requires static org.jspecify;

    exports dev.idp.examples.payments;

    provides dev.idp.spi.Part with
            dev.idp.examples.payments.PaymentsPart;
}
