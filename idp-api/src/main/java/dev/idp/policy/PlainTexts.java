package dev.idp.policy;

import dev.idp.Container;
import dev.idp.Segment;
import dev.idp.Settings;
import dev.idp.Text;
import dev.idp.explain.Decision;
import dev.idp.plan.WorkloadPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The texts of a workload that anyone may read: variables, files, commands and arguments, also of its containers. */
final class PlainTexts {

    private static final String AS_VARIABLE = "say secret(...)";
    private static final String AS_FILE = "say secretFile(...)";
    private static final String AS_EITHER = "say secret(...) or secretFile(...)";

    /** A line of a file: {@code name=value}, {@code name: value}, {@code "name": "value",}. */
    static final Pattern LINE = Pattern.compile(
            "^[ \\t]*+[\"']?+([A-Za-z][A-Za-z0-9_.-]*+)[\"']?+[ \\t]*+[=:][ \\t]*+(.*+)$", Pattern.MULTILINE);

    /** A word of a command: {@code --name=value}, {@code -Dname=value}, {@code NAME=value}. */
    private static final Pattern WORD =
            Pattern.compile("(-{0,2}(?:(?<=-)D)?([A-Za-z][A-Za-z0-9_.-]*+))=(.*+)", Pattern.DOTALL);

    private static final Pattern FLAG = Pattern.compile("--?([A-Za-z][A-Za-z0-9_.-]*+)");

    private final List<PlainText> all = new ArrayList<>();
    private final List<PlainText> named = new ArrayList<>();

    private PlainTexts(WorkloadPlan workload) {
        workload.entries(Settings.ENV).forEach((name, said) -> addVariable("", name, said.get(), said));
        workload.entries(Settings.FILE).forEach(this::addFile);
        Decision<List<String>> command = workload.decision(Settings.COMMAND);
        command.value().ifPresent(words -> addWords("", "command", texts(words), command));
        Decision<List<Text>> arguments = workload.decision(Settings.ARGUMENTS);
        arguments.value().ifPresent(words -> addWords("", "argument", words, arguments));
        Containers.all(workload).forEach(this::addContainer);
    }

    /** Whole texts: the values of variables, the contents of files, single words of commands. */
    static List<PlainText> all(WorkloadPlan workload) {
        return new PlainTexts(workload).all;
    }

    /** Values that somebody gave a name: variables, files, lines of files, options. */
    static List<PlainText> named(WorkloadPlan workload) {
        return new PlainTexts(workload).named;
    }

    private void addContainer(Containers.Named container) {
        String prefix = container.name() + ", ";
        Container value = container.get();
        value.env().forEach((name, text) -> addVariable(prefix, name, text, container.said()));
        addWords(prefix, "command", texts(value.command()), container.said());
        addWords(prefix, "argument", value.arguments(), container.said());
    }

    private void addVariable(String prefix, String name, Text value, Decision<?> cause) {
        PlainText text = new PlainText(prefix + "env " + name, name, value.toString(), cause, AS_VARIABLE);
        all.add(text);
        if (isLiteral(value)) {
            named.add(text);
        }
    }

    private void addFile(String path, Decision<Text> said) {
        String content = said.get().toString();
        PlainText file =
                new PlainText("file " + path, path.substring(path.lastIndexOf('/') + 1), content, said, AS_FILE);
        all.add(file);
        if (isLiteral(said.get())) {
            named.add(file);
        }
        Matcher line = LINE.matcher(content);
        while (line.find()) {
            named.add(file.named(", " + line.group(1), line.group(1), unquoted(line.group(2))));
        }
    }

    private void addWords(String prefix, String kind, List<Text> words, Decision<?> cause) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i).toString();
            String where = prefix + kind + " ";
            all.add(new PlainText(where + (i + 1), "", word, cause, AS_EITHER));
            Matcher pair = WORD.matcher(word);
            Matcher flag = FLAG.matcher(word);
            if (pair.matches()) {
                named.add(new PlainText(where + pair.group(1), pair.group(2), pair.group(3), cause, AS_EITHER));
            } else if (flag.matches() && i + 1 < words.size() && !startsWithDash(words.get(i + 1))) {
                named.add(new PlainText(
                        where + word, flag.group(1), words.get(i + 1).toString(), cause, AS_EITHER));
            }
        }
    }

    private static boolean startsWithDash(Text word) {
        return word.toString().startsWith("-");
    }

    private static List<Text> texts(List<String> words) {
        return words.stream().map(Text::of).toList();
    }

    private static boolean isLiteral(Text text) {
        return text.segments().stream().allMatch(Segment.Literal.class::isInstance);
    }

    static String unquoted(String value) {
        String bare = value.strip();
        if (bare.endsWith(",")) {
            bare = bare.substring(0, bare.length() - 1).stripTrailing();
        }
        boolean quoted = bare.length() > 1
                && (bare.startsWith("\"") || bare.startsWith("'"))
                && bare.charAt(bare.length() - 1) == bare.charAt(0);
        return quoted ? bare.substring(1, bare.length() - 1) : bare;
    }
}
