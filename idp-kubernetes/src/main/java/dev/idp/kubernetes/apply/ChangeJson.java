package dev.idp.kubernetes.apply;

import dev.idp.kubernetes.internal.tree.JsonTrees;
import dev.idp.kubernetes.internal.tree.Tree;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Change sets as JSON, and back. */
final class ChangeJson {

    private static final String FORMAT = "dev.idp/change-set/v1";

    private ChangeJson() {}

    static String write(ChangeSet changes) {
        Map<String, Tree> json = new LinkedHashMap<>();
        json.put("format", Tree.scalar(FORMAT));
        json.put("set", Tree.scalar(changes.set()));
        json.put("id", Tree.scalar(changes.id()));
        json.put(
                "changes",
                Tree.list(changes.changes().stream().map(ChangeJson::change).toList()));
        return JsonTrees.write(Tree.map(json));
    }

    private static Tree change(Change change) {
        Map<String, Tree> json = new LinkedHashMap<>();
        Map<String, Tree> object = new LinkedHashMap<>();
        object.put("group", Tree.scalar(change.object().group()));
        object.put("kind", Tree.scalar(change.object().kind()));
        object.put("namespace", Tree.scalar(change.object().namespace()));
        object.put("name", Tree.scalar(change.object().name()));
        json.put("object", Tree.map(object));
        json.put("action", Tree.scalar(change.action().name()));
        json.put("reason", Tree.scalar(change.reason()));
        json.put(
                "fields",
                Tree.list(change.fields().stream().map(ChangeJson::field).toList()));
        json.put(
                "conflicts",
                Tree.list(change.conflicts().stream().map(ChangeJson::conflict).toList()));
        Map<String, Tree> was = new LinkedHashMap<>();
        was.put("uid", Tree.scalar(change.was().uid()));
        was.put("resourceVersion", Tree.scalar(change.was().resourceVersion()));
        was.put("content", Tree.scalar(change.was().content()));
        was.put("wanted", Tree.scalar(change.was().wanted()));
        json.put("was", Tree.map(was));
        return Tree.map(json);
    }

    private static Tree field(FieldChange field) {
        Map<String, Tree> json = new LinkedHashMap<>();
        json.put("pointer", Tree.scalar(field.pointer()));
        field.before().ifPresent(value -> json.put("before", Tree.scalar(value)));
        field.after().ifPresent(value -> json.put("after", Tree.scalar(value)));
        field.said().ifPresent(value -> json.put("said", Tree.scalar(value)));
        return Tree.map(json);
    }

    private static Tree conflict(Conflict conflict) {
        Map<String, Tree> json = new LinkedHashMap<>();
        json.put("field", Tree.scalar(conflict.field()));
        json.put("manager", Tree.scalar(conflict.manager()));
        return Tree.map(json);
    }

    static ChangeSet read(byte[] json, String file) {
        Tree tree;
        try {
            tree = JsonTrees.parse(json);
        } catch (UncheckedIOException broken) {
            throw new IllegalArgumentException(file + " is no change set: it is no JSON, or only half of it");
        }
        if (!tree.text("format").equals(FORMAT)) {
            throw new IllegalArgumentException(file + " is no change set that this version reads: its format is '"
                    + tree.text("format") + "' and not '" + FORMAT + "'; make another");
        }
        List<Change> changes = new ArrayList<>();
        tree.elementsOf("changes").forEach(change -> changes.add(change(change, file)));
        return new ChangeSet(tree.text("set"), tree.text("id"), changes);
    }

    private static Change change(Tree json, String file) {
        Action action = Arrays.stream(Action.values())
                .filter(known -> known.name().equals(json.text("action")))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        file + " is no change set: '" + json.text("action") + "' is no action"));
        return new Change(
                new ObjectKey(
                        json.text("object", "group"),
                        json.text("object", "kind"),
                        json.text("object", "namespace"),
                        json.text("object", "name")),
                action,
                json.text("reason"),
                json.elementsOf("fields").stream()
                        .map(field -> new FieldChange(
                                field.text("pointer"),
                                optional(field, "before"),
                                optional(field, "after"),
                                optional(field, "said")))
                        .toList(),
                json.elementsOf("conflicts").stream()
                        .map(conflict -> new Conflict(conflict.text("field"), conflict.text("manager")))
                        .toList(),
                new Fingerprint(
                        json.text("was", "uid"),
                        json.text("was", "resourceVersion"),
                        json.text("was", "content"),
                        json.text("was", "wanted")));
    }

    private static Optional<String> optional(Tree json, String name) {
        return json.find(name).map(value -> value.text());
    }
}
