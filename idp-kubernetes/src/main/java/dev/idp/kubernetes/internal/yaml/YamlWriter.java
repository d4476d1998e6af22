package dev.idp.kubernetes.internal.yaml;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Writes YAML in block style, as UTF-8 in memory, the way {@code kubectl} lays it out.
 *
 * <p>Every text reads back as that very text under YAML 1.1 and 1.2. It trusts its caller to write one value for each
 * document and each key; {@link YamlGenerator} does not. A writer is made to be used again and again:
 *
 * <pre>{@code
 * var yaml = new YamlWriter();
 * for (var name : names) {
 *     yaml.startDocument();
 *     yaml.startMapping();
 *     yaml.key("name");
 *     yaml.text(name);
 *     yaml.endMapping();
 * }
 * yaml.writeTo(out);
 * yaml.reset();
 * }</pre>
 *
 * <p>Not safe for use by several threads at once.
 */
public final class YamlWriter {

    private final Utf8Buffer buffer = new Utf8Buffer();
    private final ScalarWriter scalars = new ScalarWriter(buffer);

    /** Whether what is open is a mapping or a sequence, from the outside to the inside. */
    private boolean[] mappings = new boolean[32];

    private int depth;

    /** The column at which the entries of the innermost open mapping or sequence start. */
    private int indent;

    /** Nothing was written yet to the innermost open mapping, sequence or document. */
    private boolean fresh = true;

    /** Creates a writer that has written nothing yet. */
    public YamlWriter() {}

    /** Writes the line that separates documents; one before the first document does no harm. */
    public void startDocument() {
        if (depth > 0) {
            throw new IllegalStateException("A document cannot start inside another");
        }
        buffer.ascii("---\n");
        fresh = true;
    }

    /** Forgets what was written, finished or not, and keeps the memory. */
    public void reset() {
        buffer.clear();
        depth = 0;
        indent = 0;
        fresh = true;
    }

    /** {@return the memory whose first {@link #length()} bytes are the YAML, valid until the next write} */
    public byte[] array() {
        return buffer.array();
    }

    /** {@return how many bytes were written} */
    public int length() {
        return buffer.length();
    }

    /** {@return a copy of what was written} */
    public byte[] toByteArray() {
        return buffer.toByteArray();
    }

    /**
     * Copies what was written to a stream, in one go.
     *
     * @param out the stream
     * @throws IOException if the stream does
     */
    public void writeTo(OutputStream out) throws IOException {
        buffer.writeTo(out);
    }

    /** Starts a mapping, of which nothing but keys and values follow. */
    public void startMapping() {
        open(true);
    }

    /** Ends the innermost mapping. */
    public void endMapping() {
        close("{}\n");
    }

    /** Starts a sequence, whose elements follow. */
    public void startSequence() {
        open(false);
    }

    /** Ends the innermost sequence. */
    public void endSequence() {
        close("[]\n");
    }

    /**
     * Writes a key.
     *
     * @param text any text
     */
    public void key(String text) {
        beginEntry();
        scalars.key(text, indent);
    }

    /**
     * Writes a key of which it is known that it needs no quotes.
     *
     * @param key the key with its colon and the blank behind it
     */
    public void plainKey(String key) {
        beginEntry();
        buffer.ascii(key);
    }

    /**
     * Writes a text as a value.
     *
     * @param text any text
     */
    public void text(String text) {
        beginValue();
        scalars.value(text, indent + 2);
        buffer.put('\n');
    }

    /**
     * Writes a number.
     *
     * @param number the number
     */
    public void number(int number) {
        beginValue();
        buffer.integer(number);
        buffer.put('\n');
    }

    /**
     * Writes a number.
     *
     * @param number the number
     */
    public void number(long number) {
        beginValue();
        buffer.integer(number);
        buffer.put('\n');
    }

    /**
     * Writes true or false.
     *
     * @param truth which of them
     */
    public void truth(boolean truth) {
        bare(truth ? "true" : "false");
    }

    /** Writes that there is no value. */
    public void nothing() {
        bare("null");
    }

    /** Writes a number or a word that is itself in every style. */
    void bare(String ascii) {
        beginValue();
        buffer.ascii(ascii);
        buffer.put('\n');
    }

    /** Whether the last key still has no value. */
    boolean awaitsValue() {
        return !fresh && !buffer.endsWith('\n');
    }

    /** Goes to where the next value starts: behind its dash, behind its key, or to the start of the document. */
    private void beginValue() {
        if (depth == 0) {
            fresh = false;
        } else if (!mappings[depth - 1]) {
            beginEntry();
            buffer.ascii("- ");
        }
    }

    /** The first entry shares the line of a dash, but not of a key. */
    private void beginEntry() {
        if (!fresh) {
            buffer.blanks(indent);
        } else {
            fresh = false;
            if (depth > 1 && mappings[depth - 2]) {
                buffer.replaceLast('\n');
                buffer.blanks(indent);
            }
        }
    }

    private void open(boolean mapping) {
        beginValue();
        indent += step(mapping);
        if (depth == mappings.length) {
            mappings = Arrays.copyOf(mappings, 2 * depth);
        }
        mappings[depth++] = mapping;
        fresh = true;
    }

    private void close(String empty) {
        if (fresh) {
            fresh = false;
            buffer.ascii(empty);
        }
        indent -= step(mappings[--depth]);
    }

    /** How much deeper a collection lies than the one that holds it: the dashes below a key are no deeper than it. */
    private int step(boolean mapping) {
        return depth == 0 || (!mapping && mappings[depth - 1]) ? 0 : 2;
    }
}
