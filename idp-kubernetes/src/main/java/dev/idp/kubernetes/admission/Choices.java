package dev.idp.kubernetes.admission;

import dev.idp.policy.Severity;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the author of policies decides.
 *
 * @param prefix what their names start with
 * @param actions what clusters do, by severity
 * @param namespaces the labels of the namespaces that they hold in; none for all namespaces
 * @param resources the names of the resources of custom kinds
 * @param waivers how annotations that waive rules are heard
 */
record Choices(
        String prefix,
        Map<Severity, Set<ValidationAction>> actions,
        Map<String, String> namespaces,
        Map<Kind, String> resources,
        Waivers waivers) {

    static final Choices DEFAULT = new Choices(
            "idp-",
            Map.of(
                    Severity.ERROR, EnumSet.of(ValidationAction.DENY),
                    Severity.WARNING, EnumSet.of(ValidationAction.WARN),
                    Severity.INFO, EnumSet.of(ValidationAction.AUDIT)),
            Map.of(),
            Map.of(),
            new Waivers(true, Optional.empty()));

    /**
     * A kind of any version.
     *
     * @param group the group of its API
     * @param kind the kind
     */
    record Kind(String group, String kind) {}

    /**
     * How waivers are heard.
     *
     * @param heard whether they are
     * @param today the day on which one must not have expired; empty where its last day does not count
     */
    record Waivers(boolean heard, Optional<LocalDate> today) {}

    Set<ValidationAction> actionsOn(Severity severity) {
        return Objects.requireNonNull(actions.get(severity), "every severity has its actions");
    }

    Choices prefix(String start) {
        return new Choices(start, actions, namespaces, resources, waivers);
    }

    Choices action(Severity severity, Set<ValidationAction> taken) {
        Map<Severity, Set<ValidationAction>> more = new HashMap<>(actions);
        more.put(severity, taken);
        return new Choices(prefix, Map.copyOf(more), namespaces, resources, waivers);
    }

    Choices namespace(String label, String value) {
        Map<String, String> more = new TreeMap<>(namespaces);
        more.put(label, value);
        return new Choices(prefix, actions, more, resources, waivers);
    }

    Choices resource(Kind kind, String plural) {
        Map<Kind, String> more = new HashMap<>(resources);
        more.put(kind, plural);
        return new Choices(prefix, actions, namespaces, Map.copyOf(more), waivers);
    }

    Choices waivers(boolean heard, Optional<LocalDate> today) {
        return new Choices(prefix, actions, namespaces, resources, new Waivers(heard, today));
    }
}
