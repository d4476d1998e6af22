package dev.idp.kubernetes.internal.facets;

import dev.idp.ContainerRange;
import dev.idp.EnvironmentSettings;
import dev.idp.explain.Decision;
import dev.idp.kubernetes.internal.render.EnvironmentFacet;
import dev.idp.kubernetes.internal.render.Output;
import dev.idp.kubernetes.internal.render.Trace;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.NamespacePlan;
import io.fabric8.kubernetes.api.model.LimitRange;
import io.fabric8.kubernetes.api.model.LimitRangeItem;
import io.fabric8.kubernetes.api.model.LimitRangeSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What containers get that ask for nothing, and the most that one may get, in each namespace.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/policy/limit-range/">Limit Ranges</a>
 */
final class ContainerRangeFacet implements EnvironmentFacet {

    private static final String ONE = "one range for each namespace";
    private static final String ALL = "holds for each container on its own";

    @Override
    public void render(EnvironmentPlan environment, Output output) {
        Decision<ContainerRange> range = environment.decision(EnvironmentSettings.CONTAINER_RANGE);
        if (range.isPresent()) {
            environment.namespaces().forEach(namespace -> render(range, namespace, environment, output));
        }
    }

    private static void render(
            Decision<ContainerRange> range, NamespacePlan namespace, EnvironmentPlan environment, Output output) {
        Trace trace = output.start();
        Trace at = trace.at("/spec/limits/0");
        LimitRangeItem item = new LimitRangeItem();
        item.setType(at.because("/type", "Container", ALL));
        at.cite("/defaultRequest", range);
        item.setDefaultRequest(
                amounts(Optional.of(range.get().cpu()), Optional.of(range.get().memory())));
        at.cite("/default", range);
        // A limit of processor time slows down, also where the machine has nothing else to do.
        at.absent(
                "/default/cpu",
                range.get().mostCpu().isPresent()
                        ? "Kubernetes takes the most that a container may have as the limit of one that says none"
                        : "a container without a limit may use what nobody else needs",
                range);
        item.setDefault(amounts(Optional.empty(), Optional.of(range.get().memory())));
        Map<String, Quantity> most = amounts(range.get().mostCpu(), range.get().mostMemory());
        if (most.isEmpty()) {
            at.absent("/max", EnvironmentSettings.CONTAINER_RANGE + " has no end", range);
        } else {
            at.cite("/max", range);
            item.setMax(most);
        }
        LimitRangeSpec spec = new LimitRangeSpec();
        spec.setLimits(Editable.list(item));
        LimitRange rendered = new LimitRange();
        rendered.setMetadata(
                Metadata.ofNamespace(trace, "LimitRange", "containers", ONE, namespace.name(), environment));
        rendered.setSpec(spec);
        output.add(rendered);
    }

    private static Map<String, Quantity> amounts(Optional<?> cpu, Optional<?> memory) {
        Map<String, Quantity> amounts = new TreeMap<>();
        cpu.ifPresent(amount -> amounts.put("cpu", new Quantity(amount.toString())));
        memory.ifPresent(amount -> amounts.put("memory", new Quantity(amount.toString())));
        return amounts;
    }
}
