package dev.idp.tests.parts;

import dev.idp.spi.Part;
import dev.idp.spi.PartContents;
import java.util.function.Consumer;

/** A part in one line. */
final class Piece implements Part {

    private final String id;
    private final String version;
    private final Consumer<PartContents> composing;

    private Piece(String id, String version, Consumer<PartContents> composing) {
        this.id = id;
        this.version = version;
        this.composing = composing;
    }

    static Piece of(String id, Consumer<PartContents> composing) {
        return new Piece(id, "1.0", composing);
    }

    static Piece of(String id, String version, Consumer<PartContents> composing) {
        return new Piece(id, version, composing);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public void compose(PartContents part) {
        composing.accept(part);
    }
}
