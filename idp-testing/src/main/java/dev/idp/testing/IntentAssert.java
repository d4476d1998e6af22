package dev.idp.testing;

import java.util.Optional;
import java.util.function.Function;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions whose failures say what was expected, what is, and which line of the user's program made it so.
 *
 * <p>Where {@linkplain PlatformAssertions#softly several failures are collected}, whatever follows a noun that there is not, such
 * as a service of another name, is passed over.
 *
 * @param <SELF> the type of the assertion, so that calls can be chained
 * @param <A> what is asserted on
 */
public abstract class IntentAssert<SELF extends IntentAssert<SELF, A>, A> extends AbstractAssert<SELF, A> {

    private final Complaints complaints;
    private final boolean isThere;

    IntentAssert(@Nullable A actual, boolean isThere, Complaints complaints, Class<?> type) {
        super(actual, type);
        this.complaints = complaints;
        this.isThere = isThere;
    }

    final Complaints complaints() {
        return complaints;
    }

    /** A fact: what to complain about, or nothing if it holds. */
    final SELF fact(Function<A, Optional<String>> complaint) {
        if (isThere) {
            isNotNull();
            complaint.apply(actual).ifPresent(this::complain);
        }
        return myself;
    }

    /** What a noun leads to; where there is none, a complaint, and nothing to go on with. */
    final <T> Optional<T> find(Function<A, Optional<T>> noun, Function<A, String> complaint) {
        if (!isThere) {
            return Optional.empty();
        }
        isNotNull();
        Optional<T> found = noun.apply(actual);
        if (found.isEmpty()) {
            complain(complaint.apply(actual));
        }
        return found;
    }

    final void complain(String message) {
        complaints.add(failure("%s", message));
    }
}
