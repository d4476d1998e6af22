package dev.idp.kubernetes.internal.schema;

import dev.idp.internal.text.Closest;
import dev.idp.kubernetes.check.Field;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Holds texts, numbers and booleans to what they may be. */
record ScalarCheck(Manners manners, Consumer<Violation> report) {

    void check(Field field, Schema schema) {
        ScalarSchema scalar = schema.scalar();
        if (scalar.equals(ScalarSchema.ANY)) {
            return;
        }
        Object value = field.value().orElse("");
        if (manners != Manners.CUSTOM && value.equals("") && scalar.format() != Format.QUANTITY) {
            return;
        }
        allowed(field, scalar, value);
        if (!scalar.format().accepts(field)) {
            add(scalar.format().concern(), field, " is not " + scalar.format(), "write " + scalar.format());
        }
        if (value instanceof String text) {
            text(field, scalar, text);
        } else if (value instanceof Number number) {
            Values.number(number).ifPresent(decimal -> number(field, scalar, decimal));
        }
    }

    private void allowed(Field field, ScalarSchema scalar, Object value) {
        if (scalar.allowed().isEmpty() || scalar.allowed().contains(Values.normal(value))) {
            return;
        }
        List<String> names = scalar.allowed().stream().map(ScalarCheck::named).toList();
        Optional<String> closest = Closest.to(String.valueOf(value), names);
        add(
                Concern.UNKNOWN_VALUE,
                field,
                " is '" + value + "', not "
                        + (names.size() == 1
                                ? names.get(0)
                                : "one of " + names.stream().collect(Collectors.joining(", "))),
                "write " + closest.orElse(names.size() == 1 ? names.get(0) : "one of them"));
    }

    private static String named(Object value) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value.equals("") ? "''" : value.toString();
    }

    private void text(Field field, ScalarSchema scalar, String text) {
        scalar.length()
                .brokenBy(text.codePointCount(0, text.length()))
                .ifPresent(broken ->
                        add(Concern.BAD_VALUE, field, " has " + broken + " letters", "write as many as there may be"));
        scalar.pattern()
                .filter(pattern -> !GoPattern.isIn(text, pattern))
                .ifPresent(pattern -> add(
                        Concern.BAD_VALUE,
                        field,
                        " does not have the form that its schema demands",
                        "write it in the form " + pattern.pattern().replace("\\z", "$")));
    }

    private void number(Field field, ScalarSchema scalar, BigDecimal number) {
        scalar.bounds()
                .brokenBy(number)
                .ifPresent(broken -> add(
                        Concern.BAD_VALUE,
                        field,
                        " is " + number.toPlainString() + ", " + broken,
                        "write a number within the bounds"));
        scalar.multipleOf()
                .filter(unit -> unit.signum() != 0 && number.remainder(unit).signum() != 0)
                .ifPresent(unit -> add(
                        Concern.BAD_VALUE,
                        field,
                        " is " + number.toPlainString() + ", not a multiple of " + unit.toPlainString(),
                        "write a multiple"));
    }

    private void add(Concern concern, Field field, String message, String fix) {
        report.accept(new Violation(concern, field, FieldPath.of(field) + message, fix));
    }
}
