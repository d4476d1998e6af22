package dev.idp.tests.kubernetes.explain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.idp.explain.Decision;
import dev.idp.explain.Explanation;
import dev.idp.kubernetes.Manifests;
import dev.idp.tests.kubernetes.Documents;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A rendered object with the explanations of its leaves. */
final class ExplainedObject {

    /** In the only environment that has namespaces of teams. */
    private static final Pattern OF_A_TEAM = Pattern.compile("rich-teamsx?-(.+?)x?");

    private final Manifests manifests;
    private final String reference;
    private final JsonNode tree;
    private final Map<String, Explanation> explanations = new LinkedHashMap<>();

    private ExplainedObject(Manifests manifests, HasMetadata object) {
        this.manifests = manifests;
        this.reference = Documents.qualified(object);
        this.tree = Documents.tree(object);
    }

    /** Returns all objects, by the kind and the workload, which stay when a name changes with its content. */
    static Map<String, ExplainedObject> all(Manifests manifests, Map<String, String> renamed) {
        Map<String, ExplainedObject> all = new LinkedHashMap<>();
        manifests.objects().forEach(object -> {
            if (all.put(key(object, renamed), new ExplainedObject(manifests, object)) != null) {
                throw new IllegalStateException("two objects are " + key(object, renamed));
            }
        });
        return all;
    }

    /** Returns kind and name. */
    String reference() {
        return reference;
    }

    /** Tells whether an extension added it. */
    boolean isExtra() {
        return RichExtensions.made(tree.at("/metadata/name").textValue());
    }

    /** Returns the object as a tree. */
    JsonNode tree() {
        return tree;
    }

    /** Returns the explanations of the leaves, by their pointers. */
    Map<String, Explanation> explanations() {
        if (explanations.isEmpty()) {
            manifests.explain(reference).forEach(leaf -> explanations.put(leaf.pointer(), leaf));
        }
        return explanations;
    }

    private static String key(HasMetadata object, Map<String, String> renamed) {
        String name = object.getMetadata().getName();
        Optional<String> extra = RichExtensions.KINDS.stream()
                .filter(kind -> RichExtensions.made(name) && object.getKind().startsWith(kind))
                .findFirst();
        if (extra.isPresent()) {
            return "extra " + extra.get();
        }
        String workload = object.getMetadata().getLabels().get("app.kubernetes.io/name");
        if (workload == null) {
            return object.getKind() + " of "
                    + switch (object.getKind()) {
                        case "PersistentVolumeClaim" -> renamed.getOrDefault(name, name);
                        case "Service" -> renamed.getOrDefault(name, name) + team(object);
                        case "RoleBinding" -> "the team" + team(object);
                        default -> "the environment" + team(object);
                    };
        }
        String part = name.substring(workload.length()).replaceFirst("(-env)?-[0-9a-f]{10}$", "");
        return object.getKind() + " of " + renamed.getOrDefault(workload, workload) + part;
    }

    /** What each namespace of a team has is told apart by what the namespaces are called. */
    private static String team(HasMetadata object) {
        String name = object instanceof Namespace
                ? object.getMetadata().getName()
                : object.getMetadata().getNamespace();
        Matcher matcher = OF_A_TEAM.matcher(name);
        return matcher.matches() ? " and of " + matcher.group(1) : "";
    }

    /** Returns the subjects that a leaf is made of. */
    Set<String> cited(String pointer) {
        Set<String> subjects = new LinkedHashSet<>();
        Explanation explanation = explanations().get(pointer);
        if (explanation != null) {
            add(explanation.decisions(), subjects);
        }
        return subjects;
    }

    /** Returns the subjects that a leaf is made of, and what went into those. */
    Set<String> citedWithParts(String pointer) {
        Set<String> subjects = cited(pointer);
        Explanation explanation = explanations().get(pointer);
        if (explanation != null) {
            explanation.decisions().forEach(decision -> add(decision.parts(), subjects));
        }
        return subjects;
    }

    /** Returns the subjects that anything at or below a pointer is made of or is there because of. */
    Set<String> groundsAt(String pointer) {
        Set<String> subjects = new LinkedHashSet<>();
        explanations().forEach((leaf, explanation) -> {
            if (leaf.equals(pointer) || leaf.startsWith(pointer + "/")) {
                add(explanation.decisions(), subjects);
                add(explanation.conditions(), subjects);
                explanation.decisions().forEach(decision -> add(decision.parts(), subjects));
                explanation.conditions().forEach(decision -> add(decision.parts(), subjects));
            }
        });
        return subjects;
    }

    /** Returns the subjects because of which nothing stands at a pointer. */
    Set<String> groundsOfAbsence(String pointer) {
        Set<String> subjects = new LinkedHashSet<>();
        add(manifests.explain(reference, pointer).conditions(), subjects);
        return subjects;
    }

    /** Returns the subjects that anything is made of, by the leaves that are. */
    Map<String, List<String>> leavesBySubject() {
        Map<String, List<String>> leaves = new LinkedHashMap<>();
        explanations().keySet().forEach(leaf -> cited(leaf)
                .forEach(subject -> leaves.computeIfAbsent(subject, key -> new ArrayList<>())
                        .add(leaf)));
        return leaves;
    }

    private static void add(List<Decision<?>> decisions, Set<String> subjects) {
        decisions.forEach(decision -> subjects.add(decision.subject()));
    }
}
