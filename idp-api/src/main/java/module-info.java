/** Declare a platform in Java, plan it, explain it: the part that knows no backend. */
@SuppressWarnings("module") // Those that it opens itself to come after it.
module dev.idp {
    requires static transitive org.jspecify;
    requires static org.immutables.value.annotations;
    requires static java.compiler;
    requires com.fasterxml.jackson.core;

    exports dev.idp;
    exports dev.idp.explain;
    exports dev.idp.internal.text to
            dev.idp.kubernetes,
            dev.idp.testing;
    exports dev.idp.output;
    exports dev.idp.plan;
    exports dev.idp.policy;
    exports dev.idp.resources;
    exports dev.idp.spi;

    uses dev.idp.spi.Part;
}
