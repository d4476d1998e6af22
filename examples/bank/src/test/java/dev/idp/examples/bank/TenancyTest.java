package dev.idp.examples.bank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.kubernetes.Kubernetes;
import dev.idp.kubernetes.Manifests;
import dev.idp.plan.Plan;
import dev.idp.plan.WorkloadPlan;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.rbac.Subject;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** In production each team has a namespace, with a share of the cluster and rights of its own. */
class TenancyTest {

    private static final Plan PLAN = BankOfAnthos.platform().plan();
    private static final Manifests PROD = Kubernetes.backend().render(PLAN.in("prod"));

    @Test
    void everythingOfATeamIsInItsNamespace() {
        for (WorkloadPlan workload : PLAN.in("prod").workloads()) {
            assertThat(PLAN.in("prod").namespaceOf(workload).get())
                    .isEqualTo("bank-prod-" + workload.owner().orElseThrow());
        }
        assertThat(PLAN.in("staging").workloads()).allSatisfy(workload -> assertThat(
                        PLAN.in("staging").namespaceOf(workload).get())
                .isEqualTo("bank-staging"));
    }

    @Test
    void theLedgerHasTheLargestShare() {
        Map<String, String> cpu = byNamespace(
                ResourceQuota.class,
                quota -> String.valueOf(quota.getSpec().getHard().get("requests.cpu")));

        assertThat(cpu)
                .containsEntry("bank-prod-accounts", "8000m")
                .containsEntry("bank-prod-frontend", "8000m")
                .containsEntry("bank-prod-ledger", "16000m");
    }

    @Test
    void peopleMayLookAtWhatIsTheirs() {
        Map<String, String> groups = byNamespace(
                RoleBinding.class,
                binding -> binding.getRoleRef().getName() + " for "
                        + binding.getSubjects().stream().map(Subject::getName).collect(Collectors.joining(", ")));

        assertThat(groups)
                .isEqualTo(Map.of(
                        "bank-prod-accounts", "view for accounts@bank.example",
                        "bank-prod-frontend", "view for frontend@bank.example",
                        "bank-prod-ledger", "view for ledger@bank.example, ledger-on-call@bank.example"));
    }

    @Test
    void callsFromTeamToTeamAreLetThroughAndNoOthers() {
        NetworkPolicy contacts = PROD.get(NetworkPolicy.class, "contacts");

        assertThat(contacts.getSpec().getIngress().stream()
                        .map(NetworkPolicyIngressRule::getFrom)
                        .flatMap(peers -> peers.stream()
                                .map(peer -> peer.getNamespaceSelector()
                                                .getMatchLabels()
                                                .get("kubernetes.io/metadata.name")
                                        + "/"
                                        + peer.getPodSelector().getMatchLabels().get("app.kubernetes.io/name"))))
                .containsExactly("bank-prod-frontend/frontend", "bank-prod-frontend/status");
    }

    private static <T extends HasMetadata> Map<String, String> byNamespace(Class<T> type, Function<T, String> text) {
        return PROD.objects()
                .filter(type::isInstance)
                .map(type::cast)
                .collect(Collectors.toMap(object -> object.getMetadata().getNamespace(), text));
    }
}
