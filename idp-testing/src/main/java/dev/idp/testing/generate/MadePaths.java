package dev.idp.testing.generate;

import dev.idp.Container;
import dev.idp.Cpu;
import dev.idp.GoldenPath;
import dev.idp.Job;
import dev.idp.JobPaving;
import dev.idp.Memory;
import dev.idp.Probe;
import dev.idp.Schedule;
import dev.idp.Service;
import dev.idp.ServicePaving;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The golden paths of made-up platforms. */
final class MadePaths {

    private final MadeServicePath base;
    private final MadeServicePath web;
    private final MadeServicePath migrated;
    private final MadeJobPath batch;
    private final MadeJobPath nightly;

    MadePaths(Choices choices, Listing listing) {
        long memory = 16L + choices.below(64);
        base = new MadeServicePath("base", Optional.empty(), List.of(base(memory), name()));
        web = new MadeServicePath("web", Optional.of(base), List.of(probed(), watched()));
        migrated = new MadeServicePath("migrated", Optional.of(web), List.of(schema()));
        batch = new MadeJobPath("batch", Optional.empty(), List.of(small()));
        nightly = new MadeJobPath("nightly", Optional.of(batch), List.of(everyNight()));
        List.of(base, web, migrated).forEach(path -> path.list(listing));
        List.of(batch, nightly).forEach(path -> path.list(listing));
    }

    /** Those that a service can be on. */
    List<MadeServicePath> ofServices(boolean speakingHttp) {
        return speakingHttp ? List.of(base, web, migrated) : List.of(base);
    }

    List<MadeJobPath> ofJobs() {
        return List.of(batch, nightly);
    }

    private static Said<ServicePaving> base(long memory) {
        return ofService(
                "defaults().memory(Memory.mebibytes(" + memory + "), Memory.mebibytes(" + 2 * memory + "))"
                        + ".initStep(Container.named(\"base-step\").image(\"step:1\").build())",
                service -> service.defaults()
                        .memory(Memory.mebibytes(memory), Memory.mebibytes(2 * memory))
                        .initStep(Container.named("base-step").image("step:1").build()));
    }

    private static Said<ServicePaving> name() {
        return ofService("defaults().env(\"NAME\", service.serviceName())", service -> service.defaults()
                .env("NAME", service.serviceName()));
    }

    private static Said<ServicePaving> probed() {
        return ofService(
                "defaults().readiness(Probe.tcpConnect().onPort(\"http\"))"
                        + ".env(\"PORT\", Service.self().listeningPort(\"http\"))",
                service -> service.defaults()
                        .readiness(Probe.tcpConnect().onPort("http"))
                        .env("PORT", Service.self().listeningPort("http")));
    }

    private static Said<ServicePaving> watched() {
        return ofService(
                "mandates(\"seen\", \"the watch looks at it\").label(\"watched\", \"yes\")",
                service -> service.mandates("seen", "the watch looks at it").label("watched", "yes"));
    }

    private static Said<ServicePaving> schema() {
        return ofService(
                "defaults().migratedBy(Job.named(service.serviceName() + \"-schema\").arguments(\"migrate\").build())",
                service -> service.defaults()
                        .migratedBy(Job.named(service.serviceName() + "-schema")
                                .arguments("migrate")
                                .build()));
    }

    private static Said<JobPaving> small() {
        return ofJob(
                "defaults(\"a batch is small\").cpu(Cpu.millis(20)).env(\"JOB\", job.jobName())",
                job -> job.defaults("a batch is small").cpu(Cpu.millis(20)).env("JOB", job.jobName()));
    }

    private static Said<JobPaving> everyNight() {
        return ofJob(
                "defaults().schedule(Schedule.cron(\"30 3 * * mon-fri\").inZone(ZoneId.of(\"Europe/Berlin\")))",
                job -> job.defaults().schedule(Schedule.cron("30 3 * * mon-fri").inZone(ZoneId.of("Europe/Berlin"))));
    }

    private static Said<ServicePaving> ofService(String source, Consumer<ServicePaving> effect) {
        return Said.of(source, effect);
    }

    private static Said<JobPaving> ofJob(String source, Consumer<JobPaving> effect) {
        return Said.of(source, effect);
    }

    /** An anonymous class, so that it can stand in the method of a test. */
    static String source(
            String type, String id, Optional<? extends GoldenPath> extending, String paved, List<String> statements) {
        StringBuilder source = new StringBuilder(type + " " + id + " = new " + type + "() {\n");
        method(source, "String id()", "return \"" + id + "\";");
        method(source, "String version()", "return \"1.0\";");
        extending.ifPresent(
                path -> method(source, "Optional<" + type + "> extending()", "return Optional.of(" + path.id() + ");"));
        method(
                source,
                "void pave(" + paved + ", Environment environment)",
                statements.stream().map(statement -> statement + ";").toArray(String[]::new));
        return source.append("};\n").toString();
    }

    static void method(StringBuilder source, String signature, String... lines) {
        source.append("    @Override\n    public ").append(signature).append(" {\n");
        for (String line : lines) {
            source.append("        ").append(line).append('\n');
        }
        source.append("    }\n");
    }
}
