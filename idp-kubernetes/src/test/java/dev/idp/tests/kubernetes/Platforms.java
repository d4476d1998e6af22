package dev.idp.tests.kubernetes;

import dev.idp.Environment;
import dev.idp.Job;
import dev.idp.Platform;
import dev.idp.PublicEntry;
import dev.idp.Service;
import dev.idp.kubernetes.Kubernetes;
import dev.idp.kubernetes.Manifests;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;

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

    /** Starts a job about which nothing but its image is said. */
    public static Job.Builder job(String name) {
        return Job.named(name).image("registry.example/" + name + ":1.0");
    }

    /** Renders a job beside services in {@link #prod()}. */
    public static Manifests render(Job.Builder job, Service.Builder... services) {
        Environment prod = prod().build();
        Platform.Builder platform = Platform.named("shop").environments(prod).jobs(job.build());
        for (Service.Builder service : services) {
            platform.services(service.build());
        }
        return Kubernetes.backend().render(platform.build().plan().in(prod));
    }

    /** Returns the only object of a type whose name starts with a prefix. */
    public static <T extends HasMetadata> T only(Manifests manifests, Class<T> type, String prefix) {
        List<T> found = manifests
                .objects()
                .filter(type::isInstance)
                .map(type::cast)
                .filter(object -> object.getMetadata().getName().startsWith(prefix))
                .toList();
        if (found.size() != 1) {
            throw new IllegalStateException(found.size() + " objects of " + type.getSimpleName() + " are " + prefix);
        }
        return found.get(0);
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
