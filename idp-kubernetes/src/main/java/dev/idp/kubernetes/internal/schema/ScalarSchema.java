package dev.idp.kubernetes.internal.schema;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a text, a number or a boolean may be.
 *
 * @param allowed the values that there are, as {@link Values#normal} has them; none if there are others
 * @param pattern what is found in a text; empty if anything may be
 * @param length how many letters a text may have
 * @param bounds how great a number may be
 * @param multipleOf what a number is a multiple of; empty if of nothing
 * @param format in which form it must be written
 */
record ScalarSchema(
        List<Object> allowed,
        Optional<Pattern> pattern,
        Range length,
        Range bounds,
        Optional<BigDecimal> multipleOf,
        Format format) {

    static final ScalarSchema ANY =
            new ScalarSchema(List.of(), Optional.empty(), Range.ALL, Range.ALL, Optional.empty(), Format.ANY);

    ScalarSchema in(Format form) {
        return new ScalarSchema(allowed, pattern, length, bounds, multipleOf, form);
    }

    ScalarSchema within(Range range) {
        return new ScalarSchema(allowed, pattern, length, range, multipleOf, format);
    }

    ScalarSchema oneOf(List<String> values) {
        return new ScalarSchema(List.copyOf(values), pattern, length, bounds, multipleOf, format);
    }
}
