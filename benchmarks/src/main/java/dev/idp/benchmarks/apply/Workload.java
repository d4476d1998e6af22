package dev.idp.benchmarks.apply;

import dev.idp.benchmarks.LargeShop;
import dev.idp.kubernetes.Kubernetes;
import dev.idp.kubernetes.apply.ApplySet;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesListBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;

/** 300 services of eight objects each in production, and two objects for all. */
final class Workload {

    private static final int SERVICES = 300;

    private Workload() {}

    static ApplySet set(String namespace, List<HasMetadata> objects) {
        return ApplySet.of("shop-prod", namespace, objects);
    }

    static String yaml(List<HasMetadata> objects) {
        return Serialization.asYaml(
                new KubernetesListBuilder().withItems(objects).build());
    }

    /** Planned and rendered anew, as each run of a user's program does. */
    static List<HasMetadata> objects(String namespace) {
        List<HasMetadata> objects = Kubernetes.backend()
                .render(LargeShop.of(SERVICES).plan().in("prod"))
                .objects()
                .toList();
        objects.forEach(object -> {
            if (object.getMetadata().getNamespace() == null) {
                object.getMetadata().setName(namespace);
            } else {
                object.getMetadata().setNamespace(namespace);
            }
            // The server of the tests has addresses for 254 services, and each tool applies 300.
            if (object instanceof Service service) {
                service.getSpec().setClusterIP("None");
            }
        });
        return objects;
    }

    /** The same with another image for one service. */
    static List<HasMetadata> changed(String namespace) {
        List<HasMetadata> objects = objects(namespace);
        objects.stream()
                .filter(Deployment.class::isInstance)
                .map(Deployment.class::cast)
                .findFirst()
                .orElseThrow()
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .get(0)
                .setImage("registry.example/another:2");
        return objects;
    }
}
