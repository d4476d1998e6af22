/** Tests infrastructure intent: what a platform means, without a cluster and in the reader's words. */
module dev.idp.testing {
    requires transitive dev.idp;
    requires transitive org.assertj.core;
    requires transitive org.junit.jupiter.api;
    requires org.snakeyaml.engine;
    requires static transitive org.jspecify;
    // Not transitively, or the modules of those who test intent alone could not be compiled without them.
    requires static dev.idp.kubernetes;
    requires static kubernetes.client.api;
    requires static kube.api.test;

    exports dev.idp.testing;
    exports dev.idp.testing.generate;
    exports dev.idp.testing.junit;
    exports dev.idp.testing.kubernetes;
    exports dev.idp.testing.part;
    exports dev.idp.testing.rule;
    exports dev.idp.testing.snapshot;

    uses dev.idp.testing.part.PartContract;

    // JUnit makes extensions there, which nobody else does.
    opens dev.idp.testing.junit to
            org.junit.platform.commons;
    opens dev.idp.testing.kubernetes to
            org.junit.platform.commons;
}
