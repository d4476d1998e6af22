package dev.idp.tests.kubernetes.yaml;

import static dev.idp.tests.kubernetes.yaml.YamlReader.assertThatAllRead;
import static dev.idp.tests.kubernetes.yaml.YamlWriting.MAPPER;
import static dev.idp.tests.kubernetes.yaml.YamlWriting.map;
import static dev.idp.tests.kubernetes.yaml.YamlWriting.write;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonGenerationException;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import dev.idp.kubernetes.internal.yaml.YamlGenerator;
import dev.idp.kubernetes.internal.yaml.YamlWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One writer writes any number of documents, again and again, and what Jackson serialises is no broken one. */
class DocumentsTest {

    private final YamlWriter yaml = new YamlWriter();
    private final YamlGenerator generator = new YamlGenerator(yaml);

    @Test
    void documentsAreSeparated() throws IOException {
        write(map("kind", "Service"), yaml);
        yaml.startDocument();
        write(List.of(1, 2), yaml);
        yaml.startDocument();
        write("a\nb\n\n", yaml);
        yaml.startDocument();
        write("text", yaml);

        assertThat(written()).isEqualTo("""
                kind: Service
                ---
                - 1
                - 2
                ---
                |+
                  a
                  b

                ---
                text
                """);
        assertThatAllRead(yaml.toByteArray(), map("kind", "Service"), List.of(1, 2), "a\nb\n\n", "text");
    }

    @Test
    void theFirstDocumentMayBeSeparatedFromNothing() throws IOException {
        for (var kind : List.of("Service", "Deployment")) {
            yaml.startDocument();
            write(map("kind", kind), yaml);
        }

        assertThat(written()).isEqualTo("---\nkind: Service\n---\nkind: Deployment\n");
    }

    @Test
    void nothingIsWrittenForNoDocument() {
        assertThat(written()).isEmpty();
    }

    @Test
    void bytesCanBeReadInThreeWays() throws IOException {
        write(map("größe", "x"), yaml);
        var stream = new ByteArrayOutputStream();
        yaml.writeTo(stream);

        var expected = "\"größe\": x\n".getBytes(UTF_8);
        assertThat(stream.toByteArray()).isEqualTo(expected);
        assertThat(yaml.toByteArray()).isEqualTo(expected);
        assertThat(yaml.array()).startsWith(expected);
        assertThat(yaml.length()).isEqualTo(expected.length);
    }

    @Test
    void memoryGrowsAsNeededAndIsKept() throws IOException {
        var large = "x".repeat(1_000_000);
        write(List.of(large, large), yaml);
        var memory = yaml.array();
        assertThat(written()).isEqualTo("- " + large + "\n- " + large + "\n");

        yaml.reset();
        write("small", yaml);

        assertThat(yaml.array()).isSameAs(memory);
        assertThat(written()).isEqualTo("small\n");
    }

    @Test
    void resettingForgetsAnUnfinishedDocument() throws IOException {
        generator.writeStartObject();
        generator.writeFieldName("a");
        generator.writeStartArray();
        generator.writeStartObject();
        generator.writeFieldName("b");

        yaml.reset();
        write(map("kind", "Service"), yaml);

        assertThat(written()).isEqualTo("kind: Service\n");
    }

    @Test
    void closingKeepsTheBytes() throws IOException {
        write("text", yaml);
        generator.flush();
        generator.close();

        assertThat(written()).isEqualTo("text\n");
    }

    @Test
    void bytesOfDataBecomeBase64WithoutLineBreaks() throws IOException {
        write(map("data", new byte[100], "digits", new byte[] {(byte) 0xD7, 0x6D, (byte) 0xF8}), yaml);

        assertThat(written()).isEqualTo("data: " + "A".repeat(134) + "==\ndigits: \"1234\"\n");
    }

    @Test
    void textsMayComeInAnyForm() throws IOException {
        generator.writeStartArray();
        generator.writeString("text".toCharArray(), 1, 2);
        generator.writeUTF8String("größe".getBytes(UTF_8), 0, 7);
        generator.writeString(new SerializedString("80"));
        generator.writeEndArray();

        assertThat(written()).isEqualTo("- ex\n- \"größe\"\n- \"80\"\n");
    }

