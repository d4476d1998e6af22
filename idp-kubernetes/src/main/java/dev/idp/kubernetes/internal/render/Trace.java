package dev.idp.kubernetes.internal.render;

import dev.idp.explain.Decision;

/**
 * Ties what a facet writes to what was decided, by the JSON pointer that it lands on.
 *
 * <p>What is said of a pointer holds for everything below it, until something is said of a longer one. Unless somebody
 * wants explanations, nothing is kept, and no pointer is even put together.
 */
public interface Trace {

    /** Keeps nothing. */
    Trace OFF = new Trace() {
        @Override
        public Trace at(String pointer) {
            return this;
        }

        @Override
        public Trace at(String pointer, int index) {
            return this;
        }

        @Override
        public Trace at(String pointer, String key) {
            return this;
        }

        @Override
        public <T> T value(String pointer, Decision<T> decision) {
            return decision.get();
        }

        @Override
        public void cite(String pointer, Decision<?>... decisions) {}

        @Override
        public <T> T because(String pointer, T value, String reason, Decision<?>... conditions) {
            return value;
        }

        @Override
        public void rule(String pointer, String reason, Decision<?>... conditions) {}

        @Override
        public void absent(String pointer, String reason, Decision<?>... conditions) {}
    };

    /**
     * Returns the trace of a part of the object.
     *
     * @param pointer the part, relative to this trace
     * @return its trace
     */
    Trace at(String pointer);

    /**
     * Returns the trace of an element.
     *
     * @param pointer the list, relative to this trace
     * @param index the element's index
     * @return its trace
     */
    Trace at(String pointer, int index);

    /**
     * Returns the trace of a map's entry.
     *
     * @param pointer the map, relative to this trace
     * @param key the entry's key, not yet escaped
     * @return its trace
     */
    Trace at(String pointer, String key);

    /**
     * Says that a decided value stands at a pointer.
     *
     * @param <T> the value's type
     * @param pointer where it stands, relative to this trace
     * @param decision what was decided
     * @return the value
     */
    <T> T value(String pointer, Decision<T> decision);

    /**
     * Says that what stands at a pointer is made of decided values.
     *
     * @param pointer where it stands, relative to this trace
     * @param decisions what it is made of
     */
    void cite(String pointer, Decision<?>... decisions);

    /**
     * Says that a value is this library's choice.
     *
     * @param <T> the value's type
     * @param pointer where it stands, relative to this trace
     * @param value the value
     * @param reason why
     * @param conditions what made the choice necessary, without being part of the value
     * @return the value
     */
    <T> T because(String pointer, T value, String reason, Decision<?>... conditions);

    /**
     * Adds by which rule of this library something stands at a pointer, beside what it is made of.
     *
     * @param pointer where it stands, relative to this trace
     * @param reason the rule
     * @param conditions what made it appear, without being part of the value
     */
    void rule(String pointer, String reason, Decision<?>... conditions);

    /**
     * Says why nothing stands at a pointer.
     *
     * @param pointer where it would stand, relative to this trace
     * @param reason why it does not
     * @param conditions what made it so
     */
    void absent(String pointer, String reason, Decision<?>... conditions);
}
