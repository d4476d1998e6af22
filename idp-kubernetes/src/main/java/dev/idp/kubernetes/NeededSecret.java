package dev.idp.kubernetes;

import dev.idp.explain.Decision;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.NamespacePlan;
import dev.idp.plan.ResourcePlan;
import dev.idp.plan.SecretUse;
import dev.idp.plan.WorkloadPlan;
import dev.idp.spi.MadeSecret;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** A secret that must be in a namespace: by which name, and with which keys. */
public final class NeededSecret {

    private final EnvironmentPlan environment;
    private final Decision<String> home;
    private final String name;
    private final SortedMap<String, String> keys;
    private final List<Decision<?>> because;

    private NeededSecret(
            EnvironmentPlan environment,
            Decision<String> home,
            String name,
            SortedMap<String, String> keys,
            List<Decision<?>> because) {
        this.environment = environment;
        this.home = home;
        this.name = name;
        this.keys = keys;
        this.because = because;
    }

    /** Those that exist somewhere, in each namespace whose workloads read them. */
    static List<NeededSecret> existing(EnvironmentPlan environment) {
        Set<String> made = new HashSet<>();
        environment.resources().forEach(resource -> resource.secrets().forEach(secret -> made.add(secret.name())));
        List<NeededSecret> needed = new ArrayList<>();
        for (NamespacePlan namespace : environment.namespaces()) {
            SortedMap<String, NeededSecret> byName = new TreeMap<>();
            for (WorkloadPlan workload : namespace.workloads()) {
                for (SecretUse use : workload.secretUses()) {
                    if (!made.contains(use.secret())) {
                        byName.computeIfAbsent(
                                        use.secret(),
                                        name -> new NeededSecret(
                                                environment,
                                                namespace.name(),
                                                name,
                                                new TreeMap<>(),
                                                new ArrayList<>()))
                                .add(use);
                    }
                }
            }
            needed.addAll(byName.values());
        }
        return needed;
    }

    /** Those that are to be made up. */
    static List<NeededSecret> toMakeUp(EnvironmentPlan environment) {
        List<NeededSecret> needed = new ArrayList<>();
        for (ResourcePlan resource : environment.resources()) {
            for (MadeSecret secret : resource.secrets()) {
                if (!secret.byOthers()) {
                    needed.add(new NeededSecret(
                            environment,
                            environment.namespaceOf(resource),
                            secret.name(),
                            secret.keys(),
                            List.of(resource.decision(secret))));
                }
            }
        }
        return needed;
    }

    private void add(SecretUse use) {
        keys.put(use.key(), "");
        if (!because.contains(use.by())) {
            because.add(use.by());
        }
    }

    /**
     * Returns the name.
     *
     * @return a DNS label
     */
    public String name() {
        return name;
    }

    /**
     * Returns where it must be.
     *
     * @return the name of the namespace
     */
    public String namespace() {
        return home.get();
    }

    /**
     * Returns the keys whose values are secret.
     *
     * @return at least one
     */
    public SortedSet<String> keys() {
        SortedSet<String> secret = new TreeSet<>();
        keys.forEach((key, value) -> {
            if (value.isEmpty()) {
                secret.add(key);
            }
        });
        return Collections.unmodifiableSortedSet(secret);
    }

    /**
     * Returns the values that anyone may know, such as the name of a user that belongs to a password.
     *
     * @return values by key; none unless the secret is to be made up
     */
    public SortedMap<String, String> known() {
        SortedMap<String, String> known = new TreeMap<>(keys);
        known.values().removeIf(String::isEmpty);
        return Collections.unmodifiableSortedMap(known);
    }

    /**
     * Returns the environment.
     *
     * @return its plan
     */
    public EnvironmentPlan environment() {
        return environment;
    }

    /** What was said that makes it needed. */
    List<Decision<?>> because() {
        return because;
    }

    Decision<String> home() {
        return home;
    }

    /** Returns for example {@code bank in shop-prod}. */
    @Override
    public String toString() {
        return name + " in " + namespace();
    }
}
