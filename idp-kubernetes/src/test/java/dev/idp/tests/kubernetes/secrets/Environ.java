package dev.idp.tests.kubernetes.secrets;

import dev.idp.kubernetes.Manifests;
import dev.idp.tests.kubernetes.KubernetesExpansion;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.SecretKeySelector;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.HashMap;
import java.util.Map;

/** The variables that a process finds when the kubelet has started its container. */
final class Environ {

    private Environ() {}

    /**
     * Starts the container of a service.
     *
     * @param values the values of secrets by {@code secret/key}
     */
    static Map<String, String> of(Manifests manifests, String service, Map<String, String> values) {
        Container container = manifests
                .get(Deployment.class, service)
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .get(0);
        Map<String, String> variables = new HashMap<>();
        for (EnvFromSource source : container.getEnvFrom()) {
            String name = source.getConfigMapRef().getName();
            // As they are: what comes from a ConfigMap is not expanded.
            variables.putAll(manifests.get(ConfigMap.class, name).getData());
        }
        for (EnvVar variable : container.getEnv()) {
            variables.put(variable.getName(), value(variable, variables, values));
        }
        return variables;
    }

    private static String value(EnvVar variable, Map<String, String> known, Map<String, String> values) {
        if (variable.getValueFrom() == null) {
            return KubernetesExpansion.expand(variable.getValue(), known);
        }
        SecretKeySelector key = variable.getValueFrom().getSecretKeyRef();
        String value = values.get(key.getName() + "/" + key.getKey());
        if (value == null) {
            throw new IllegalStateException("no secret " + key);
        }
        return value;
    }
}
