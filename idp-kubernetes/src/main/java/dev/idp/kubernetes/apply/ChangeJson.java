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
        json.put("format", text(FORMAT));
        json.put("set", text(changes.set()));
        json.put("id", text(changes.id()));
        json.put(
                "changes",
                list(changes.changes().stream().map(ChangeJson::change).toList()));
        return JsonTrees.write(map(json));
    }

    private static Tree change(Change change) {
        Map<String, Tree> json = new LinkedHashMap<>();
        Map<String, Tree> object = new LinkedHashMap<>();
        object.put("group", text(change.object().group()));
        object.put("kind", text(change.object().kind()));
        object.put("namespace", text(change.object().namespace()));
        object.put("name", text(change.object().name()));
        json.put("object", map(object));
        json.put("action", text(change.action().name()));
        json.put("reason", text(change.reason()));
        json.put("fields", list(change.fields().stream().map(ChangeJson::field).toList()));
        json.put(
                "conflicts",
                list(change.conflicts().stream().map(ChangeJson::conflict).toList()));
        Map<String, Tree> was = new LinkedHashMap<>();
        was.put("uid", text(change.was().uid()));
        was.put("resourceVersion", text(change.was().resourceVersion()));
        was.put("content", text(change.was().content()));
        was.put("wanted", text(change.was().wanted()));
        json.put("was", map(was));
        return map(json);
    }

    private static Tree field(FieldChange field) {
        Map<String, Tree> json = new LinkedHashMap<>();
        json.put("pointer", text(field.pointer()));
        field.before().ifPresent(value -> json.put("before", text(value)));
        field.after().ifPresent(value -> json.put("after", text(value)));
        field.said().ifPresent(value -> json.put("said", text(value)));
        return map(json);
    }

    private static Tree conflict(Conflict conflict) {
        Map<String, Tree> json = new LinkedHashMap<>();
        json.put("field", text(conflict.field()));
        json.put("manager", text(conflict.manager()));
        return map(json);
    }

    private static Tree text(String text) {
        return new Tree.Scalar(text, 0);
    }

    private static Tree map(Map<String, Tree> fields) {
        return new Tree.Fields(fields, 0);
    }

    private static Tree list(List<Tree> elements) {
        return new Tree.Elements(elements, 0);
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
