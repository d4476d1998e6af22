package dev.idp.examples.boutique;

import dev.idp.kubernetes.Kubernetes;
import dev.idp.kubernetes.check.Checks;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.plan.Plan;
import dev.idp.plan.PlatformException;
import dev.idp.policy.Policy;
import dev.idp.policy.Severity;
import dev.idp.policy.Verdict;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** What can be done with the boutique from a command line. */
public final class Main {

    private static final String USAGE = """
            usage: online-boutique [COMMAND]
              render                             write the manifests of every environment (the default)
              check                              apply the rules to every environment
              graph ENV                          print who calls whom, as a Mermaid flow chart
              explain ENV KIND/NAME [POINTER]    say why a line is what it is, or every line
              overrides ENV SERVICE              say what a service changes of its golden path
              plan                               print the plan, as JSON
            and at the cluster of the current kubeconfig, with status 1 for differences and failures, 2 if it cannot be asked:
              diff ENV [--saved FILE]            say what applying would do, and save that
              apply ENV [--no-wait] [--saved FILE]  apply and wait, or do exactly what was saved
              drift ENV                          say what is otherwise than it was applied
              prune ENV                          delete what was applied and is no longer wanted
            """;

    private final PrintStream out;
    private final Path output;

    /** The library knows no clock: whoever runs a check says which day it is. */
    private final LocalDate today;

    Main(PrintStream out, Path output, LocalDate today) {
        this.out = out;
        this.output = output;
        this.today = today;
    }

    /**
     * Runs a command.
     *
     * @param arguments the command and what it is about
     */
    public static void main(String... arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int status = new Main(out, besideThisProgram(), LocalDate.now(ZoneOffset.UTC)).run(List.of(arguments));
        if (status != 0) {
            System.exit(status);
        }
    }

    /** The build's own directory, whether this runs from its classes or from its jar. */
    private static Path besideThisProgram() {
        try {
            Path program = Path.of(Main.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return program.resolveSibling("platform");
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Runs a command.
     *
     * @param arguments the command and what it is about
     * @return 0 if all is well, 1 if something was found, 2 if the command is not one or a cluster cannot be asked
     */
    int run(List<String> arguments) {
        String command = arguments.isEmpty() ? "render" : arguments.get(0);
        try {
            Plan plan = OnlineBoutique.platform().plan();
            Optional<ClusterArguments> atCluster = ClusterArguments.of(arguments);
            if (atCluster.isPresent()) {
                return new ClusterCommand(out, plan, atCluster.get()).run();
            }
            switch (command + " " + Math.max(0, arguments.size() - 1)) {
                case "render 0" -> new RenderCommand(out, output, today).run(plan);
                case "check 0" -> {
                    return check(plan);
                }
                case "graph 1" -> out.print(plan.in(arguments.get(1)).graph().toMermaid());
                case "explain 2" ->
                    Kubernetes.backend()
                            .render(plan.in(arguments.get(1)))
                            .explain(arguments.get(2))
                            .forEach(out::println);
                case "explain 3" ->
                    out.println(Kubernetes.backend()
                            .render(plan.in(arguments.get(1)))
                            .explain(arguments.get(2), arguments.get(3)));
                case "overrides 2" ->
                    plan.in(arguments.get(1))
                            .service(arguments.get(2))
                            .explainOverrides()
                            .forEach(out::println);
                case "plan 0" -> out.print(plan.toJson());
                default -> {
                    out.print(USAGE);
                    return 2;
                }
            }
            return 0;
        } catch (PlatformException | NoSuchElementException | IllegalArgumentException wrong) {
            out.println(wrong.getMessage());
            return 1;
        }
    }

    private int check(Plan plan) {
        Verdict verdict = Checks.standard().check(plan, Policy.standard(), ObjectSet.of(plan), today);
        out.println(verdict);
        return verdict.open(Severity.ERROR).isEmpty() ? 0 : 1;
    }
}
