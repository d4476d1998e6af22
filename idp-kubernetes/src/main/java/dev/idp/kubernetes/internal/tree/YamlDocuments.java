package dev.idp.kubernetes.internal.tree;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Reads the documents of a YAML text, one after the other, as Kubernetes would.
 *
 * <p>Aliases share what they refer to. What would be more than a million values if it were written out, or deeper than two
 * hundred levels, is refused, as is an alias within what it refers to.
 */
public final class YamlDocuments {

    private static final int DEEPEST = 200;
    private static final long MOST_VALUES = 1_000_000;
    private static final String STRING_TAG = "tag:yaml.org,2002:str";
    private static final String HELM = "render the chart first, for example by helm template";
    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setCodePointLimit(Integer.MAX_VALUE)
            .setParseComments(false)
            .build();

    private final String text;
    private final Consumer<Tree> documents;
    private final Consumer<Flaw> flaws;
    private final Map<Anchor, Tree> anchors = new HashMap<>();
    private final Set<Anchor> open = new HashSet<>();

    /** How many values each shared tree would be if it were written out. */
    private final Map<Anchor, Long> weights = new HashMap<>();

    private Iterator<Event> events = List.<Event>of().iterator();
    private long values;
    private int depth;

    private YamlDocuments(String text, Consumer<Tree> documents, Consumer<Flaw> flaws) {
        this.text = text;
        this.documents = documents;
        this.flaws = flaws;
    }

    /** Thrown within a document, and caught where it ends. */
    private static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Flaw flaw;

        Refused(int line, String message, String fix) {
            super(message, null, false, false);
            this.flaw = new Flaw(line, message, fix);
        }
    }

    /**
     * Reads a text. Documents before one that is no YAML are read; what follows it is not, since nobody knows where it
     * would begin.
     *
     * @param text the text
     * @param documents takes the documents that are not empty
     * @param flaws takes what is wrong
     */
    public static void read(String text, Consumer<Tree> documents, Consumer<Flaw> flaws) {
        new YamlDocuments(text, documents, flaws).read();
    }

    private void read() {
        try {
            events = new ParserImpl(SETTINGS, new StreamReader(SETTINGS, text));
            while (events.hasNext()) {
                if (events.next() instanceof DocumentStartEvent) {
                    document();
                }
            }
        } catch (Refused refused) {
            flaws.accept(refused.flaw);
        } catch (MarkedYamlEngineException wrong) {
            int line = wrong.getProblemMark()
                    .or(wrong::getContextMark)
                    .map(mark -> mark.getLine() + 1)
                    .orElse(0);
            flaws.accept(notYaml(line, wrong.getProblem()));
        } catch (YamlEngineException wrong) {
            flaws.accept(notYaml(
                    0, String.valueOf(wrong.getMessage()).lines().findFirst().orElse("")));
        }
    }

    private Flaw notYaml(int line, String problem) {
        boolean isTemplate = text.contains("{{");
        return new Flaw(
                line,
                isTemplate ? "is a template, and no YAML: " + problem : "is no YAML: " + problem,
                isTemplate ? HELM : "mend the file at this line; what follows it was not read");
    }

    private void document() {
        anchors.clear();
        weights.clear();
        open.clear();
        values = 0;
        depth = 0;
        Tree tree = value(events.next());
        while (!(events.next() instanceof DocumentEndEvent)) {
            // There is one value in a document, and its end follows it.
        }
        if (!(tree instanceof Tree.Scalar scalar && scalar.value() == null)) {
            documents.accept(tree);
        }
    }

    private static int line(Event event) {
        return event.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }

    private void count(int line, long more) {
        values += more;
        if (values > MOST_VALUES) {
            throw new Refused(
                    line, "is too large: aliases make it more than a million values", "write out what is meant");
        }
    }

    private Tree value(Event event) {
        int line = line(event);
        if (event instanceof AliasEvent alias) {
            return shared(alias, line);
        }
        count(line, 1);
        if (event instanceof ScalarEvent scalar) {
            Tree tree = scalar(scalar, line);
            scalar.getAnchor().ifPresent(anchor -> keep(anchor, tree, 1));
            return tree;
        }
        if (++depth > DEEPEST) {
            throw new Refused(line, "is deeper than " + DEEPEST + " levels", "write it flatter");
        }
        long before = values;
        Optional<Anchor> anchor =
                event instanceof MappingStartEvent start ? start.getAnchor() : ((SequenceStartEvent) event).getAnchor();
        anchor.ifPresent(open::add);
        Tree tree = event instanceof MappingStartEvent ? map(line) : list(line);
        depth--;
        anchor.ifPresent(named -> {
            open.remove(named);
            keep(named, tree, values - before + 1);
        });
        return tree;
    }

    private void keep(Anchor anchor, Tree tree, long weight) {
        anchors.put(anchor, tree);
        weights.put(anchor, weight);
    }

    private Tree shared(AliasEvent alias, int line) {
        Anchor anchor = alias.getAlias();
        Tree tree = anchors.get(anchor);
        if (open.contains(anchor)) {
            throw new Refused(line, "refers by *" + anchor + " to what it is in", "write out what is meant");
        }
        if (tree == null) {
            throw new Refused(line, "refers to *" + anchor + ", which there is not", "add the anchor before it");
        }
        count(line, weights.getOrDefault(anchor, 1L));
        return tree;
    }

    private static Tree scalar(ScalarEvent scalar, int line) {
        boolean isPlain = scalar.getScalarStyle() == ScalarStyle.PLAIN
                && scalar.getTag().filter(STRING_TAG::equals).isEmpty();
        return new Tree.Scalar(isPlain ? YamlScalars.resolve(scalar.getValue()) : scalar.getValue(), line);
    }

    private Tree list(int line) {
        List<Tree> elements = new ArrayList<>();
        for (Event event = events.next(); !(event instanceof SequenceEndEvent); event = events.next()) {
            elements.add(value(event));
        }
        return new Tree.Elements(elements, line);
    }

    private Tree map(int line) {
        Map<String, Tree> fields = new LinkedHashMap<>();
        List<Tree> merged = new ArrayList<>();
        for (Event event = events.next(); !(event instanceof MappingEndEvent); event = events.next()) {
            int at = line(event);
            boolean isMerge = event instanceof ScalarEvent scalar
                    && scalar.getScalarStyle() == ScalarStyle.PLAIN
                    && scalar.getValue().equals("<<");
            String key = key(event, at);
            Tree value = value(events.next());
            if (isMerge) {
                merged.add(value);
            } else if (fields.put(key, value) != null) {
                flaws.accept(new Flaw(at, "says '" + key + "' twice, and the later one wins", "remove one of them"));
            }
        }
        merged.forEach(value -> merge(value, fields));
        return new Tree.Fields(fields, line);
    }

    private static void merge(Tree value, Map<String, Tree> fields) {
        if (value instanceof Tree.Fields other) {
            other.fields().forEach(fields::putIfAbsent);
        } else if (value instanceof Tree.Elements others) {
            others.elements().forEach(each -> merge(each, fields));
        }
    }

    private String key(Event event, int line) {
        Tree key = value(event);
        if (!(key instanceof Tree.Scalar scalar) || scalar.value() == null) {
            boolean isTemplate = text.contains("{{");
            throw new Refused(
                    line,
                    isTemplate ? "is a template: a field has no name" : "has a field without a name",
                    isTemplate ? HELM : "give it a name, or quote it");
        }
        return event instanceof ScalarEvent written
                ? written.getValue()
                : scalar.value().toString();
    }
}
