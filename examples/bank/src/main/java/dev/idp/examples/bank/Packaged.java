package dev.idp.examples.bank;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Files that are part of this program: declaring reads nothing else. */
final class Packaged {

    private Packaged() {}

    static String text(String name) {
        try (InputStream file = Packaged.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("this program was packaged without " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
