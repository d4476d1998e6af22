package dev.idp.tests.kubernetes.yaml;

import static dev.idp.tests.kubernetes.yaml.YamlReader.assertThatAllRead;
import static dev.idp.tests.kubernetes.yaml.YamlWriting.bytes;
import static dev.idp.tests.kubernetes.yaml.YamlWriting.yaml;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A number is a number to readers of both versions. */
class NumbersTest {

    static Stream<Arguments> numbers() {
        return Stream.of(
                arguments(0, "0", 0),
                arguments(-1, "-1", -1),
                arguments(Integer.MAX_VALUE, "2147483647", Integer.MAX_VALUE),
                arguments(Integer.MIN_VALUE, "-2147483648", Integer.MIN_VALUE),
                arguments((short) 8080, "8080", 8080),
                arguments(Long.MAX_VALUE, "9223372036854775807", Long.MAX_VALUE),
                arguments(Long.MIN_VALUE, "-9223372036854775808", Long.MIN_VALUE),
                arguments(
                        new BigInteger("9223372036854775808"),
                        "9223372036854775808",
                        new BigInteger("9223372036854775808")),
                arguments(0.5, "0.5", 0.5),
                arguments(-2.5f, "-2.5", -2.5),
                arguments(1e100, "1.0e+100", 1e100),
                arguments(-1.5e-9, "-1.5e-9", -1.5e-9),
                arguments(1e10f, "1.0e+10", 1e10),
                arguments(new BigDecimal("12.50"), "12.50", 12.5),
                arguments(new BigDecimal("1E+3"), "1.0e+3", 1000.0),
                arguments(Double.POSITIVE_INFINITY, ".inf", Double.POSITIVE_INFINITY),
                arguments(Float.NEGATIVE_INFINITY, "-.inf", Double.NEGATIVE_INFINITY),
                arguments(Double.NaN, ".nan", Double.NaN));
    }

    @ParameterizedTest(name = "{0} is written as {1}")
    @MethodSource("numbers")
    void numbersArePlain(Number number, String text, Object read) {
        assertThat(yaml(number)).isEqualTo(text + "\n");
        assertThatAllRead(bytes(number), read);
    }
}
