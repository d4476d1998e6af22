package dev.idp.benchmarks.process;

import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The same objects by Fabric8's fluent builders, written as Fabric8 writes YAML. */
public final class Fabric8Program {

    private static final List<Fabric8Environment> ENVIRONMENTS = List.of(
            new Fabric8Environment("dev", 2, 4),
            new Fabric8Environment("staging", 2, 4),
            new Fabric8Environment("prod", 3, 9));

    private Fabric8Program() {}

    /**
     * Runs it.
     *
     * @param args how many services, and the directory to write to
     * @throws IOException if a file cannot be written
     */
    public static void main(String[] args) throws IOException {
        Calls calls = new Calls(Integer.parseInt(args[0]));
        for (Fabric8Environment environment : ENVIRONMENTS) {
            Path directory = Files.createDirectories(
                    Path.of(args[1]).resolve(environment.name()).resolve("workloads"));
            for (int index = 0; index < calls.size(); index++) {
                String yaml = new Fabric8Workload(environment, calls, index)
                        .objects().stream().map(Serialization::asYaml).collect(Collectors.joining());
                Files.writeString(directory.resolve("service-" + index + ".yaml"), yaml);
            }
        }
        Allocation.printIfAsked();
    }
}
