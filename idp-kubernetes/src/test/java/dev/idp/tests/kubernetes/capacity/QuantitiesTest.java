package dev.idp.tests.kubernetes.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.kubernetes.internal.capacity.Quantities;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Amounts are read as the API server reads them. */
class QuantitiesTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "250m, 0.25",
        "1.5, 1.5",
        ".5, 0.5",
        "2., 2",
        "+3, 3",
        "-1, -1",
        "100n, 0.0000001",
        "100u, 0.0001",
        "1k, 1000",
        "2M, 2000000",
        "3G, 3000000000",
        "1T, 1000000000000",
        "1P, 1000000000000000",
        "1E, 1000000000000000000",
        "1e3, 1000",
        "1E3, 1000",
        "12e-3, 0.012",
        "1.5E+2, 150",
        "1Ki, 1024",
        "1Mi, 1048576",
        "1.5Gi, 1610612736",
        "1Ti, 1099511627776",
        "1Pi, 1125899906842624",
        "1Ei, 1152921504606846976",
        "1.0E10, 10000000000",
        "0.1n, 0.000000001",
        "99E, 9223372036854775807",
    })
    void everyNotationIsRead(String text, BigDecimal amount) {
        assertThat(Quantities.parse(text).orElseThrow()).isEqualByComparingTo(amount);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "m", "1 Gi", "1gi", "1KI", "0x10", "1e", "1e3m", "1,5", "1.5.0", "--1", "1K", "NaN", "1e999"
            })
    void whatIsNoneIsNone(String text) {
        assertThat(Quantities.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "cpu, 0.25, 250m",
        "requests.cpu, 4, 4",
        "limits.cpu, 5.25, 5250m",
        "cpu, 0.0001, 0.1m",
        "memory, 536870912, 512Mi",
        "requests.memory, 1610612736, 1536Mi",
        "limits.memory, 1000, 1000",
        "requests.storage, 10737418240, 10Gi",
        "requests.ephemeral-storage, 2048, 2Ki",
        "hugepages-2Mi, 4194304, 4Mi",
        "memory, 0, 0",
        "pods, 120, 120",
        "requests.nvidia.com/gpu, 2, 2",
    })
    void amountsAreWrittenInTheUnitOfTheirResource(String resource, BigDecimal amount, String text) {
        assertThat(Quantities.format(resource, amount)).isEqualTo(text);
    }
}
