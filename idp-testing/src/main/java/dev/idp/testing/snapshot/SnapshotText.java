package dev.idp.testing.snapshot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** The text of a snapshot's file: a line that says what it is, then each subject under its name. */
final class SnapshotText {

    private static final String HEADER = "# Snapshot, not edited by hand but written by -D" + Mode.PROPERTY + "=update";

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setSchema(new CoreSchema())
            .setCodePointLimit(Integer.MAX_VALUE)
            .setAllowDuplicateKeys(false)
            .build();

    private SnapshotText() {}

    /** A file that a hand or a merge broke. */
    static final class Broken extends Exception {

        private static final long serialVersionUID = 1L;

        Broken(int line, String problem) {
            super((line > 0 ? "line " + line + ": " : "") + problem);
        }
    }

    /** The text of a file with these subjects. */
    static String write(Map<String, Object> subjects) {
        return HEADER + "\n" + BlockYaml.write(subjects);
    }

    /** Whether it is the text of a snapshot, and no other file that lies beside them. */
    static boolean isSnapshot(String text) {
        return text.startsWith(HEADER);
    }

    /** The subjects of a file. */
    static Map<String, Object> read(String text) throws Broken {
        refuseConflicts(text);
        Object tree;
        try {
            tree = parse(text);
        } catch (MarkedYamlEngineException wrong) {
            int line = wrong.getProblemMark()
                    .or(wrong::getContextMark)
                    .map(mark -> mark.getLine() + 1)
                    .orElse(0);
            throw new Broken(line, "is no YAML: " + wrong.getProblem());
        } catch (YamlEngineException wrong) {
            throw new Broken(0, "is no YAML: " + wrong.getMessage());
        }
        if (tree == null) {
            return Map.of();
        }
        if (!(tree instanceof Map<?, ?> map)) {
            throw new Broken(1, "is no map of subjects by their names");
        }
        Map<String, Object> subjects = new LinkedHashMap<>();
        map.forEach((name, subject) -> subjects.put(String.valueOf(name), subject));
        return subjects;
    }

    /** Within values such a line would be indented. */
    private static void refuseConflicts(String text) throws Broken {
        List<String> lines = List.of(text.split("\n", -1));
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).matches("(<<<<<<<|=======|>>>>>>>)( .*)?\\r?")) {
                throw new Broken(i + 1, "has the marks of a merge that was not resolved");
            }
        }
    }

    /** Reads YAML, or JSON, as trees whose maps have texts as keys. */
    static @Nullable Object parse(String yaml) {
        return texts(new Load(SETTINGS).loadFromString(yaml));
    }

    private static @Nullable Object texts(@Nullable Object tree) {
        if (tree instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> texts = new LinkedHashMap<>();
            map.forEach((key, value) -> texts.put(String.valueOf(key), texts(value)));
            return texts;
        }
        if (tree instanceof List<?> list) {
            List<@Nullable Object> all = new ArrayList<>();
            list.forEach(element -> all.add(texts(element)));
            return all;
        }
        return tree instanceof Integer number ? (Object) number.longValue() : tree;
    }
}
