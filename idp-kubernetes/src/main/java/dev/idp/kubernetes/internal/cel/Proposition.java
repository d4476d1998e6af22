package dev.idp.kubernetes.internal.cel;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** An expression of the Common Expression Language that is true or false, and is an error for no input. */
public sealed interface Proposition {

    /** What always holds. */
    Proposition TRUE = new Constant(true);

    /** What never holds. */
    Proposition FALSE = new Constant(false);

    /**
     * Returns what holds where this does not.
     *
     * @return an expression as short as this one
     */
    Proposition not();

    /**
     * Writes it.
     *
     * @param indent the column at which its lines start
     * @return the text, on several lines if it is long
     */
    String text(int indent);

    /**
     * Returns a question.
     *
     * @param yes what it asks
     * @param no its opposite
     * @return the expression
     */
    static Proposition of(String yes, String no) {
        return new Atom(yes, no);
    }

    /**
     * Returns a question with no opposite of its own.
     *
     * @param call a call of a function, which binds more closely than any operator
     * @return the expression
     */
    static Proposition of(String call) {
        return new Atom(call, "!" + call);
    }

    /**
     * Returns whether all of some hold, asked from the first to the last.
     *
     * @param parts the others
     * @return the expression
     */
    static Proposition all(Collection<Proposition> parts) {
        return joined(parts, true);
    }

    /**
     * Returns whether one of some holds, asked from the first to the last.
     *
     * @param parts the others
     * @return the expression
     */
    static Proposition any(Collection<Proposition> parts) {
        return joined(parts, false);
    }

    /**
     * Returns whether something holds for all elements of a list, or values of a map by its keys.
     *
     * @param range the list or map
     * @param variable what one of them is called
     * @param body what is asked of each
     * @return the expression
     */
    static Proposition each(String range, String variable, Proposition body) {
        return body instanceof Constant constant && constant.value() ? TRUE : new Each(range, variable, body, true);
    }

    /**
     * Returns one of two questions.
     *
     * @param which the question that decides
     * @param then what is asked where that holds
     * @param otherwise what is asked where it does not
     * @return the expression
     */
    static Proposition choice(Proposition which, Proposition then, Proposition otherwise) {
        return then.equals(otherwise) ? then : new Choice(which, then, otherwise);
    }

    private static Proposition joined(Collection<Proposition> parts, boolean all) {
        Set<Proposition> distinct = new LinkedHashSet<>();
        for (Proposition part : parts) {
            if (part instanceof Joined inner && inner.all() == all) {
                distinct.addAll(inner.parts());
            } else if (!(part instanceof Constant constant)) {
                distinct.add(part);
            } else if (constant.value() != all) {
                return constant;
            }
        }
        if (distinct.size() == 1) {
            return distinct.iterator().next();
        }
        return distinct.isEmpty() ? new Constant(all) : new Joined(List.copyOf(distinct), all);
    }

    /**
     * What is known without asking.
     *
     * @param value whether it holds
     */
    record Constant(boolean value) implements Proposition {

        @Override
        public Proposition not() {
            return new Constant(!value);
        }

        @Override
        public String text(int indent) {
            return Boolean.toString(value);
        }
    }

    /**
     * A question.
     *
     * @param yes what it asks
     * @param no its opposite
     */
    record Atom(String yes, String no) implements Proposition {

        @Override
        public Proposition not() {
            return new Atom(no, yes);
        }

        @Override
        public String text(int indent) {
            return yes;
        }
    }

    /**
     * Several questions.
     *
     * @param parts at least two
     * @param all whether all must hold, or one
     */
    record Joined(List<Proposition> parts, boolean all) implements Proposition {

        @Override
        public Proposition not() {
            return joined(parts.stream().map(Proposition::not).toList(), !all);
        }

        @Override
        public String text(int indent) {
            String operator = all ? "&&" : "||";
            List<String> texts = parts.stream().map(part -> inner(part, indent)).toList();
            return Layout.fits(texts, indent)
                    ? String.join(" " + operator + " ", texts)
                    : String.join(" " + operator + Layout.line(indent), texts);
        }

        private static String inner(Proposition part, int indent) {
            return part instanceof Joined || part instanceof Choice
                    ? "(" + part.text(indent + 1) + ")"
                    : part.text(indent);
        }
    }

    /**
     * A question to each of several.
     *
     * @param range a list or map
     * @param variable what one of them is called
     * @param body the question
     * @param all whether all must hold, or one
     */
    record Each(String range, String variable, Proposition body, boolean all) implements Proposition {

        @Override
        public Proposition not() {
            return new Each(range, variable, body.not(), !all);
        }

        @Override
        public String text(int indent) {
            return Layout.call(range + (all ? ".all(" : ".exists(") + variable, body, indent);
        }
    }

    /**
     * One of two questions.
     *
     * @param which the question that decides
     * @param then what is asked where that holds
     * @param otherwise what is asked where it does not
     */
    record Choice(Proposition which, Proposition then, Proposition otherwise) implements Proposition {

        @Override
        public Proposition not() {
            return new Choice(which, then.not(), otherwise.not());
        }

        @Override
        public String text(int indent) {
            return List.of(which, then, otherwise).stream()
                    .map(part -> "(" + part.text(indent + 3) + ")")
                    .collect(Collectors.collectingAndThen(
                            Collectors.toList(),
                            texts -> texts.get(0) + Layout.line(indent) + "? " + texts.get(1) + Layout.line(indent)
                                    + ": " + texts.get(2)));
        }
    }
}
