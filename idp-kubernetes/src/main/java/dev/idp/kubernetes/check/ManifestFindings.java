package dev.idp.kubernetes.check;

import dev.idp.policy.Finding;
import dev.idp.policy.Rule;
import dev.idp.policy.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes what a rule finds in objects, each at the field that it is about. */
public final class ManifestFindings {

    private final Rule<ObjectSet> rule;
    private final ObjectSet objects;
    private final String part;
    private final List<Finding> found;

    ManifestFindings(Rule<ObjectSet> rule, ObjectSet objects, String part) {
        this(rule, objects, part, new ArrayList<>());
    }

    private ManifestFindings(Rule<ObjectSet> rule, ObjectSet objects, String part, List<Finding> found) {
        this.rule = rule;
        this.objects = objects;
        this.part = part;
        this.found = found;
    }

    /**
     * Returns everything that is checked, for rules that look at several objects at once.
     *
     * @return the objects
     */
    public ObjectSet objects() {
        return objects;
    }

    /**
     * Takes what is found at one container, for rules on pods: a waiver may name that container.
     *
     * @param container the container
     * @return what adds to these findings
     */
    public ManifestFindings at(Container container) {
        return new ManifestFindings(rule, objects, container.name(), found);
    }

    /**
     * Adds a finding as grave as the rule, with the rule's fix.
     *
     * @param field what it is about, there or not
     * @param message what was found, in one clause
     */
    public void add(Field field, String message) {
        add(rule.severity(), field, message, rule.fix());
    }

    /**
     * Adds a finding as grave as the rule, with a fix of its own.
     *
     * @param field what it is about, there or not
     * @param message what was found, in one clause
     * @param fix what to do, in one clause
     */
    public void add(Field field, String message, String fix) {
        add(rule.severity(), field, message, fix);
    }

    /**
     * Adds a finding.
     *
     * @param severity how much it matters, at most as much as the rule
     * @param field what it is about, there or not
     * @param message what was found, in one clause
     * @param fix what to do, in one clause
     * @throws IllegalArgumentException if it matters more than the rule says that its findings do
     */
    public void add(Severity severity, Field field, String message, String fix) {
        if (severity.compareTo(rule.severity()) > 0) {
            throw new IllegalArgumentException(
                    "a finding is " + severity + ", and the rule says at most " + rule.severity());
        }
        ManifestObject object = field.object();
        Optional<Places.Place> place = object.place(field);
        found.add(new Finding(
                rule.id(),
                severity,
                object.environment(),
                object.subject(),
                part,
                object.reference() + (part.isEmpty() ? "" : " container '" + part + "'") + ": " + message,
                fix,
                place.map(Places.Place::said),
                Optional.of(object.location(field, place))));
    }

    List<Finding> all() {
        return List.copyOf(found);
    }
}
