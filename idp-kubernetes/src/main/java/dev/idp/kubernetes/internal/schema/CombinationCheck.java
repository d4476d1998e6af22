package dev.idp.kubernetes.internal.schema;

import dev.idp.kubernetes.check.Field;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Holds values to other schemas that have a say. */
final class CombinationCheck {

    private final Validator validator;

    CombinationCheck(Validator validator) {
        this.validator = validator;
    }

    void check(Field field, Combination combination, int depth) {
        combination.all().forEach(schema -> validator.check(field, schema.get(), depth + 1));
        if (!combination.any().isEmpty() && fitting(field, combination.any(), depth) == 0) {
            refuse(field, choice(combination.any(), "none of", "keeps to none of the forms that its schema allows"));
        }
        if (!combination.one().isEmpty()) {
            long fitting = fitting(field, combination.one(), depth);
            if (fitting == 0) {
                refuse(
                        field,
                        choice(combination.one(), "none of", "keeps to none of the forms that its schema allows"));
            } else if (fitting > 1) {
                refuse(
                        field,
                        choice(
                                combination.one(),
                                "more than one of",
                                "keeps to several forms of which its schema allows one"));
            }
        }
        combination
                .none()
                .filter(schema -> validator.fits(field, schema, depth))
                .ifPresent(schema -> refuse(field, "has a form that its schema excludes"));
    }

    private long fitting(Field field, List<Supplier<Schema>> schemas, int depth) {
        return schemas.stream()
                .filter(schema -> validator.fits(field, schema, depth))
                .count();
    }

    /** Most choices are between fields, of which one must be there. */
    private static String choice(List<Supplier<Schema>> schemas, String count, String otherwise) {
        List<Set<String>> required =
                schemas.stream().map(schema -> schema.get().map().required()).toList();
        return required.stream().allMatch(names -> names.size() == 1)
                ? "has " + count + " "
                        + required.stream().flatMap(Set::stream).distinct().collect(Collectors.joining(", "))
                : otherwise;
    }

    private void refuse(Field field, String message) {
        validator.report(
                Concern.BAD_VALUE,
                field,
                FieldPath.of(field) + " " + message,
                "write it as the description of its kind says");
    }
}
