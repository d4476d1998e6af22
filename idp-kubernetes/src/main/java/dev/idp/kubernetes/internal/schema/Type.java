package dev.idp.kubernetes.internal.schema;

import dev.idp.kubernetes.check.Field;
import java.math.BigInteger;

/** What a value may be. */
enum Type {
    ANY("anything"),
    MAP("a map"),
    LIST("a list"),
    TEXT("a text"),
    INTEGER("a whole number"),
    NUMBER("a number"),
    BOOLEAN("true or false"),
    INTEGER_OR_TEXT("a whole number or a text"),
    NUMBER_OR_TEXT("a number or a text");

    private final String words;

    Type(String words) {
        this.words = words;
    }

    /** Returns the type of what stands in a field that is there. */
    static Type of(Field field) {
        if (field.isMap()) {
            return MAP;
        }
        if (field.isList()) {
            return LIST;
        }
        Object value = field.value().orElse("");
        if (value instanceof Boolean) {
            return BOOLEAN;
        }
        if (value instanceof Long || value instanceof BigInteger) {
            return INTEGER;
        }
        if (value instanceof Double number) {
            // YAML's 1.0 reaches the API server as 1.
            return number == Math.rint(number) && !number.isInfinite() ? INTEGER : NUMBER;
        }
        return TEXT;
    }

    boolean accepts(Type other) {
        return switch (this) {
            case ANY -> true;
            case NUMBER -> other == NUMBER || other == INTEGER;
            case INTEGER_OR_TEXT -> other == INTEGER || other == TEXT;
            case NUMBER_OR_TEXT -> other == NUMBER || other == INTEGER || other == TEXT;
            default -> other == this;
        };
    }

    /** Returns what people call it. */
    @Override
    public String toString() {
        return words;
    }
}
