package dev.idp.kubernetes.internal.yaml;

import com.fasterxml.jackson.core.Base64Variant;
import com.fasterxml.jackson.core.base.GeneratorBase;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.core.json.JsonWriteContext;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Writes what Jackson serialises as YAML: one value, for a document or within one.
 *
 * <pre>{@code
 * yaml.startDocument();
 * mapper.writeValue(new YamlGenerator(yaml), object);
 * }</pre>
 *
 * <p>Raw output is refused, flushing and closing leave the bytes alone, and only two of Jackson's features have an effect:
 * {@code WRITE_BIGDECIMAL_AS_PLAIN} and {@code STRICT_DUPLICATE_DETECTION}. Serialisers that call {@code writeObject} need
 * {@link #setCodec}. Not safe for use by several threads at once.
 */
public final class YamlGenerator extends GeneratorBase {

    private final YamlWriter yaml;

    /**
     * Creates a generator of one value.
     *
     * @param yaml where it is written, where a value is to follow
     */
    public YamlGenerator(YamlWriter yaml) {
        super(0, null, (IOContext) null);
        this.yaml = yaml;
    }

    @Override
    public void writeStartObject() throws IOException {
        beginValue();
        yaml.startMapping();
        _writeContext = _writeContext.createChildObjectContext();
    }

    @Override
    public void writeEndObject() throws IOException {
        if (!_writeContext.inObject()) {
            _reportError("No mapping is open here");
        }
        if (yaml.awaitsValue()) {
            _reportError("The key '" + _writeContext.getCurrentName() + "' has no value");
        }
        yaml.endMapping();
        _writeContext = _writeContext.clearAndGetParent();
    }

    @Override
    public void writeStartArray() throws IOException {
        beginValue();
        yaml.startSequence();
        _writeContext = _writeContext.createChildArrayContext();
    }

    @Override
    public void writeEndArray() throws IOException {
        if (!_writeContext.inArray()) {
            _reportError("No sequence is open here");
        }
        yaml.endSequence();
        _writeContext = _writeContext.clearAndGetParent();
    }

    @Override
    public void writeFieldName(String name) throws IOException {
        if (_writeContext.writeFieldName(name) == JsonWriteContext.STATUS_EXPECT_VALUE) {
            _reportError("A value is expected, not the key '" + name + "'");
        }
        yaml.key(name);
    }

    @Override
    public void writeString(@Nullable String text) throws IOException {
        if (text == null) {
            writeNull();
            return;
        }
        beginValue();
        yaml.text(text);
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
        yaml.number(number);
    }

    @Override
    public void writeNumber(long number) throws IOException {
        beginValue();
        yaml.number(number);
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
        beginValue();
        yaml.truth(state);
    }

    @Override
    public void writeNull() throws IOException {
        beginValue();
        yaml.nothing();
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

    private void bare(String text) throws IOException {
        beginValue();
        yaml.bare(text);
    }

    private void beginValue() throws IOException {
        switch (_writeContext.writeValue()) {
            case JsonWriteContext.STATUS_EXPECT_NAME -> _reportError("A key is expected, not a value");
            case JsonWriteContext.STATUS_OK_AFTER_SPACE -> _reportError("One value is written at a time");
            default -> {}
        }
    }
}
