package dev.idp.plan;

import dev.idp.EnvironmentSettings;
import dev.idp.Namespaces;
import dev.idp.Settings;
import dev.idp.Team;
import dev.idp.explain.Decision;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Which namespace everything in an environment is in. */
final class Homes {

    private final EnvironmentPlan environment;
    private final Decision<String> common;
    private final Decision<Namespaces> sharing;
    private final Map<String, ResourcePlan> added = new HashMap<>();
    private final Map<String, Decision<String>> ofWorkloads = new HashMap<>();
    private final Map<String, Decision<String>> ofResources = new HashMap<>();

    Homes(EnvironmentPlan environment) {
        this.environment = environment;
        this.sharing = environment.decision(EnvironmentSettings.NAMESPACES);
        Decision<String> own = environment.decision(EnvironmentSettings.NAMESPACE);
        this.common = sharing.isPresent() ? own.resolvedTo(own.get(), List.of(sharing)) : own;
        for (ResourcePlan resource : environment.resources()) {
            resource.services().forEach(service -> added.put(service, resource));
        }
        // All at once, so that several threads can ask afterwards.
        environment.workloads().forEach(this::of);
        environment.resources().forEach(this::of);
    }

    /** The environment's own comes first, also when nothing is in it: what belongs to all is there. */
    List<NamespacePlan> namespaces() {
        Map<String, Decision<String>> names = new TreeMap<>();
        Map<String, List<WorkloadPlan>> workloads = new HashMap<>();
        for (WorkloadPlan workload : environment.workloads()) {
            Decision<String> home = of(workload);
            names.putIfAbsent(home.get(), home);
            workloads.computeIfAbsent(home.get(), name -> new ArrayList<>()).add(workload);
        }
        for (ResourcePlan resource : environment.resources()) {
            Decision<String> home = of(resource);
            names.putIfAbsent(home.get(), home);
        }
        names.put(common.get(), common);
        return names.values().stream()
                .sorted(Comparator.comparing(
                                (Decision<String> name) -> !name.get().equals(common.get()))
                        .thenComparing(Decision::get))
                .map(name -> new NamespacePlan(name, List.copyOf(workloads.getOrDefault(name.get(), List.of()))))
                .toList();
    }

    Decision<String> of(WorkloadPlan workload) {
        if (isShared()) {
            return common;
        }
        Decision<String> known = ofWorkloads.get(workload.name());
        if (known == null) {
            known = find(workload);
            ofWorkloads.put(workload.name(), known);
        }
        return known;
    }

    private boolean isShared() {
        return sharing.value().orElse(Namespaces.PER_ENVIRONMENT) == Namespaces.PER_ENVIRONMENT;
    }

    private Decision<String> find(WorkloadPlan workload) {
        ResourcePlan resource = added.get(workload.name());
        if (resource != null) {
            return of(resource);
        }
        if (sharing.get() == Namespaces.PER_TEAM) {
            Decision<Team> owner = workload.decision(Settings.OWNER);
            return owner.value().map(team -> home(team.name(), owner)).orElseGet(() -> home("", owner));
        }
        return forWhom(workload).map(this::of).orElseGet(() -> home(workload.name(), workload.identity()));
    }

    /** What a job prepares for one workload alone needs what that workload has. */
    private Optional<WorkloadPlan> forWhom(WorkloadPlan workload) {
        if (!(workload instanceof JobPlan)) {
            return Optional.empty();
        }
        Set<String> waiting = new LinkedHashSet<>();
        environment.graph().starts().stream()
                .filter(start -> start.to().equals(workload.name()))
                .forEach(start -> waiting.add(start.from()));
        return waiting.size() == 1 ? environment.findWorkload(waiting.iterator().next()) : Optional.empty();
    }

    private Decision<String> home(String of, Decision<?> because) {
        return common.resolvedTo(of.isEmpty() ? common.get() : common.get() + "-" + of, List.of(sharing, because));
    }

    /** A resource is where its users are, if that is one place. */
    Decision<String> of(ResourcePlan resource) {
        if (isShared()) {
            return common;
        }
        Decision<String> known = ofResources.get(resource.name());
        if (known == null) {
            // Whoever asks again while this is being found out is itself supplied by what the resource needs.
            ofResources.put(resource.name(), common);
            known = find(resource);
            ofResources.put(resource.name(), known);
        }
        return known;
    }

    private Decision<String> find(ResourcePlan resource) {
        Map<String, Decision<String>> homes = new TreeMap<>();
        Set<Decision<?>> because = new LinkedHashSet<>();
        for (String user : resource.users()) {
            if (!resource.services().contains(user)) {
                environment.findWorkload(user).ifPresent(workload -> {
                    Decision<String> home = of(workload);
                    homes.put(home.get(), home);
                    because.addAll(home.parts());
                });
            }
        }
        String home = homes.size() == 1 ? homes.keySet().iterator().next() : common.get();
        return common.resolvedTo(home, List.copyOf(because));
    }
}
