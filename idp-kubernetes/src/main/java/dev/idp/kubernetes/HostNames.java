package dev.idp.kubernetes;

import dev.idp.SecretText;
import dev.idp.Segment;
import dev.idp.Setting;
import dev.idp.Settings;
import dev.idp.Text;
import dev.idp.TextForm;
import dev.idp.explain.Decision;
import dev.idp.plan.Decisions;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.JobPlan;
import dev.idp.plan.ServicePlan;
import dev.idp.plan.WorkloadPlan;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The names by which workloads reach services: within a namespace the service's name, and from elsewhere with the
 * namespace after it.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/">DNS for Services and Pods</a>
 */
final class HostNames {

    private final EnvironmentPlan environment;

    private HostNames(EnvironmentPlan environment) {
        this.environment = environment;
    }

    /** Returns the plan with hosts as the callers must write them, which most often are the services' names. */
    static EnvironmentPlan asCalled(EnvironmentPlan environment) {
        if (environment.namespaces().size() == 1) {
            return environment;
        }
        HostNames names = new HostNames(environment);
        return EnvironmentPlan.of(
                environment.platform(),
                environment.identity(),
                environment.decisions(),
                environment.workloads().stream().map(names::asCalled).toList(),
                environment.externals(),
                environment.resources(),
                environment.graph());
    }

    private WorkloadPlan asCalled(WorkloadPlan caller) {
        Decisions.Builder decisions = caller.decisions().toBuilder();
        for (Setting<?> setting : caller.decisions().settings()) {
            complete(caller, setting, decisions);
        }
        Decisions completed = decisions.build(Settings.all());
        return switch (caller.kind()) {
            case SERVICE -> new ServicePlan(caller.identity(), completed);
            case JOB -> new JobPlan(caller.identity(), completed);
        };
    }

    private <T> void complete(WorkloadPlan caller, Setting<T> setting, Decisions.Builder decisions) {
        setting.texts().ifPresent(texts -> caller.entries(setting).forEach((entry, decision) -> {
            Completion completion = new Completion(environment.namespaceOf(caller));
            T completed = texts.resolve(decision.get(), completion);
            if (!completion.parts.isEmpty()) {
                completion.parts.addAll(0, decision.parts());
                decisions.put(setting, entry, decision.resolvedTo(completed, completion.parts));
            }
        }));
    }

    /** The texts of one value. */
    private final class Completion implements TextForm.Resolver {

        private final Decision<String> from;
        private final List<Decision<?>> parts = new ArrayList<>();

        Completion(Decision<String> from) {
            this.from = from;
        }

        @Override
        public Text resolve(Text text) {
            return new Text(complete(text.segments()));
        }

        @Override
        public SecretText resolve(SecretText text) {
            return new SecretText(complete(text.segments()));
        }

        private List<Segment> complete(List<Segment> segments) {
            return segments.stream().map(this::complete).toList();
        }

        private Segment complete(Segment segment) {
            if (!(segment instanceof Segment.Host host)) {
                return segment;
            }
            Decision<String> to = environment.namespaceOf(environment.service(host.service()));
            Set<Decision<?>> because = new LinkedHashSet<>(List.of(to));
            because.addAll(to.parts());
            because.addAll(from.parts());
            because.removeAll(parts);
            parts.addAll(because);
            return to.get().equals(from.get()) ? segment : new Segment.Host(host.service() + "." + to.get());
        }
    }
}
