package dev.idp.kubernetes.internal.facets;

import dev.idp.explain.Decision;
import dev.idp.kubernetes.internal.render.Output;
import dev.idp.kubernetes.internal.render.Trace;
import dev.idp.kubernetes.internal.render.WorkloadFacet;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.WorkloadPlan;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which external services a workload may call by name, where Cilium is the network.
 *
 * <p>Policies add up, so this one says only what the workload's NetworkPolicy cannot.
 *
 * @see <a href="https://docs.cilium.io/en/stable/security/policy/layer3/#dns-based">DNS based policies of Cilium</a>
 */
final class CiliumFacet implements WorkloadFacet {

    private static final String KIND = "CiliumNetworkPolicy";
    private static final String VERSION = "cilium.io/v2";

    private static final String KNOWN = "the network of the environment knows names";
    private static final String SEEN =
            "Cilium learns addresses from the answers that it sees, and sees those it is told of";
    private static final String ALIAS =
            "programs may ask for it by its name in the cluster, and the name that is asked counts";

    @Override
    public void render(WorkloadPlan workload, EnvironmentPlan environment, Output output) {
        boolean isCilium = PoliciesByName.of(environment)
                .filter(said -> said.get() instanceof PoliciesByName policies && policies.isCilium())
                .isPresent();
        if (isCilium && !PoliciesByName.calls(workload, environment).isEmpty()) {
            output.add(policy(output.start(), workload, environment));
        }
    }

    /** Also for a user's code, which may say more than Cilium's policies do. */
    static GenericKubernetesResource policy(Trace trace, WorkloadPlan workload, EnvironmentPlan environment) {
        Decision<?>[] said = PoliciesByName.of(environment).stream().toArray(Decision<?>[]::new);
        GenericKubernetesResource policy = new GenericKubernetesResource();
        policy.setMetadata(Metadata.ofWorkload(trace, KIND, workload, environment));
        policy.setKind(KIND);
        policy.setApiVersion(trace.because("/apiVersion", VERSION, KNOWN, said));
        Map<String, Object> selector = new TreeMap<>();
        selector.put(
                "matchLabels", Metadata.selected(trace.at("/spec/endpointSelector/matchLabels"), workload.identity()));
        List<Object> egress = new ArrayList<>();
        for (PoliciesByName.Call call : PoliciesByName.calls(workload, environment)) {
            egress.add(toHost(trace.at("/spec/egress", egress.size()), call, workload, environment));
        }
        egress.add(trace.because("/spec/egress/" + egress.size(), toNames(), SEEN, said));
        Map<String, Object> spec = new TreeMap<>();
        spec.put("endpointSelector", selector);
        spec.put("egress", egress);
        policy.setAdditionalProperty("spec", spec);
        return policy;
    }

    private static Map<String, Object> toHost(
            Trace trace, PoliciesByName.Call call, WorkloadPlan workload, EnvironmentPlan environment) {
        String host = call.external().get().hostName().toLowerCase(Locale.ROOT);
        trace.cite("/toFQDNs/0/matchName", call.external());
        trace.rule("/toFQDNs/0/matchName", Peers.CALLED, call.because());
        List<Object> hosts = Editable.list(map("matchName", host));
        ExternalNames.of(environment).ifPresent(said -> {
            Decision<String> home = environment.namespaceOf(workload);
            trace.cite("/toFQDNs/1/matchName", call.external(), home);
            trace.rule("/toFQDNs/1/matchName", ALIAS, said);
            hosts.add(map("matchName", call.edge().to() + "." + home.get() + ".svc.cluster.local"));
        });
        trace.cite("/toPorts/0/ports/0/port", call.external());
        trace.rule("/toPorts/0/ports/0/port", Peers.CALLED, call.because());
        trace.cite("/toPorts/0/ports/0/protocol", call.external());
        Map<String, Object> rule = map("toFQDNs", hosts);
        rule.put(
                "toPorts",
                Editable.list(ports(
                        Integer.toString(call.external().get().portNumber()),
                        call.external().get().udp() ? "UDP" : "TCP")));
        return rule;
    }

    /** As the namespace's own policy allows, and this time so that Cilium reads along. */
    private static Map<String, Object> toNames() {
        Map<String, String> labels = Editable.map("k8s:io.kubernetes.pod.namespace", "kube-system");
        labels.put("k8s:k8s-app", "kube-dns");
        Map<String, Object> ports = ports("53", "ANY");
        ports.put("rules", map("dns", Editable.list(map("matchPattern", "*"))));
        Map<String, Object> rule = map("toEndpoints", Editable.list(map("matchLabels", labels)));
        rule.put("toPorts", Editable.list(ports));
        return rule;
    }

    private static Map<String, Object> ports(String port, String protocol) {
        Map<String, Object> open = map("port", port);
        open.put("protocol", protocol);
        return map("ports", Editable.list(open));
    }

    private static Map<String, Object> map(String key, Object value) {
        Map<String, Object> map = new TreeMap<>();
        map.put(key, value);
        return map;
    }
}
