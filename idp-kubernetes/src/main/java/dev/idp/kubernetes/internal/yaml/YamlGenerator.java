package dev.idp.kubernetes.internal.yaml;

import com.fasterxml.jackson.core.Base64Variant;
import com.fasterxml.jackson.core.base.GeneratorBase;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.core.json.JsonWriteContext;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Writes what Jackson serialises as YAML in block style, as UTF-8 in memory, the way {@code kubectl} lays it out.
 *
 * <p>Every text reads back as that very text under YAML 1.1 and 1.2. A generator is made to be used again and again:
 *
 * <pre>{@code
 * var yaml = new YamlGenerator();
 * for (var object : objects) {
 *     yaml.startDocument();
 *     mapper.writeValue(yaml, object);
 * }
 * yaml.writeTo(out);
 * yaml.reset();
 * }</pre>
 *
 * <p>Each document has one value. Raw output is refused, flushing and closing leave the bytes alone, and only two of
 * Jackson's features have an effect: {@code WRITE_BIGDECIMAL_AS_PLAIN} and {@code STRICT_DUPLICATE_DETECTION}.
 * Serialisers that call {@code writeObject} need {@link #setCodec}. Not safe for use by several threads at once.
 */
public final class YamlGenerator extends GeneratorBase {

    private final JsonWriteContext root = _writeContext;
    private final Utf8Buffer buffer = new Utf8Buffer();
    private final ScalarWriter scalars = new ScalarWriter(buffer);

    /** The column at which the entries of the innermost open mapping or sequence start. */
    private int indent;

    /** Nothing was written yet to the innermost open mapping, sequence or document. */
    private boolean fresh = true;

    /** Creates a generator that has written nothing yet. */
    public YamlGenerator() {
        super(0, null, (IOContext) null);
    }

    /** Writes the line that separates documents; one before the first document does no harm. */
    public void startDocument() {
        if (!_writeContext.inRoot()) {
            throw new IllegalStateException("A document cannot start inside " + _writeContext.pathAsPointer());
        }
        buffer.ascii("---\n");
        fresh = true;
    }

    /** Forgets what was written, finished or not, and keeps the memory. */
    public void reset() {
        _writeContext = root;
        buffer.clear();
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

    @Override
    public void writeStartObject() throws IOException {
        open(false);
    }

    @Override
    public void writeEndObject() throws IOException {
        end(false);
    }

    @Override
    public void writeStartArray() throws IOException {
        open(true);
    }

    @Override
    public void writeEndArray() throws IOException {
        end(true);
    }

    @Override
    public void writeFieldName(String name) throws IOException {
        if (_writeContext.writeFieldName(name) == JsonWriteContext.STATUS_EXPECT_VALUE) {
            _reportError("A value is expected, not the key '" + name + "'");
        }
        beginEntry();
        scalars.key(name, indent);
    }

    @Override
    public void writeString(@Nullable String text) throws IOException {
        if (text == null) {
            writeNull();
            return;
        }
        beginValue();
        scalars.value(text, indent + 2);
        buffer.put('\n');
    }

    @Override
    public void writeString(char[] text, int offset, int length) throws IOException {
        writeString(new String(text, offset, length));
    }

    @Override
    public void writeUTF8String(byte[] text, int offset, int length) throws IOException {
        writeString(new String(text, offset, length, StandardCharsets.UTF_8));
    }

    @Override
    public void writeBinary(Base64Variant variant, byte[] data, int offset, int length) throws IOException {
        writeString(variant.encode(Arrays.copyOfRange(data, offset, offset + length), false, ""));
    }

    @Override
    public void writeNumber(int number) throws IOException {
        beginValue();
        buffer.integer(number);
        buffer.put('\n');
    }

    @Override
    public void writeNumber(long number) throws IOException {
        beginValue();
        buffer.integer(number);
        buffer.put('\n');
    }

    @Override
    public void writeNumber(@Nullable BigInteger number) throws IOException {
        bare(String.valueOf(number));
    }

    @Override
    public void writeNumber(double number) throws IOException {
        if (Double.isFinite(number)) {
            decimal(Double.toString(number));
        } else {
            bare(Double.isNaN(number) ? ".nan" : number > 0 ? ".inf" : "-.inf");
        }
    }

    @Override
    public void writeNumber(float number) throws IOException {
        if (Float.isFinite(number)) {
            decimal(Float.toString(number));
        } else {
            writeNumber((double) number);
        }
    }

    @Override
    public void writeNumber(@Nullable BigDecimal number) throws IOException {
        if (number == null) {
            writeNull();
        } else {
            decimal(_asString(number));
        }
    }

    @Override
    public void writeNumber(String number) throws IOException {
        writeNumber(new BigDecimal(number));
    }

    @Override
    public void writeBoolean(boolean state) throws IOException {
        bare(state ? "true" : "false");
    }

    @Override
    public void writeNull() throws IOException {
        bare("null");
    }

    @Override
    public void writeRaw(String text) {
        throw rawIsUnsupported();
    }

    @Override
    public void writeRaw(String text, int offset, int length) {
        throw rawIsUnsupported();
    }

    @Override
    public void writeRaw(char[] text, int offset, int length) {
        throw rawIsUnsupported();
    }

    @Override
    public void writeRaw(char c) {
        throw rawIsUnsupported();
    }

    @Override
    public void writeRawUTF8String(byte[] text, int offset, int length) {
        throw rawIsUnsupported();
    }

    /** Is called before raw values only. */
    @Override
    protected void _verifyValueWrite(String attempt) {
        throw rawIsUnsupported();
    }

    @Override
    public void flush() {}

    @Override
    protected void _releaseBuffers() {}

    private static UnsupportedOperationException rawIsUnsupported() {
        return new UnsupportedOperationException("Raw output could break the YAML around it: write a value instead");
    }

    /** Gives an exponent a sign and a point before it: YAML 1.1 takes anything less for a text. */
    private void decimal(String number) throws IOException {
        int e = number.indexOf('E');
        if (e < 0) {
            bare(number);
            return;
        }
        String mantissa = number.substring(0, e);
        String exponent = number.substring(e + 1);
        boolean signed = exponent.startsWith("-") || exponent.startsWith("+");
        bare(mantissa + (mantissa.indexOf('.') < 0 ? ".0e" : "e") + (signed ? exponent : "+" + exponent));
    }

    /** Writes a number or a word that is itself in every style. */
    private void bare(String text) throws IOException {
        beginValue();
        buffer.ascii(text);
        buffer.put('\n');
    }

    /** Goes to where the next value starts: behind its dash, behind its key, or to the start of the document. */
    private void beginValue() throws IOException {
        if (_writeContext.writeValue() == JsonWriteContext.STATUS_EXPECT_NAME) {
            _reportError("A key is expected, not a value");
        }
        if (_writeContext.inArray()) {
            beginEntry();
            buffer.ascii("- ");
        } else if (_writeContext.inRoot()) {
            if (!fresh) {
                _reportError("A document has one value: call startDocument() before the next");
            }
            fresh = false;
        }
    }

    /** The first entry shares the line of a dash, but not of a key. */
    private void beginEntry() {
        if (!fresh) {
            buffer.blanks(indent);
        } else {
            fresh = false;
            if (_writeContext.getParent().inObject()) {
                buffer.replaceLast('\n');
                buffer.blanks(indent);
            }
        }
    }

    private void open(boolean sequence) throws IOException {
        beginValue();
        indent += step(sequence);
        _writeContext = sequence ? _writeContext.createChildArrayContext() : _writeContext.createChildObjectContext();
        fresh = true;
    }

    private void end(boolean sequence) throws IOException {
        if (sequence ? !_writeContext.inArray() : !_writeContext.inObject()) {
            _reportError(sequence ? "No sequence is open here" : "No mapping is open here");
        }
        if (fresh) {
            fresh = false;
            buffer.ascii(sequence ? "[]\n" : "{}\n");
        } else if (!buffer.endsWith('\n')) {
            _reportError("The key '" + _writeContext.getCurrentName() + "' has no value");
        }
        _writeContext = _writeContext.clearAndGetParent();
        indent -= step(sequence);
    }

    /** How much deeper a collection lies than the one that holds it: the dashes below a key are no deeper than it. */
    private int step(boolean sequence) {
        return _writeContext.inRoot() || (sequence && _writeContext.inObject()) ? 0 : 2;
    }
}
