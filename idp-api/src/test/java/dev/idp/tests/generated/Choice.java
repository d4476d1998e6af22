package dev.idp.tests.generated;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** Chance that depends on a seed alone, apart from the order in which things are said. */
final class Choice {

    private final Random random;
    private final long order;

    Choice(long seed, long order) {
        this.random = new Random(seed);
        this.order = order;
    }

    /** From 0, below a bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    <T> T of(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** What was made up comes first; another order is another order of the same. */
    <T> List<T> shuffled(List<T> statements) {
        List<T> shuffled = new ArrayList<>(statements);
        if (order != 0) {
            Collections.shuffle(shuffled, new Random(order));
        }
        return shuffled;
    }

    /** Says everything to a builder, in the order of this choice. */
    <B> B said(List<Consumer<? super B>> statements, B builder) {
        shuffled(statements).forEach(statement -> statement.accept(builder));
        return builder;
    }
}
