package dev.idp.examples.boutique;

import dev.idp.kubernetes.Kubernetes;
import dev.idp.kubernetes.Manifests;
import dev.idp.output.WriteReport;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.Plan;
import dev.idp.policy.Policy;
import dev.idp.policy.Verdict;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;

/** Writes the manifests of every environment, and says what it did. */
record RenderCommand(PrintStream out, Path output, LocalDate today) {

    private static final String ROW = "%-12s %8s %8s %8s %10s %8s %9s %8s%n";

    void run(Plan plan) {
        out.printf(ROW, "environment", "services", "objects", "written", "unchanged", "removed", "findings", "time");
        Verdict verdict = Policy.standard().check(plan, today);
        plan.environments().parallelStream()
                .map(environment -> write(environment, verdict.in(environment.name())))
                .forEachOrdered(out::print);
        out.println();
        out.println("Written to " + output + ". Every line has an answer, for example:");
        out.println();
        out.println(Kubernetes.backend()
                .render(plan.in(Environments.PROD))
                .explain("Deployment/frontend", "/spec/template/spec/containers/0/resources/limits/memory"));
    }

    private String write(EnvironmentPlan environment, Verdict verdict) {
        long start = System.nanoTime();
        Manifests manifests = Kubernetes.backend().render(environment);
        WriteReport report = manifests.writeTo(output.resolve(environment.name()));
        long millis = (System.nanoTime() - start) / 1_000_000;
        return String.format(
                Locale.ROOT,
                ROW,
                environment.name(),
                environment.services().size(),
                report.total(),
                report.written(),
                report.unchanged(),
                report.removed(),
                verdict.open().size(),
                millis + " ms");
    }
}
