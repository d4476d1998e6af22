package dev.idp.testing.generate;

import dev.idp.Platform;
import java.util.List;
import java.util.Optional;

/**
 * A made-up platform.
 *
 * @param platform what was declared
 * @param listing the program that declares the same
 * @param names the names of the workloads that were made up
 * @param mutation what one of them says otherwise, or would say
 */
record Made(Platform platform, Listing listing, List<String> names, Optional<Mutation> mutation) {

    /** Makes platforms of choices, and the same of the same choices. */
    interface Maker {

        /**
         * Makes one.
         *
         * @param choices what is said
         * @param order in which order it is said; 0 for the order in which it was made up
         * @param mutated whether one workload says one more thing
         */
        Made make(Choices choices, long order, boolean mutated);
    }
}
