package dev.idp.kubernetes.check;

import dev.idp.policy.Held;
import dev.idp.policy.Waiver;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A waiver that an object holds by an annotation, as a file does that no program made: {@code waiver.dev.idp/RULE}, or {@code
 * waiver.dev.idp/RULE.CONTAINER} for one container, with the text of a {@link Waiver}.
 *
 * <pre>{@code
 * waiver.dev.idp/read-only-root.nginx: "until 2027-01-31, by web: the image writes its configuration"
 * }</pre>
 */
public final class WaiverAnnotation {

    private static final String PREFIX = "waiver.dev.idp/";

    private static final Pattern TEXT =
            Pattern.compile("until (\\d{4}-\\d{2}-\\d{2}), by ([^:]+): (.+)", Pattern.DOTALL);

    private WaiverAnnotation() {}

    static List<Held> of(List<ManifestObject> objects) {
        List<Held> held = new ArrayList<>();
        for (ManifestObject object : objects) {
            object.at("metadata", "annotations").entries().forEach((key, value) -> {
                if (isOne(key)) {
                    parse(value).ifPresent(waiver -> held.add(held(object, key, value, waiver)));
                }
            });
        }
        return held;
    }

    private static Held held(ManifestObject object, String key, Field value, Waiver waiver) {
        Optional<Places.Place> place = object.place(value);
        return new Held(
                object.environment(),
                object.subject(),
                key.substring(PREFIX.length()).replaceFirst("\\.", "/"),
                waiver,
                false,
                place.map(Places.Place::said),
                Optional.of(object.location(value, place)),
                List.of());
    }

    /**
     * Returns the annotation that waives a rule for a whole object.
     *
     * @param rule the rule's id
     * @return the annotation's key; with a dot and the name of a container behind it, that of the waiver for this one
     */
    public static String key(String rule) {
        return PREFIX + rule;
    }

    /**
     * Tells whether an annotation is meant to be a waiver.
     *
     * @param key the annotation's key
     * @return true if it has the prefix
     */
    public static boolean isOne(String key) {
        return key.startsWith(PREFIX);
    }

    /**
     * Reads what {@link Waiver#toString} writes.
     *
     * @param value the annotation's value
     * @return the waiver; empty if it is anything else
     */
    public static Optional<Waiver> parse(Field value) {
        Matcher text = TEXT.matcher(value.text().orElse(""));
        if (!text.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Waiver(text.group(3), text.group(2), LocalDate.parse(text.group(1))));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }
}
