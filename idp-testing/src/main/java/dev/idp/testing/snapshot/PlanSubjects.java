package dev.idp.testing.snapshot;

import dev.idp.Setting;
import dev.idp.explain.Decision;
import dev.idp.plan.Decisions;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.Plan;
import dev.idp.plan.ResourcePlan;
import dev.idp.plan.WorkloadPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What snapshots show of plans: the environment, services, jobs, external services and resources. */
final class PlanSubjects {

    private final EnvironmentPlan environment;
    private final String file;
    private final Map<?, ?> json;
    private final List<SnapshotSubject> subjects = new ArrayList<>();

    private PlanSubjects(EnvironmentPlan environment, String file) {
        this.environment = environment;
        this.file = file;
        Map<?, ?> plan = map(SnapshotText.parse(new Plan(environment.platform(), List.of(environment)).toJson()));
        this.json = map(elements(plan.get("environments")).get(0));
    }

    static List<SnapshotSubject> of(Plan plan) {
        return plan.environments().stream()
                .flatMap(environment -> of(environment, environment.name()).stream())
                .toList();
    }

    static List<SnapshotSubject> of(EnvironmentPlan environment, String file) {
        PlanSubjects plan = new PlanSubjects(environment, file);
        plan.addEnvironment();
        environment.services().forEach(service -> plan.addWorkload(service));
        environment.jobs().forEach(job -> plan.addWorkload(job));
        plan.addExternals();
        plan.addResources();
        return plan.subjects;
    }

    private void addEnvironment() {
        DecidedSubject subject = subject("environment", environment.identity());
        subject.put("name", environment.name(), environment.identity());
        subject.put("platform", environment.platform().get(), environment.platform());
        addSettings(subject, environment.decisions(), map(json.get("settings")));
        subjects.add(subject);
    }

    private void addWorkload(WorkloadPlan workload) {
        DecidedSubject subject = subject(WorkloadPlan.path(workload.kind(), workload.name()), workload.identity());
        addSettings(
                subject,
                workload.decisions(),
                map(map(json.get(workload.kind().toString())).get(workload.name())));
        subject.putLinks(environment.graph(), workload.name());
        subjects.add(subject);
    }

    private void addSettings(DecidedSubject subject, Decisions decisions, Map<?, ?> settings) {
        for (Setting<?> setting : decisions.settings()) {
            Object value = settings.get(setting.id());
            switch (setting.merge()) {
                case REPLACE -> subject.put(setting.id(), value, decisions.decision(setting));
                case BY_KEY -> subject.putEntries(setting.id(), map(value), entries(decisions, setting));
                case APPEND -> {
                    List<Decision<?>> said =
                            new ArrayList<>(decisions.entries(setting).values());
                    subject.putElements(setting.id(), elements(value), said);
                }
            }
        }
    }

    /** Also those of which a value was taken away, since somebody said so. */
    private static Map<String, Decision<?>> entries(Decisions decisions, Setting<?> setting) {
        String prefix = decisions.decision(setting).subject() + "/";
        Map<String, Decision<?>> entries = new LinkedHashMap<>();
        decisions.all().stream()
                .filter(decision -> decision.subject().startsWith(prefix))
                .forEach(decision -> entries.put(decision.subject().substring(prefix.length()), decision));
        return entries;
    }

    private void addExternals() {
        List<?> externals = elements(json.get("externals"));
        for (int i = 0; i < externals.size(); i++) {
            Decision<?> said = environment.externals().get(i);
            DecidedSubject subject =
                    subject("externals/" + environment.externals().get(i).get().name(), said);
            map(externals.get(i)).forEach((key, value) -> subject.put(String.valueOf(key), value, said));
            subjects.add(subject);
        }
    }

    private void addResources() {
        List<?> resources = elements(json.get("resources"));
        for (int i = 0; i < resources.size(); i++) {
            ResourcePlan resource = environment.resources().get(i);
            DecidedSubject subject = subject("resources/" + resource.name(), resource.provisioner());
            map(resources.get(i))
                    .forEach((key, value) -> subject.put(String.valueOf(key), value, resource.provisioner()));
            subjects.add(subject);
        }
    }

    private DecidedSubject subject(String name, Decision<?> identity) {
        return new DecidedSubject(file, name, environment.name(), identity);
    }

    private static Map<?, ?> map(@Nullable Object json) {
        return json == null ? Map.of() : (Map<?, ?>) json;
    }

    private static List<?> elements(@Nullable Object json) {
        return json == null ? List.of() : (List<?>) json;
    }
}
