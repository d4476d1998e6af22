package dev.idp.testing.generate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * The order in which a program says what it says.
 *
 * @param number 0 for the order in which it was made up; another number is another order of the same
 */
record Order(long number) {

    <T> List<T> of(List<T> statements) {
        List<T> ordered = new ArrayList<>(statements);
        if (number != 0) {
            Collections.shuffle(ordered, new Random(number));
        }
        return ordered;
    }

    <B> B say(List<? extends Said<B>> statements, B builder) {
        of(statements).forEach(said -> said.effect().accept(builder));
        return builder;
    }
}
