package dev.idp.tests.kubernetes.apply.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that says that it is there and then waits for a word: without one it waits for ever. */
class KilledProcessTest {

    @TempDir
    Path directory;

    @Test
    void isGoneOnceItWasKilled() throws Exception {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                KilledProcess process = start(listener);
                Socket connection = listener.accept()) {
            assertThat(connection.getInputStream().read()).isEqualTo('!');
            assertThat(process.isAlive()).isTrue();

            assertThat(process.kill()).isNotZero();

            assertThat(process.isAlive()).isFalse();
            assertThat(process.output()).isEqualTo("begun" + System.lineSeparator());
        }
    }

    @Test
    void endsByItself() throws Exception {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                KilledProcess process = start(listener);
                Socket connection = listener.accept()) {
            connection.getOutputStream().write('!');

            assertThat(process.end()).isZero();

            assertThat(process.output()).contains("begun", "ended");
        }
    }

    private KilledProcess start(ServerSocket listener) throws Exception {
        return KilledProcess.start(directory.resolve("output"), Waiting.class, "" + listener.getLocalPort());
    }

    /** The program. */
    static final class Waiting {

        public static void main(String[] arguments) throws Exception {
            System.out.println("begun");
            try (Socket connection = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0]))) {
                connection.getOutputStream().write('!');
                connection.getInputStream().read();
            }
            System.err.println("ended");
        }
    }
}
