/** Google's Bank of Anthos as a platform. */
module dev.idp.examples.bank {
    requires dev.idp.kubernetes;
    requires kubernetes.model.apps;
    requires kubernetes.model.scheduling;
    requires static org.jspecify;
}
