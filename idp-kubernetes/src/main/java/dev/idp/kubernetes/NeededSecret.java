package dev.idp.kubernetes;

import dev.idp.EnvironmentSettings;
import dev.idp.PublicEntry;
import dev.idp.Settings;
import dev.idp.explain.Decision;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.NamespacePlan;
import dev.idp.plan.ResourcePlan;
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

    private static final String OPAQUE = "Opaque";
    private static final String OF_REGISTRY = "kubernetes.io/dockerconfigjson";
    private static final String OF_TLS = "kubernetes.io/tls";

    /** One key that must be there. */
    private record Need(String secret, String key, String type, Decision<?> by) {}

    private final EnvironmentPlan environment;
    private final Decision<String> home;
    private final String name;
    private final String type;
    private final SortedMap<String, String> keys;
    private final List<Decision<?>> because;

    private NeededSecret(
            EnvironmentPlan environment,
            Decision<String> home,
            String name,
            String type,
            SortedMap<String, String> keys,
            List<Decision<?>> because) {
        this.environment = environment;
        this.home = home;
        this.name = name;
        this.type = type;
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
                for (Need need : needs(workload, environment)) {
                    if (!made.contains(need.secret())) {
                        byName.computeIfAbsent(
                                        need.secret(),
                                        name -> new NeededSecret(
                                                environment,
                                                namespace.name(),
                                                name,
                                                need.type(),
                                                new TreeMap<>(),
                                                new ArrayList<>()))
                                .add(need);
                    }
                }
            }
            needed.addAll(byName.values());
        }
        return needed;
    }

    /** What the workload itself reads, what lets its images be pulled, and the certificate of its public addresses. */
    private static List<Need> needs(WorkloadPlan workload, EnvironmentPlan environment) {
        List<Need> needs = new ArrayList<>();
        workload.secretUses().forEach(use -> needs.add(new Need(use.secret(), use.key(), OPAQUE, use.by())));
        workload.entries(KubernetesSettings.PULL_SECRET)
                .values()
                .forEach(said -> needs.add(new Need(said.get(), ".dockerconfigjson", OF_REGISTRY, said)));
        Decision<PublicEntry> entry = environment.decision(EnvironmentSettings.PUBLIC_ENTRY);
        if (!workload.entries(Settings.ROUTE).isEmpty()) {
            entry.value().flatMap(PublicEntry::certificateSecret).ifPresent(secret -> {
                needs.add(new Need(secret, "tls.crt", OF_TLS, entry));
                needs.add(new Need(secret, "tls.key", OF_TLS, entry));
            });
        }
        return needs;
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
                            OPAQUE,
                            secret.keys(),
                            List.of(resource.decision(secret))));
                }
            }
        }
        return needed;
    }

    private void add(Need need) {
        keys.put(need.key(), "");
        if (!because.contains(need.by())) {
            because.add(need.by());
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
     * Returns the type of the Secret that is needed.
     *
     * @return {@code kubernetes.io/dockerconfigjson} for what lets images be pulled, {@code kubernetes.io/tls} for
     *     certificates of public entries, else {@code Opaque}
     * @see <a href="https://kubernetes.io/docs/concepts/configuration/secret/#secret-types">Types of Secret</a>
     */
    public String type() {
        return type;
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
