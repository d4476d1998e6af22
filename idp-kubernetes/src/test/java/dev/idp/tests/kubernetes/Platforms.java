package dev.idp.tests.kubernetes;

import dev.idp.Environment;
import dev.idp.Platform;
import dev.idp.PublicEntry;
import dev.idp.Service;
import dev.idp.kubernetes.Kubernetes;
import dev.idp.kubernetes.Manifests;

/** Small platforms and what they are rendered to. */
public final class Platforms {

    /** Where public traffic comes from in {@link #prod()}. */
    public static final PublicEntry ENTRY = PublicEntry.named("nginx", "ingress-nginx");

    private Platforms() {}

    /** Starts the environment of most tests, which has a public entry without certificates. */
    public static Environment.Builder prod() {
        return Environment.named("prod").domain("shop.example").publicThrough(ENTRY);
    }

    /** Starts a service about which nothing but its image is said. */
    public static Service.Builder service(String name) {
        return Service.named(name).image("registry.example/" + name + ":1.0");
    }

    /** Renders services in {@link #prod()}. */
    public static Manifests render(Service.Builder... services) {
        return render(prod().build(), services);
    }

    /** Renders services in an environment. */
    public static Manifests render(Environment environment, Service.Builder... services) {
        Platform.Builder platform = Platform.named("shop").environments(environment);
        for (Service.Builder service : services) {
            platform.services(service.build());
        }
        return Kubernetes.backend().render(platform.build().plan().in(environment));
    }
}
