package dev.idp.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * Something in a plain text that seems to be a secret, by its form or by the name that it has there. It never holds the
 * secret.
 *
 * @param message where it stands and what it looks like, in one clause
 * @param isCertain whether it can hardly be anything else, as where its issuer marks it
 */
public record SuspectedSecret(String message, boolean isCertain) {

    /**
     * Looks for secrets in a text that has a name: the text itself, and lines of it such as {@code password: …}.
     *
     * @param where what the text is, as people call it: {@code variable DB_PASSWORD}
     * @param name its name; empty if it has none
     * @param text the text
     * @return what was found, none for most texts
     */
    public static List<SuspectedSecret> in(String where, String name, String text) {
        Objects.requireNonNull(text, "a text that may hold a secret is null");
        Optional<SecretForm> form = SecretForm.in(text);
        if (form.isPresent()) {
            return List.of(new SuspectedSecret(
                    where + " holds " + form.get().description(), form.get().certain()));
        }
        if (isNamed(name, text)) {
            return List.of(named(where));
        }
        List<SuspectedSecret> lines = new ArrayList<>();
        Matcher line = PlainTexts.LINE.matcher(text);
        while (line.find()) {
            if (isNamed(line.group(1), PlainTexts.unquoted(line.group(2)))) {
                lines.add(named(where + ", " + line.group(1)));
            }
        }
        return List.copyOf(lines);
    }

    private static SuspectedSecret named(String where) {
        return new SuspectedSecret(where + " is a plain value, and by its name a secret", false);
    }

    private static boolean isNamed(String name, String value) {
        return SecretName.matches(name) && !SecretName.isHarmless(value);
    }
}
