package dev.idp.kubernetes;

import dev.idp.explain.Decision;
import dev.idp.explain.Source;
import dev.idp.plan.Problem;
import dev.idp.spi.Extension;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one extension.
 *
 * @param attachment what it is attached to
 * @param said the extension, and who attached it
 * @param message the fault, in one clause
 * @param mandate who demands otherwise; {@code null} if it is wrong whatever anybody demands
 * @param fix what to do, in one clause
 */
record Fault(
        Attachment attachment,
        Decision<Extension> said,
        String message,
        @Nullable Source mandate,
        String fix) {

    Fault(Attachment attachment, Decision<Extension> said, String message, String fix) {
        this(attachment, said, message, null, fix);
    }

    Problem problem() {
        Problem.Builder problem = Problem.of(
                        attachment.subject(), attachment.environment().name(), message)
                .cite("said", said.source());
        if (mandate != null) {
            problem.cite("mandate", mandate);
        }
        return problem.fix(fix);
    }

    /** Faults as they are found, so that all of them are reported. */
    static final class Found {

        private final List<Fault> faults = new ArrayList<>();

        void add(Fault fault) {
            faults.add(fault);
        }

        boolean isEmpty() {
            return faults.isEmpty();
        }

        void refuseAny() {
            if (!faults.isEmpty()) {
                throw new Refused(faults);
            }
        }
    }

    /** Thrown while a workload, or the environment as a whole, is rendered, and caught where all of them are. */
    static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient List<Fault> faults;

        private Refused(List<Fault> faults) {
            super(faults.get(0).message(), null, false, false);
            this.faults = List.copyOf(faults);
        }

        List<Problem> problems() {
            return faults.stream().map(Fault::problem).toList();
        }
    }
}
