package dev.idp;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * How a value is written to JSON and read back equal.
 *
 * <p>The JSON side is made of the JDK's own types: {@link String}, {@link Long}, {@link Boolean}, {@link java.util.List}
 * and {@link java.util.Map} with string keys.
 *
 * @param <T> the value's type
 * @param write turns a value into its JSON
 * @param read turns JSON into the value; an {@link IllegalArgumentException} or {@link ClassCastException} says that it
 *     is not such a value
 */
public record JsonForm<T>(Function<T, Object> write, Function<Object, T> read) {

    /** Text as it is. */
    public static final JsonForm<String> TEXT = new JsonForm<>(text -> text, json -> (String) json);

    /** A whole number. */
    public static final JsonForm<Long> NUMBER = new JsonForm<>(number -> number, json -> (Long) json);

    /**
     * Returns the form of a type that is written as one text.
     *
     * @param <T> the value's type
     * @param write turns a value into its text
     * @param read turns the text back
     * @return the form
     */
    public static <T> JsonForm<T> text(Function<T, String> write, Function<String, T> read) {
        return new JsonForm<>(write::apply, json -> read.apply((String) json));
    }

    /** A time of whole seconds, as their number. */
    public static final JsonForm<Duration> SECONDS =
            new JsonForm<>(Duration::toSeconds, json -> Duration.ofSeconds((Long) json));

    /**
     * Returns the form of lists.
     *
     * @param <T> the type of the elements
     * @param element the form of one element
     * @return the form of a JSON array
     */
    public static <T> JsonForm<List<T>> listOf(JsonForm<T> element) {
        return new JsonForm<>(list -> list.stream().map(element.write()).toList(), json -> ((List<?>) json)
                .stream().map(element.read()).toList());
    }

    /**
     * Returns the form of an enum.
     *
     * @param <E> the enum
     * @param type the enum
     * @return the form of its constants' names
     */
    public static <E extends Enum<E>> JsonForm<E> ofEnum(Class<E> type) {
        return text(Enum::name, name -> Enum.valueOf(type, name));
    }
}
