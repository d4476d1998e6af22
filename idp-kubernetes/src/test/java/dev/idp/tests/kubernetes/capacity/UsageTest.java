package dev.idp.tests.kubernetes.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.idp.kubernetes.check.Usage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Recorded usage is read, or refused with all that is wrong with it. */
class UsageTest {

    private static final String HEAD = "namespace,workload,container,time,cpu_cores,memory_bytes\n";
    private static final String EMPTY = "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[]}}";

    static List<Arguments> wrongTables() {
        return List.of(
                Arguments.of(
                        "",
                        "1 problem in the recorded usage:\n  line 1: there is nothing, and it should name the columns"),
                Arguments.of(
                        "namespace,time,time\n",
                        "1 problem in the recorded usage:\n  line 1: there are two columns 'time'"),
                Arguments.of(
                        "namespace,container,cpu_cores\n",
                        "2 problems in the recorded usage:\n  line 1: there is no column time, memory_bytes\n"
                                + "  line 1: there must be either a column workload or a column pod"),
                Arguments.of(HEAD + "shop,web,main,12:00,fast,-1\n\nshop,web,main\n,web,main,7,1,0x10\n", """
                        6 problems in the recorded usage:
                          line 2: time '12:00' is neither like 2027-01-31T12:00:00Z nor seconds since 1970
                          line 2: cpu_cores 'fast' is no number
                          line 2: memory_bytes '-1' is no number
                          line 4: there are 3 cells, and 6 columns
                          line 5: namespace is empty
                          line 5: memory_bytes '0x10' is no number"""),
                Arguments.of(HEAD + "\"sh\nop\"x,web,main,1,1,1\nshop,web,main,1,1,NaN\nshop,\"web,main,1,1,1\n", """
                        4 problems in the recorded usage:
                          line 2: something follows a closing quote
                          line 5: a quote is not closed
                          line 4: memory_bytes 'NaN' is no number
                          line 5: there are 2 cells, and 6 columns"""));
    }

    @ParameterizedTest
    @MethodSource("wrongTables")
    void aTableIsRefusedWithEachLineThatIsWrong(String csv, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Usage.fromCsv(csv))
                .withMessage(message);
    }

    @Test
    void onlySoMuchIsSaidOfATableThatIsWrongAltogether() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Usage.fromCsv(HEAD + "a;b\n".repeat(30)))
                .withMessageStartingWith(
                        "30 problems in the recorded usage:\n  line 2: there are 1 cells, and 6 columns")
                .withMessageEndingWith("\n  and 10 more");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                HEAD + "shop,web,main,1,0.1,1000",
                HEAD + "\"shop\",\"we\"\"b\",\"ma,in\",2027-01-31T12:00:00Z,1e-1,\r\nshop,web,main,5,,1000\r\n",
                "\uFEFFmemory_bytes, cpu_cores ,time,container,pod,namespace\n1,2,2027-01-31T12:00:00+01:00,main,web,shop\n",
                "namespace,workload,container,time,cpu_cores,memory_bytes\rshop,web,main,1,1,1\r",
            })
    void tablesComeInManyHands(String csv) {
        assertThat(Usage.fromCsv(csv)).hasToString("2 series");
    }

    private static String matrix(String series) {
        return "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[" + series + "]}}";
    }

    private static String series(String labels, String values) {
        return "{\"metric\":{" + labels + "},\"values\":[" + values + "]}";
    }

    static List<Arguments> wrongAnswers() {
        return List.of(
                Arguments.of("{", "cpu, line 1: is no JSON: Unexpected end-of-input"),
                Arguments.of("", "cpu: is no answer with results: its status is no success"),
                Arguments.of(
                        "{\"status\":\"error\",\"error\":\"query timed out\"}",
                        "cpu: is no answer with results: query timed out"),
                Arguments.of(
                        "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[]}}",
                        "cpu: is no matrix: ask /api/v1/query_range, with an expression of instant vectors"),
                Arguments.of(
                        matrix(series("\"pod\":\"web-1\",\"container\":\"main\"", "[1,\"2\"]")),
                        "cpu, series 1: has no label namespace"),
                Arguments.of(
                        matrix(series("\"namespace\":\"shop\",\"pod\":\"web-1\",\"container\":\"main\"", "[1,\"x\"]")),
                        "cpu, series 1: has a sample that is no pair of a time and a number: [1,\"x\"]"));
    }

    @ParameterizedTest
    @MethodSource("wrongAnswers")
    void anAnswerIsRefusedWithWhatIsWrong(String cpu, String problem) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Usage.fromPrometheus(cpu, EMPTY))
                .withMessageStartingWith("1 problem in the recorded usage:\n  " + problem);
    }

    @Test
    void bothAnswersAreReadBeforeAnythingIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Usage.fromPrometheus("[]", "[]"))
                .withMessage("""
                        2 problems in the recorded usage:
                          cpu: is no answer with results: its status is no success
                          memory: is no answer with results: its status is no success""");
    }

    @Test
    void seriesOfPodsAsAWholeAndSamplesThatAreNoNumberAreLeftOut() {
        String named = "\"namespace\":\"shop\",\"pod\":\"web-1\"";
        Usage usage = Usage.fromPrometheus(
                matrix(series(named + ",\"container\":\"main\"", "[1,\"0.5\"],[2,\"NaN\"]") + ","
                        + series(named, "[1,\"9\"]") + "," + series(named + ",\"container\":\"POD\"", "[1,\"9\"]")),
                EMPTY);

        assertThat(usage).hasToString("1 series");
    }
}
