package dev.idp.tests.kubernetes.yaml;

import static dev.idp.tests.kubernetes.yaml.YamlReader.assertThatAllRead;
import static dev.idp.tests.kubernetes.yaml.YamlWriting.MAPPER;
import static dev.idp.tests.kubernetes.yaml.YamlWriting.map;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonGenerationException;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import dev.idp.kubernetes.internal.yaml.YamlGenerator;
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

/** One generator writes any number of documents, again and again, and no broken one. */
class DocumentsTest {

    private final YamlGenerator yaml = new YamlGenerator();

    @Test
    void documentsAreSeparated() throws IOException {
        MAPPER.writeValue(yaml, map("kind", "Service"));
        yaml.startDocument();
        MAPPER.writeValue(yaml, List.of(1, 2));
        yaml.startDocument();
        MAPPER.writeValue(yaml, "a\nb\n\n");
        yaml.startDocument();
        MAPPER.writeValue(yaml, "text");

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
            MAPPER.writeValue(yaml, map("kind", kind));
        }

        assertThat(written()).isEqualTo("---\nkind: Service\n---\nkind: Deployment\n");
    }

    @Test
    void nothingIsWrittenForNoDocument() {
        assertThat(written()).isEmpty();
    }

    @Test
    void bytesCanBeReadInThreeWays() throws IOException {
        MAPPER.writeValue(yaml, map("größe", "x"));
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
        MAPPER.writeValue(yaml, List.of(large, large));
        var memory = yaml.array();
        assertThat(written()).isEqualTo("- " + large + "\n- " + large + "\n");

        yaml.reset();
        MAPPER.writeValue(yaml, "small");

        assertThat(yaml.array()).isSameAs(memory);
        assertThat(written()).isEqualTo("small\n");
    }

    @Test
    void resettingForgetsAnUnfinishedDocument() throws IOException {
        yaml.writeStartObject();
        yaml.writeFieldName("a");
        yaml.writeStartArray();
        yaml.writeStartObject();
        yaml.writeFieldName("b");

        yaml.reset();
        MAPPER.writeValue(yaml, map("kind", "Service"));

        assertThat(written()).isEqualTo("kind: Service\n");
    }

    @Test
    void closingKeepsTheBytes() throws IOException {
        MAPPER.writeValue(yaml, "text");
        yaml.flush();
        yaml.close();

        assertThat(written()).isEqualTo("text\n");
    }

    @Test
    void bytesOfDataBecomeBase64WithoutLineBreaks() throws IOException {
        MAPPER.writeValue(yaml, map("data", new byte[100], "digits", new byte[] {(byte) 0xD7, 0x6D, (byte) 0xF8}));

        assertThat(written()).isEqualTo("data: " + "A".repeat(134) + "==\ndigits: \"1234\"\n");
    }

    @Test
    void textsMayComeInAnyForm() throws IOException {
        yaml.writeStartArray();
        yaml.writeString("text".toCharArray(), 1, 2);
        yaml.writeUTF8String("größe".getBytes(UTF_8), 0, 7);
        yaml.writeString(new SerializedString("80"));
        yaml.writeEndArray();

        assertThat(written()).isEqualTo("- ex\n- \"größe\"\n- \"80\"\n");
    }

    @Test
    void nullsMayComeInAnyForm() throws IOException {
        yaml.writeStartArray();
        yaml.writeNull();
        yaml.writeString((String) null);
        yaml.writeNumber((BigInteger) null);
        yaml.writeNumber((BigDecimal) null);
        yaml.writeEndArray();

        assertThatAllRead(yaml.toByteArray(), Arrays.asList(null, null, null, null));
    }

    @Test
    void numbersInTextsAreNormalised() throws IOException {
        yaml.writeNumber("-12E3");

        assertThat(written()).isEqualTo("-1.2e+4\n");
        assertThatThrownBy(() -> yaml.writeNumber("1 # not a number")).isInstanceOf(NumberFormatException.class);
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
        yaml.writeStartObject();
        yaml.writeFieldName("spec");
        yaml.writeStartArray();

        assertThatIllegalStateException().isThrownBy(yaml::startDocument).withMessageContaining("/spec");
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
        yaml.enable(JsonGenerator.Feature.STRICT_DUPLICATE_DETECTION);
        yaml.writeStartObject();
        yaml.writeStringField("name", "a");

        assertThatThrownBy(() -> yaml.writeFieldName("name")).isInstanceOf(JsonGenerationException.class);
    }

    @Test
    void whatTheCodecSerialisesFitsIn() throws IOException {
        yaml.setCodec(MAPPER);
        yaml.writeStartObject();
        yaml.writeObjectField("spec", Map.of("ports", List.of(80)));
        yaml.writeEndObject();

        assertThat(written()).isEqualTo("spec:\n  ports:\n  - 80\n");
    }

    private String written() {
        return new String(yaml.toByteArray(), UTF_8);
    }

    private interface Calls {
        void on(JsonGenerator generator) throws IOException;
    }

    private static ThrowingCallable calls(Calls calls) {
        return () -> calls.on(new YamlGenerator());
    }
}
