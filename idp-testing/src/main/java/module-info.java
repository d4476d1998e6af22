/** Asserts on infrastructure intent in the reader's words. */
module dev.idp.testing {
    requires transitive dev.idp;
    requires transitive org.assertj.core;
    requires static transitive org.jspecify;

    exports dev.idp.testing;
}
