package dev.idp.benchmarks.apply;

import dev.idp.kubernetes.apply.ApplyOptions;
import dev.idp.kubernetes.apply.ApplySet;
import dev.idp.kubernetes.apply.Cluster;
import dev.idp.kubernetes.apply.Drift;
import dev.idp.kubernetes.apply.Outcome;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** One process that plans, renders and applies, as a user's program would. Says what it did, and what it took. */
public final class ApplyOnce {

    private ApplyOnce() {}

    /**
     * Runs it.
     *
     * @param args the kubeconfig's file, then {@code apply}, {@code change}, {@code diff} or {@code drift}
     * @throws IOException if the file cannot be read
     */
    public static void main(String[] args) throws IOException {
        try (KubernetesClient client = new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(Files.readString(Path.of(args[0]))))
                .build()) {
            Cluster cluster = Cluster.of(client);
            ApplySet set =
                    Workload.set("idp", args[1].equals("change") ? Workload.changed("idp") : Workload.objects("idp"));
            int times = Integer.getInteger("times", 1);
            for (int i = 0; i < times; i++) {
                long begin = System.nanoTime();
                String said;
                switch (args[1]) {
                    case "drift" -> {
                        Drift drift = cluster.drift(set);
                        said = drift.toText();
                    }
                    case "diff" -> said = cluster.diff(set).summary();
                    default -> {
                        Outcome outcome =
                                cluster.apply(set, ApplyOptions.defaults().withoutWaiting());
                        outcome.orThrow();
                        said = outcome.toText();
                    }
                }
                System.out.printf("%s; engine %.2f s%n", said, (System.nanoTime() - begin) / 1e9);
            }
        }
        System.out.println(Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .findFirst()
                .orElse(""));
    }
}
