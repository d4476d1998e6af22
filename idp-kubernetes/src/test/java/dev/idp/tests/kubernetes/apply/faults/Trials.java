package dev.idp.tests.kubernetes.apply.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.kubernetes.apply.ApplyOptions;
import dev.idp.kubernetes.apply.ApplySet;
import dev.idp.kubernetes.apply.ChangeSet;
import dev.idp.kubernetes.apply.Cluster;
import dev.idp.kubernetes.apply.Outcome;
import dev.idp.kubernetes.apply.Outcome.Result;
import dev.idp.tests.kubernetes.apiserver.ApiServer;
import dev.idp.tests.kubernetes.apply.TestCluster;
import dev.idp.tests.kubernetes.apply.faults.Figures.End;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Applies a {@link SmallSet} where something goes wrong, and a second time where nothing does. */
final class Trials implements AutoCloseable {

    static final ApplyOptions AT_ONCE = ApplyOptions.defaults().withoutWaiting();

    private static final AtomicInteger COUNT = new AtomicInteger();

    final Play play = new Play();
    private final MisbehavingProxy proxy;
    private final KubernetesClient faulty;
    private final KubernetesClient direct;

    Trials() throws Exception {
        ApiServer server = ApiServer.shared();
        proxy = MisbehavingProxy.before(server.address(), server.client(), play);
        faulty = client(proxy.address());
        direct = TestCluster.client(server.kubeConfigWithToken());
    }

    static KubernetesClient client(URI proxy) {
        Config config = new ConfigBuilder(Config.empty())
                .withMasterUrl(proxy.toString())
                .build();
        return new KubernetesClientBuilder().withConfig(config).build();
    }

    URI address() {
        return proxy.address();
    }

    KubernetesClient faultyClient() {
        return faulty;
    }

    Cluster cluster() {
        return Cluster.of(direct).patience(Duration.ofSeconds(10), Duration.ofSeconds(10));
    }

    Cluster faultyCluster() {
        return Cluster.of(faulty).patience(Duration.ofSeconds(10), Duration.ofSeconds(10));
    }

    static String newNamespace() {
        return "f" + COUNT.incrementAndGet();
    }

    /** What is run where something goes wrong; empty where it does not get to an end. */
    interface Run extends Function<ApplySet, Optional<Outcome>> {}

    Run throughTheProxy(ApplyOptions options) {
        return set -> Optional.of(faultyCluster().apply(set, options));
    }

    /** How many requests it takes where nothing goes wrong. */
    int requests(boolean prunes) throws Exception {
        SmallSet set = new SmallSet(newNamespace());
        InCluster found = new InCluster(ApiServer.shared(), set.namespace());
        if (prunes) {
            cluster().apply(set.whole(), AT_ONCE).orThrow();
        }
        play.begin(Script.nothing());
        faultyCluster()
                .apply(prunes ? set.half() : set.whole(), AT_ONCE.pruning())
                .orThrow();
        found.removeDefinition();
        return play.asked();
    }

    /** The second run must do whatever the first did not, and nothing else. */
    End tryOut(SmallSet set, boolean prunes, boolean isPlanted, Script script, Run run) throws Exception {
        InCluster found = new InCluster(ApiServer.shared(), set.namespace());
        if (isPlanted) {
            found.plantForeignObjects();
        }
        if (prunes) {
            cluster().apply(set.whole(), AT_ONCE).orThrow();
        }
        Map<String, String> foreign = found.foreignObjects();
        ApplySet wanted = prunes ? set.half() : set.whole();
        play.begin(script);
        Optional<Outcome> outcome = run.apply(wanted);
        play.end();
        try {
            Map<String, String> passwords = found.passwords();
            expectNothingForgotten(found, wanted);
            outcome.ifPresent(Trials::expectClearWords);

            Outcome again = cluster().apply(wanted, AT_ONCE.pruning());

            assertThat(again.isSuccess()).as(again.toText()).isTrue();
            boolean survived = outcome.filter(Outcome::isSuccess).isPresent();
            if (survived) {
                assertThat(again.objects()).allMatch(object -> object.result() == Result.UNCHANGED);
            }
            ChangeSet left = cluster().diff(wanted);
            assertThat(left.isEmpty()).as(left.toText()).isTrue();
            expectTheSet(found, wanted, prunes ? set.namesOfHalf() : set.namesOfWhole());
            assertThat(found.passwords()).hasSize(2).containsAllEntriesOf(passwords);
            assertThat(found.foreignObjects()).isEqualTo(foreign);
            return play.met() == 0 ? End.NOT_MET : survived ? End.SURVIVED : End.CONVERGED;
        } finally {
            found.removeDefinition();
        }
    }

    /** Only the namespace that the memory is in comes before the memory. */
    private static void expectNothingForgotten(InCluster found, ApplySet set) throws Exception {
        Set<String> kinds = InCluster.kinds(found.marked(set.id()));
        Set<String> remembered = found.rememberedKinds();
        assertThat(remembered.isEmpty() ? Set.of("Namespace") : remembered).containsAll(kinds);
    }

    /** Which request it was, or which object and what was answered. */
    private static void expectClearWords(Outcome outcome) {
        if (!outcome.failure().isEmpty()) {
            assertThat(outcome.failure())
                    .containsPattern("(GET|POST|PATCH|DELETE) /|Namespace/.*\\([45]\\d\\d |cancelled|interrupted");
        }
        outcome.with(Result.FAILED).forEach(object -> assertThat(object.message())
                .containsPattern(
                        "(GET|POST|PATCH|DELETE) /|refuses it \\([45]\\d\\d[ )]|somebody changed it meanwhile"));
    }

    private static void expectTheSet(InCluster found, ApplySet set, Set<String> names) throws Exception {
        assertThat(found.marked(set.id())).isEqualTo(names);
        assertThat(found.rememberedKinds()).isEqualTo(InCluster.kinds(names));
    }

    @Override
    public void close() throws IOException {
        faulty.close();
        direct.close();
        proxy.close();
    }
}
