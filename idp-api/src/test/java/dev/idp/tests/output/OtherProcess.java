package dev.idp.tests.output;

import dev.idp.output.OutputDirectory;
import java.io.IOException;
import java.nio.file.Path;

/** A program that writes a file into a directory if it may, says which, and waits to be killed. */
final class OtherProcess {

    static final String PATH = "other/process.yaml";
    static final char WRITTEN = 'w';
    static final char TURNED_AWAY = 't';

    private OtherProcess() {}

    public static void main(String[] arguments) throws IOException {
        try (OutputDirectory out = OutputDirectory.open(Path.of(arguments[0]))) {
            out.write(PATH, new byte[] {'o'});
            sayAndWait(WRITTEN);
        } catch (IllegalStateException e) {
            sayAndWait(TURNED_AWAY);
        }
    }

    private static void sayAndWait(char word) throws IOException {
        System.out.write(word);
        System.out.flush();
        int ignored = System.in.read();
    }
}