    @Test
    void nullsMayComeInAnyForm() throws IOException {
        generator.writeStartArray();
        generator.writeNull();
        generator.writeString((String) null);
        generator.writeNumber((BigInteger) null);
        generator.writeNumber((BigDecimal) null);
        generator.writeEndArray();

        assertThatAllRead(yaml.toByteArray(), Arrays.asList(null, null, null, null));
    }

    @Test
    void numbersInTextsAreNormalised() throws IOException {
        generator.writeNumber("-12E3");

        assertThat(written()).isEqualTo("-1.2e+4\n");
        assertThatThrownBy(() -> generator.writeNumber("1 # not a number")).isInstanceOf(NumberFormatException.class);
    }

    static Stream<ThrowingCallable> misuse() {
        return Stream.of(
                calls(g -> {
                    g.writeNumber(1);
                    g.writeNumber(2);
                }),
                calls(g -> {
                    g.writeStartObject();
                    g.writeString("a value without a key");
                }),
                calls(g -> {
                    g.writeStartObject();
                    g.writeFieldName("a key without a value");
                    g.writeEndObject();
                }),
                calls(g -> {
                    g.writeStartObject();
                    g.writeFieldName("a key");
                    g.writeFieldName("after a key");
                }),
                calls(g -> {
                    g.writeStartArray();
                    g.writeFieldName("a key in a sequence");
                }),
                calls(g -> g.writeFieldName("a key without a mapping")),
                calls(g -> {
                    g.writeStartObject();
                    g.writeEndArray();
                }),
                calls(JsonGenerator::writeEndObject));
    }

    @ParameterizedTest
    @MethodSource("misuse")
    void whatIsNoDocumentIsRefused(ThrowingCallable misuse) {
        assertThatThrownBy(misuse).isInstanceOf(JsonGenerationException.class);
    }

    @Test
    void aDocumentCannotStartInsideAnother() throws IOException {
        generator.writeStartObject();
        generator.writeFieldName("spec");
        generator.writeStartArray();

        assertThatIllegalStateException()
                .isThrownBy(yaml::startDocument)
                .withMessage("A document cannot start inside another");
    }

    static Stream<ThrowingCallable> raw() {
        return Stream.of(
                calls(g -> g.writeRaw("raw")),
                calls(g -> g.writeRaw("raw", 0, 3)),
                calls(g -> g.writeRaw(new char[3], 0, 3)),
                calls(g -> g.writeRaw('r')),
                calls(g -> g.writeRaw(new SerializedString("raw"))),
                calls(g -> g.writeRawValue("raw")),
                calls(g -> g.writeRawValue("raw", 0, 3)),
                calls(g -> g.writeRawValue(new char[3], 0, 3)),
                calls(g -> g.writeRawValue(new SerializedString("raw"))),
                calls(g -> g.writeRawUTF8String(new byte[3], 0, 3)));
    }

    @ParameterizedTest
    @MethodSource("raw")
    void rawOutputIsRefused(ThrowingCallable raw) {
        assertThatThrownBy(raw)
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("Raw output could break the YAML around it: write a value instead");
    }

    @Test
    void duplicateKeysAreRefusedOnDemand() throws IOException {
        generator.enable(JsonGenerator.Feature.STRICT_DUPLICATE_DETECTION);
        generator.writeStartObject();
        generator.writeStringField("name", "a");

        assertThatThrownBy(() -> generator.writeFieldName("name")).isInstanceOf(JsonGenerationException.class);
    }

    @Test
    void whatTheCodecSerialisesFitsIn() throws IOException {
        generator.setCodec(MAPPER);
        generator.writeStartObject();
        generator.writeObjectField("spec", Map.of("ports", List.of(80)));
        generator.writeEndObject();

        assertThat(written()).isEqualTo("spec:\n  ports:\n  - 80\n");
    }

    private String written() {
        return new String(yaml.toByteArray(), UTF_8);
    }

    private interface Calls {
        void on(JsonGenerator generator) throws IOException;
    }

    private static ThrowingCallable calls(Calls calls) {
        return () -> calls.on(new YamlGenerator(new YamlWriter()));
    }
}
