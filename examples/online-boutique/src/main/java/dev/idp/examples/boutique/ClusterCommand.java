package dev.idp.examples.boutique;

import dev.idp.kubernetes.Kubernetes;
import dev.idp.kubernetes.apply.ApplyException;
import dev.idp.kubernetes.apply.ApplyOptions;
import dev.idp.kubernetes.apply.ApplySet;
import dev.idp.kubernetes.apply.ChangeSet;
import dev.idp.kubernetes.apply.Cluster;
import dev.idp.kubernetes.apply.Drift;
import dev.idp.kubernetes.apply.Outcome;
import dev.idp.kubernetes.apply.Progress;
import dev.idp.plan.Plan;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.NoSuchElementException;

/**
 * What is done at the cluster to which the current kubeconfig leads. Whoever asks for nothing of it loads no class of a client.
 *
 * <p>The status is that of {@code kubectl diff}: 1 if there are differences or something failed, more if nobody could find out.
 */
record ClusterCommand(PrintStream out, Plan plan, ClusterArguments arguments) {

    int run() {
        try (KubernetesClient client = new KubernetesClientBuilder().build()) {
            ApplySet set = ApplySet.of(Kubernetes.backend().render(plan.in(arguments.environment())));
            return run(Cluster.of(client), set);
        } catch (ApplyException
                | KubernetesClientException
                | UncheckedIOException
                | IllegalArgumentException
                | NoSuchElementException failed) {
            out.println(failed.getMessage());
            return 2;
        }
    }

    private int run(Cluster cluster, ApplySet set) {
        ApplyOptions options = ApplyOptions.defaults().listener(Progress.onConsole());
        return switch (arguments.command()) {
            case "diff" -> diff(cluster, set);
            case "drift" -> drift(cluster.drift(set));
            case "prune" -> report(cluster.prune(set, options));
            default -> report(apply(cluster, set, arguments.waits() ? options : options.withoutWaiting()));
        };
    }

    private int diff(Cluster cluster, ApplySet set) {
        ChangeSet changes = cluster.diff(set);
        arguments.saved().map(Path::of).ifPresent(changes::save);
        out.println(changes.toText());
        return changes.isEmpty() ? 0 : 1;
    }

    private Outcome apply(Cluster cluster, ApplySet set, ApplyOptions options) {
        return arguments
                .saved()
                .map(file -> cluster.apply(set, ChangeSet.load(Path.of(file)), options))
                .orElseGet(() -> cluster.apply(set, options));
    }

    private int drift(Drift drift) {
        out.println(drift.toText());
        return drift.isInSync() ? 0 : 1;
    }

    private int report(Outcome outcome) {
        out.println(outcome.toText());
        return outcome.isSuccess() ? 0 : 1;
    }
}
