package dev.idp.testing.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * The choices of which a program is made up: thrown by a seed or taken from a list, and written down as they are made.
 *
 * <p>A smaller choice means a simpler program, and 0 means that nothing is said. What is missing in a list is 0, and what is
 * too large is the largest that there is, so whatever list is made of another one, it stands for a program.
 */
final class Choices {

    /** Choices that belong together: those from a first one up to an end. */
    record Span(int start, int end) {
        int length() {
            return end - start;
        }
    }

    private final Random random;
    private final List<Integer> given;
    private final boolean replayed;
    private final List<Integer> made = new ArrayList<>();
    private final List<Span> spans = new ArrayList<>();

    private Choices(Random random, List<Integer> given, boolean replayed) {
        this.random = random;
        this.given = given;
        this.replayed = replayed;
    }

    static Choices ofSeed(long seed) {
        return new Choices(new Random(mixed(seed)), List.of(), false);
    }

    static Choices of(List<Integer> given) {
        return new Choices(new Random(0), List.copyOf(given), true);
    }

    /** Without it the first numbers of seeds beside each other are nearly the same. */
    private static long mixed(long seed) {
        long z = seed * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** From 0, below a bound. */
    int below(int bound) {
        return write(replayed ? Math.min(next(), bound - 1) : random.nextInt(bound));
    }

    boolean oneIn(int times) {
        return write(replayed ? Math.min(next(), 1) : random.nextInt(times) == 0 ? 1 : 0) == 1;
    }

    /** The first of them is the simplest. */
    <T> T oneOf(List<T> all) {
        return all.get(below(all.size()));
    }

    /** Keeps choices together, so that what they make can be left out as one. */
    <T> T together(Supplier<T> choosing) {
        int start = made.size();
        T chosen = choosing.get();
        spans.add(new Span(start, made.size()));
        return chosen;
    }

    /** Makes some, each together with the choice that there is another one. */
    <T> List<T> some(int least, int most, Supplier<T> element) {
        List<T> all = new ArrayList<>();
        boolean another = true;
        while (another && all.size() < most) {
            another = together(() -> {
                boolean wanted = below(3) > 0 || all.size() < least;
                if (wanted) {
                    all.add(element.get());
                }
                return wanted;
            });
        }
        return all;
    }

    private int next() {
        return made.size() < given.size() ? given.get(made.size()) : 0;
    }

    private int write(int choice) {
        made.add(choice);
        return choice;
    }

    /** All that were made; those at the end that say nothing are left out. */
    List<Integer> made() {
        int end = made.size();
        while (end > 0 && made.get(end - 1) == 0) {
            end--;
        }
        return List.copyOf(made.subList(0, end));
    }

    List<Span> spans() {
        return List.copyOf(spans);
    }
}
