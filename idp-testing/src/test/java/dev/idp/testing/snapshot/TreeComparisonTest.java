package dev.idp.testing.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Differences are told by meaning: what matters, where it stands, and nothing else. */
class TreeComparisonTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{a: 1}                            | {a: 2}                            | a: 1 -> 2",
                "{a: 1}                            | {a: '1'}                          | a: 1 -> \"1\"",
                "{a: true}                         | {a: 'true'}                       | a: true -> \"true\"",
                "{a: null}                         | {a: ''}                           | a: null -> \"\"",
                "{a: 1}                            | {b: 1}                            | a: removed 1; b: added 1",
                "{a: {}}                           | {}                                | a: removed {}",
                "{a: {b: {c: 1}}}                  | {a: {b: {c: 2}}}                  | a/b/c: 1 -> 2",
                "{a/b~c: 1}                        | {a/b~c: 2}                        | a~1b~0c: 1 -> 2",
                "{a: [x, y]}                       | {a: [x, z, y]}                    | a/z: added z",
                "{a: [x, z]}                       | {a: [z, x]}                       | a: order [x, z] -> [z, x]",
                "{a: [x, x]}                       | {a: [x, x, z]}                    | a/2: added z",
                "{a: [1, 2, 3]}                    | {a: [1, 3]}                       | a/1: removed 2",
                "{a: [1, 2, 3]}                    | {a: [1, 5, 3]}                    | a/1: 2 -> 5",
                "[{name: x, v: 1}, {name: z}]      | [{name: z}, {name: x, v: 2}]      | x/v: 1 -> 2; order [x, z] -> [z, x]",
                "[{name: x}]                       | [{name: w}, {name: x}]            | w: added {name: w}",
                "[{name: v, mountPath: /a}, {name: v, mountPath: /b}] | [{name: v, mountPath: /b}] | ~1a: removed {name: v, mountPath: /a}",
                "[{port: 1, p: 2}]                 | [{port: 1, p: 3}]                 | 1/p: 2 -> 3",
                "[{u: 1}, {u: 2}]                  | [{u: 1}, {u: 3}]                  | 1/u: 2 -> 3",
                "[{u: 1}]                          | [{u: 0}, {u: 1}]                  | 0: added {u: 0}",
                "{a: [x]}                          | {a: {x: 1}}                       | a: [x] -> {x: 1}",
            })
    void differencesAreSaid(String expected, String actual, String differences) {
        assertThat(TreeComparison.of(SnapshotText.parse(expected), SnapshotText.parse(actual)))
                .extracting(Difference::toString)
                .containsExactly(differences.split("; "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{a: 1, b: 2}   | {b: 2, a: 1}",
                "{a: 'x'}       | {\"a\": x}",
                "{a: [x, y]}    | {a: [\"x\", 'y']}",
                "{a: 10}        | {a: 0xA}",
            })
    void theOrderOfKeysAndTheFormAreNoDifference(String expected, String actual) {
        assertThat(TreeComparison.of(
                        Canonical.of(SnapshotText.parse(expected)), Canonical.of(SnapshotText.parse(actual))))
                .isEmpty();
    }

    @Test
    void longTextsAreShownWhereTheyBeginToDiffer() {
        String same = "a".repeat(200);

        assertThat(ShownValue.change(same + "b", same + "c"))
                .isEqualTo("…" + "a".repeat(20) + "b -> …" + "a".repeat(20) + "c");
        assertThat(ShownValue.of(same)).isEqualTo("a".repeat(100) + "…");
    }
}
