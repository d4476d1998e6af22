package dev.idp.kubernetes.internal.facets;

import dev.idp.SecretText;
import dev.idp.Segment;
import dev.idp.Settings;
import dev.idp.kubernetes.internal.render.Trace;
import dev.idp.plan.WorkloadPlan;
import io.fabric8.kubernetes.api.model.ConfigMapEnvSource;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import io.fabric8.kubernetes.api.model.SecretKeySelector;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The variables of containers. */
final class Variables {

    private Variables() {}

    static List<EnvFromSource> plain(Trace trace, WorkloadPlan workload) {
        Configuration configuration = Configuration.variables(workload);
        if (configuration.isEmpty()) {
            return Editable.list();
        }
        trace.cite("/envFrom/0/configMapRef/name", configuration.nameParts());
        EnvFromSource source = new EnvFromSource();
        source.setConfigMapRef(new ConfigMapEnvSource(configuration.name(), null));
        return Editable.list(source);
    }

    static List<EnvVar> secret(Trace trace, WorkloadPlan workload) {
        List<EnvVar> variables = new ArrayList<>();
        Set<String> taken = new HashSet<>(workload.entries(Settings.ENV).keySet());
        taken.addAll(workload.entries(Settings.SECRET).keySet());
        workload.entries(Settings.SECRET).forEach((name, decision) -> {
            int first = variables.size();
            variables.addAll(secret(name, decision.get(), taken));
            for (int i = first; i < variables.size(); i++) {
                trace.at("/env", i).cite("", decision);
            }
        });
        return variables;
    }

    /** Of a container that stands in the pod whole, all of whose lines are the decision's. */
    static List<EnvVar> of(dev.idp.Container container) {
        List<EnvVar> variables = new ArrayList<>();
        container
                .env()
                .forEach((name, text) -> variables.add(new EnvVar(name, Texts.verbatim(Texts.plain(text)), null)));
        Set<String> taken = new HashSet<>(container.env().keySet());
        taken.addAll(container.secrets().keySet());
        container.secrets().forEach((name, text) -> variables.addAll(secret(name, text, taken)));
        return variables;
    }

    /**
     * A secret alone is referred to. A text composed with secrets takes them from variables of their own, which Kubernetes
     * <a href="https://kubernetes.io/docs/tasks/inject-data-application/define-interdependent-environment-variables/">
     * puts in</a> when the container starts.
     */
    private static List<EnvVar> secret(String name, SecretText text, Set<String> taken) {
        if (text.segments().size() == 1 && text.segments().get(0) instanceof Segment.Key key) {
            return List.of(reference(name, key));
        }
        List<EnvVar> variables = new ArrayList<>();
        StringBuilder composed = new StringBuilder();
        for (Segment segment : text.segments()) {
            if (segment instanceof Segment.Key key) {
                String part = name + "_PART_" + (variables.size() + 1);
                while (!taken.add(part)) {
                    part += "_";
                }
                variables.add(reference(part, key));
                composed.append("$(").append(part).append(')');
            } else if (segment instanceof Segment.Host host) {
                composed.append(host.service());
            } else if (segment instanceof Segment.Literal literal) {
                composed.append(literal.text().replace("$", "$$"));
            }
        }
        variables.add(new EnvVar(name, composed.toString(), null));
        return variables;
    }

    private static EnvVar reference(String name, Segment.Key key) {
        EnvVarSource source = new EnvVarSource();
        source.setSecretKeyRef(new SecretKeySelector(key.key(), key.secret(), null));
        return new EnvVar(name, null, source);
    }
}
