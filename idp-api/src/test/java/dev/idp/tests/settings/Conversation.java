package dev.idp.tests.settings;

import static dev.idp.Tier.PRODUCTION;

import dev.idp.Environment;
import dev.idp.Job;
import dev.idp.JobPath;
import dev.idp.Platform;
import dev.idp.PublicEntry;
import dev.idp.Service;
import dev.idp.ServicePath;
import dev.idp.Settings;
import dev.idp.WorkloadKind;
import dev.idp.WorkloadSettings;
import dev.idp.plan.WorkloadPlan;
import dev.idp.tests.Paths;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/** A platform with one workload, about which everyone says something. */
final class Conversation {

    /** By this id the workload can waive what the environment mandates. */
    static final String LAW = "the-law";

    private final SettingCase<?> setting;
    private final WorkloadKind kind;
    private final Map<Speaker, Consumer<WorkloadSettings<?>>> said = new EnumMap<>(Speaker.class);

    private Conversation(SettingCase<?> setting, WorkloadKind kind) {
        this.setting = setting;
        this.kind = kind;
    }

    static Conversation about(SettingCase<?> setting, WorkloadKind kind) {
        return new Conversation(setting, kind);
    }

    Conversation say(Speaker speaker, Consumer<WorkloadSettings<?>> saying) {
        said.put(speaker, saying);
        return this;
    }

    WorkloadPlan plan() {
        return platform().plan().in("prod").findWorkload("w").orElseThrow();
    }

    Platform platform() {
        Environment.Builder environment = Environment.named("prod")
                .tier(PRODUCTION)
                .domain("shop.example")
                .publicThrough(PublicEntry.named("nginx", "ingress"))
                .defaults(all -> speak(Speaker.ENVIRONMENT, all))
                .jobDefaults(job -> speak(Speaker.ENVIRONMENT_TO_JOBS, job));
        if (setting.isFor(WorkloadKind.SERVICE)) {
            environment.mandates(LAW, "it is the law", all -> speak(Speaker.MANDATE, all));
        } else {
            environment.jobMandates(LAW, "it is the law", job -> speak(Speaker.MANDATE, job));
        }
        Environment prod = environment.build();
        Platform.Builder shop = Platform.named("shop")
                .environments(prod)
                .defaults(all -> speak(Speaker.PLATFORM, all))
                .jobDefaults(job -> speak(Speaker.PLATFORM_TO_JOBS, job));
        return (kind == WorkloadKind.SERVICE ? shop.services(service(prod)) : shop.jobs(job(prod))).build();
    }

    private Service service(Environment prod) {
        ServicePath base = Paths.path("base", (service, where) -> speak(Speaker.BASE_PATH, service.defaults()));
        ServicePath web =
                Paths.path("web", base, (service, where) -> speak(Speaker.EXTENDING_PATH, service.defaults()));
        Service.Builder service = setting.service()
                .on(web)
                .in(prod, there -> speak(Speaker.IN_ENVIRONMENT, there))
                .in(PRODUCTION, there -> speak(Speaker.IN_TIER, there));
        nameImage(service);
        speak(Speaker.IN_GENERAL, service);
        return service.build();
    }

    private Job job(Environment prod) {
        JobPath base = Paths.ofJobs("base", (job, where) -> speak(Speaker.BASE_PATH, job.defaults()));
        JobPath web = Paths.ofJobs("web", base, (job, where) -> speak(Speaker.EXTENDING_PATH, job.defaults()));
        Job.Builder job = setting.job()
                .on(web)
                .in(prod, there -> speak(Speaker.IN_ENVIRONMENT, there))
                .in(PRODUCTION, there -> speak(Speaker.IN_TIER, there));
        nameImage(job);
        speak(Speaker.IN_GENERAL, job);
        return job.build();
    }

    private void nameImage(WorkloadSettings<?> workload) {
        if (!setting.setting().equals(Settings.IMAGE)) {
            workload.image("registry.example/w:1");
        }
    }

    private void speak(Speaker speaker, WorkloadSettings<?> block) {
        said.getOrDefault(speaker, nothing -> {}).accept(block);
    }
}
