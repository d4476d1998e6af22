package dev.idp.benchmarks.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A base for each service, an overlay for each service and environment, and a build for each overlay. */
final class Kustomize implements Tool {

    private final Path project;
    private final List<String> build = new ArrayList<>();
    private Path home = Path.of(".");

    Kustomize(Path project) {
        this.project = project;
    }

    @Override
    public String name() {
        return "kustomize";
    }

    @Override
    public String prepare(Path directory) throws AbsentException, IOException, InterruptedException {
        home = directory;
        Preparation preparation = Preparation.in(directory).copy(project);
        try {
            String version = preparation.need("", "kustomize", "version");
            build.addAll(List.of("kustomize", "build"));
            return version + ", `kustomize build`";
        } catch (AbsentException e) {
            String version = preparation.need("install kustomize or kubectl", "kubectl", "version", "--client");
            build.addAll(List.of("kubectl", "kustomize"));
            return version.replaceAll("(?s).*Kustomize Version: (\\S+).*", "$1") + ", `kubectl kustomize`";
        }
    }

    @Override
    public void prepareRun(int size, Path out) throws IOException {
        Path sources = home.resolve(String.valueOf(size));
        if (!Files.exists(sources)) {
            new KustomizeSources(project, sources, size).write();
        }
    }

    @Override
    public List<String> command(int size, Path out) {
        List<String> command = new ArrayList<>(List.of("sh", "build.sh", String.valueOf(size), out.toString()));
        command.addAll(build);
        return command;
    }
}
