package dev.idp.tests.kubernetes.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Small objects, right and wrong, with what a real API server says to them and which rules say so without it. */
public final class Verdicts {

    private static final Pattern TITLE = Pattern.compile("# (accepted|refused)((?: [a-z-]+)*): (.*)");

    private Verdicts() {}

    /**
     * An object.
     *
     * @param title what is special about it
     * @param accepted whether the API server takes it
     * @param rules the rules that find errors in it
     * @param yaml the object
     */
    public record Verdict(String title, boolean accepted, List<String> rules, String yaml) {

        @Override
        public String toString() {
            return title;
        }
    }

    /** Returns the objects of the table. */
    public static List<Verdict> all() {
        try (InputStream table =
                Objects.requireNonNull(Verdicts.class.getResourceAsStream("verdicts.yaml"), "the table is gone")) {
            String text = new String(table.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.split("\n---\n")).map(Verdicts::read).toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Verdict read(String yaml) {
        MatchResult title = TITLE.matcher(yaml)
                .results()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("without a title: " + yaml));
        List<String> rules = Arrays.stream(title.group(2).split(" "))
                .filter(rule -> !rule.isEmpty())
                .toList();
        return new Verdict(title.group(3), title.group(1).equals("accepted"), rules, yaml);
    }
}
