/** Google's Online Boutique as a platform. */
module dev.idp.examples.boutique {
    requires dev.idp.kubernetes;
    requires kubernetes.client.api;
    requires static org.jspecify;
}
