package dev.idp.examples.bank;

import dev.idp.kubernetes.Kubernetes;
import dev.idp.kubernetes.Layout;
import dev.idp.kubernetes.check.Checks;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.plan.Plan;
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

/** Writes the bank's manifests to a directory, or checks its rules; the other example has more commands. */
public final class Main {

    private static final String USAGE = "usage: bank-of-anthos [check | render DIRECTORY]\n";

    private Main() {}

    /**
     * Runs a command.
     *
     * @param arguments the command; by default, manifests are written beside this program
     * @throws URISyntaxException never
     */
    public static void main(String... arguments) throws URISyntaxException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path program = Path.of(
                Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        List<String> command = arguments.length > 0
                ? List.of(arguments)
                : List.of("render", program.resolveSibling("platform").toString());
        int status = run(command, out, LocalDate.now(ZoneOffset.UTC));
        if (status != 0) {
            System.exit(status);
        }
    }

    static int run(List<String> command, PrintStream out, LocalDate today) {
        Plan plan = BankOfAnthos.platform().plan();
        if (command.equals(List.of("check"))) {
            Verdict verdict = Checks.standard().check(plan, Policy.standard(), ObjectSet.of(plan), today);
            out.println(verdict);
            return verdict.open(Severity.ERROR).isEmpty() ? 0 : 1;
        }
        if (command.size() == 2 && command.get(0).equals("render")) {
            Kubernetes.write(plan, Path.of(command.get(1)), Layout.filePerObject())
                    .forEach((environment, report) -> out.println(
                            environment + ": " + report.total() + " files, " + report.written() + " of them new"));
            return 0;
        }
        out.print(USAGE);
        return 2;
    }
}
