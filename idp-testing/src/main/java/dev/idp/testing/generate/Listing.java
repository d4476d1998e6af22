package dev.idp.testing.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** A program as people read it: one variable after the other, as far as the last one needs them. */
final class Listing {

    private static final String INDENT = " ".repeat(8);

    private record Variable(String name, String source) {}

    private final List<Variable> variables = new ArrayList<>();
    private final Set<String> given = new TreeSet<>();

    /** Adds a variable that a chain of calls makes. */
    void add(String name, String head, List<? extends Said<?>> statements) {
        StringBuilder source = new StringBuilder("var " + name + " = " + head + "\n");
        for (Said<?> said : statements) {
            source.append(INDENT)
                    .append(said.isComment() ? "" : ".")
                    .append(said.source())
                    .append('\n');
        }
        variables.add(
                new Variable(name, source.append(INDENT).append(".build();\n").toString()));
    }

    /** Adds a variable that is written otherwise. */
    void add(String name, String source) {
        variables.add(new Variable(name, source));
    }

    /** Returns the constant by which a program knows what somebody else declares. */
    String given(String name) {
        String constant = name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
        given.add(constant);
        return constant;
    }

    /** Whatever nobody mentions is left out. */
    @Override
    public String toString() {
        String text = "";
        for (int i = variables.size() - 1; i >= 0; i--) {
            Variable variable = variables.get(i);
            if (text.isEmpty() || mentions(text, variable.name())) {
                text = variable.source() + text;
            }
        }
        String program = text;
        List<String> needed =
                given.stream().filter(name -> mentions(program, name)).toList();
        return needed.isEmpty() ? text : "// Of the test: " + String.join(", ", needed) + "\n" + text;
    }

    private static boolean mentions(String text, String name) {
        return Pattern.compile("(?<![\\w\"./-])" + Pattern.quote(name) + "(?![\\w\"])")
                .matcher(text)
                .find();
    }
}
