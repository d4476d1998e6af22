package dev.idp.tests.testing.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Messages of failures, without what differs from machine to machine. */
final class Failures {

    private Failures() {}

    static void assertFailure(Path directory, ThrowingCallable snapshot, String message) {
        assertThat(message(directory, snapshot)).isEqualTo(message);
    }

    static String message(Path directory, ThrowingCallable snapshot) {
        Throwable failure = catchThrowable(snapshot);
        assertThat(failure).isNotNull();
        return told(directory, failure.getMessage());
    }

    static String told(Path directory, String line) {
        return line.replace(directory.toString().replace('\\', '/') + "/", "")
                .replace("'" + directory.getFileName() + "'", "'DIRECTORY'")
                .replace("of " + directory.getFileName(), "of DIRECTORY")
                .replaceAll("(Test|Shop)\\.java:\\d+", "$1.java:LINE");
    }
}
