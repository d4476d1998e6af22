package dev.idp.benchmarks.apply;

import io.fabric8.kubeapitest.KubeAPIServer;
import io.fabric8.kubeapitest.KubeAPIServerConfigBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.internal.SSLUtils;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/**
 * Applies the same 2,400 objects by this library, by kubectl and by plain HTTP, each in a namespace of its own, to one API
 * server in one run, and prints what each took as a whole process.
 */
public final class ApplyComparison {

    private final Path home;
    private final Path config;
    private final String kubectl;

    private ApplyComparison(Path home, Path config, String kubectl) {
        this.home = home;
        this.config = config;
        this.kubectl = kubectl;
    }

    /**
     * Runs it. {@code KUBE_API_TEST_DIR} names the directory with {@code k8s/VERSION-linux-amd64/{kube-apiserver,etcd,kubectl}}.
     *
     * @param args none
     * @throws Exception if anything fails
     */
    public static void main(String[] args) throws Exception {
        Path home = Files.createTempDirectory("apply");
        KubeAPIServer server = new KubeAPIServer(KubeAPIServerConfigBuilder.anAPIServerConfig()
                .withOfflineMode(true)
                .build());
        server.start();
        try {
            Path config = Files.writeString(home.resolve("config"), server.getKubeConfigYaml());
            new ApplyComparison(home, config, kubectl()).run();
        } finally {
            server.stop();
        }
    }

    private static String kubectl() throws IOException {
        try (Stream<Path> binaries = Files.walk(Path.of(System.getenv("KUBE_API_TEST_DIR")))) {
            return binaries.filter(path -> path.endsWith("kubectl"))
                    .sorted()
                    .findFirst()
                    .orElseThrow()
                    .toString();
        }
    }

    private void run() throws Exception {
        plain();
        Path yaml = Files.writeString(home.resolve("all.yaml"), Workload.yaml(Workload.objects("kubectl")));
        Path changed = Files.writeString(home.resolve("changed.yaml"), Workload.yaml(Workload.changed("kubectl")));
        List<String> rows = new ArrayList<>();
        double first = ours("first apply", rows, "apply");
        double kubectlFirst = kubectl(rows, "apply", "--server-side", "-f", yaml.toString());
        double again = ours("no-op apply", rows, "apply");
        double kubectlAgain = kubectl(rows, "apply", "--server-side", "-f", yaml.toString());
        double drift = ours("drift", rows, "drift");
        double diff = ours("diff", rows, "diff");
        double kubectlDiff = kubectl(rows, "diff", "--server-side", "-f", yaml.toString());
        double change = ours("one change", rows, "change");
        double kubectlChange = kubectl(rows, "apply", "--server-side", "-f", changed.toString());
        System.out.println();
        rows.forEach(System.out::println);
        System.out.println();
        ratio("first apply", kubectlFirst, first);
        ratio("no-op apply", kubectlAgain, again);
        ratio("one change", kubectlChange, change);
        ratio("drift, to kubectl's no-op", kubectlAgain, drift);
        ratio("drift, to kubectl diff", kubectlDiff, drift);
        ratio("diff, to kubectl diff", kubectlDiff, diff);
    }

    private static void ratio(String what, double theirs, double ours) {
        System.out.printf(
                Locale.ROOT, "%-26s %5.1f times as fast (%.2f s to %.2f s)%n", what, theirs / ours, theirs, ours);
    }

    private void plain() throws Exception {
        Config client = Config.fromKubeconfig(Files.readString(config));
        SSLContext trust = SSLUtils.sslContext(client);
        String server = client.getMasterUrl().replaceAll("/$", "");
        List<PlainHttp.Patch> patches = new ArrayList<>();
        for (HasMetadata object : Workload.objects("plain")) {
            String group = object.getApiVersion().contains("/") ? "/apis/" : "/api/";
            boolean isNamespaced = object.getMetadata().getNamespace() != null;
            patches.add(new PlainHttp.Patch(
                    group + object.getApiVersion() + (isNamespaced ? "/namespaces/plain" : "") + "/"
                            + object.getPlural() + "/" + object.getMetadata().getName(),
                    Serialization.asJson(object)));
        }
        PlainHttp http = new PlainHttp(server, trust);
        http.send(patches.subList(0, 1));
        for (String what : List.of("first", "no-op")) {
            long begin = System.nanoTime();
            http.send(patches.subList(1, patches.size()));
            System.out.printf(
                    Locale.ROOT,
                    "plain HTTP, sixteen at a time, %s: %.2f s for %d requests%n",
                    what,
                    (System.nanoTime() - begin) / 1e9,
                    patches.size() - 1);
        }
    }

    private double ours(String what, List<String> rows, String verb) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path")));
        String options = System.getProperty("processOptions", "");
        if (!options.isEmpty()) {
            command.addAll(1, List.of(options.split(" ", -1)));
        }
        command.addAll(List.of(ApplyOnce.class.getName(), config.toString(), verb));
        return timed(what, rows, command);
    }

    private double kubectl(List<String> rows, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(kubectl, "--kubeconfig=" + config));
        command.addAll(List.of(arguments));
        return timed("kubectl " + arguments[0], rows, command);
    }

    private double timed(String what, List<String> rows, List<String> command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("HOME", home.toString());
        long begin = System.nanoTime();
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (code != 0) {
            throw new IOException(what + " failed: " + text.substring(0, Math.min(text.length(), 2000)));
        }
        String said = what.startsWith("kubectl")
                ? text.lines().count() + " lines"
                : text.strip().replace("\n", "; ");
        rows.add(String.format(Locale.ROOT, "%-16s %6.2f s   %s", what, seconds, said));
        System.out.println(rows.get(rows.size() - 1));
        return seconds;
    }
}
