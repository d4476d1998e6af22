package dev.idp.testing.snapshot;

import java.util.Locale;

/** What may happen to the files. */
enum Mode {
    /** What is not there yet is written; what differs fails. */
    WRITE_NEW,
    /** What is not there fails as well. */
    READ_ONLY,
    /** What differs is written, and what nobody asks for is deleted. */
    UPDATE;

    static final String PROPERTY = "idp.snapshots";

    static Mode of(Surroundings surroundings) {
        String wanted = surroundings.property(PROPERTY);
        boolean isCi = isSet(surroundings.variable("CI"));
        return switch (wanted) {
            case "" -> isCi ? READ_ONLY : WRITE_NEW;
            case "check" -> READ_ONLY;
            case "update" -> {
                if (isCi) {
                    throw new IllegalStateException("-D" + PROPERTY + "=update is refused since the variable CI is set:"
                            + " nobody would review what it writes; update where the code is written, and commit");
                }
                yield UPDATE;
            }
            default ->
                throw new IllegalArgumentException(
                        "-D" + PROPERTY + "=" + wanted + " means nothing; there are update and check");
        };
    }

    private static boolean isSet(String variable) {
        String value = variable.toLowerCase(Locale.ROOT);
        return !value.isEmpty() && !value.equals("false") && !value.equals("0");
    }
}
