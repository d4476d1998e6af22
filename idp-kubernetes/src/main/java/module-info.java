/** Renders planned environments to Kubernetes objects and YAML, and explains every line. */
module dev.idp.kubernetes {
    requires transitive dev.idp;
    requires static transitive org.jspecify;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires org.snakeyaml.engine;
    requires static cel;
    requires static kubernetes.client.api;
    requires transitive kubernetes.model.core;
    requires kubernetes.model.apps;
    requires kubernetes.model.autoscaling;
    requires kubernetes.model.gatewayapi;
    requires kubernetes.model.batch;
    requires kubernetes.model.networking;
    requires kubernetes.model.policy;
    requires kubernetes.model.rbac;

    exports dev.idp.kubernetes;
    exports dev.idp.kubernetes.admission;
    exports dev.idp.kubernetes.apply;
    exports dev.idp.kubernetes.check;
}
