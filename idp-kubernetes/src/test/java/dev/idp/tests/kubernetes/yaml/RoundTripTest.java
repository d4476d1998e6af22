package dev.idp.tests.kubernetes.yaml;

import static dev.idp.tests.kubernetes.yaml.YamlWriting.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is written reads back equal, however nasty its texts are. */
class RoundTripTest {

    private static final int VALUES = 4_000;

    private static final List<String> ALPHABETS = List.of(
            "abcXYZ",
            "ab \n",
            "ab \n\t",
            "a:-?,[]{}#&*!|>'\"%@`~=<\\ ",
            "a: #-\n",
            "0123456789",
            "0189_-+.:eExXoObBfF",
            "01:-TtZz. ",
            "yYnNoOeEsStTrRuUfFaAlL",
            "\0\1\7\b\t\n\u000B\f\r\u001B\u001F \u007F",
            "\u0080\u0085\u009F\u00A0\u00FF\u2028\u2029\uFEFF\uFFFE\uFFFF\uFDD0\uE000",
            "aé日\uD83D\uDE80\uD800\uDFFF\n ",
            "---...\n",
            "$(){}/ ;,%@=");

    @ParameterizedTest
    @EnumSource(YamlReader.class)
    void randomValuesReadBackEqual(YamlReader reader) {
        for (long seed = 0; seed < VALUES; seed++) {
            var value = value(new Random(seed), 4);
            var yaml = bytes(value);
            try {
                assertThat(reader.read(yaml)).containsExactly(value);
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError(
                        "Seed " + seed + ", written as\n" + new String(yaml, StandardCharsets.UTF_8), e);
            }
        }
    }

    private static Object value(Random random, int depth) {
        int kind = depth == 0 ? 4 + random.nextInt(6) : random.nextInt(10);
        return switch (kind) {
            case 0, 1 -> {
                var map = new LinkedHashMap<String, Object>();
                for (int size = random.nextInt(5); size > 0; size--) {
                    map.put(text(random), value(random, depth - 1));
                }
                yield map;
            }
            case 2, 3 -> {
                var list = new ArrayList<Object>();
                for (int size = random.nextInt(5); size > 0; size--) {
                    list.add(value(random, depth - 1));
                }
                yield list;
            }
            case 4 -> random.nextInt();
            case 5 -> random.nextBoolean();
            default -> text(random);
        };
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        var alphabet = ALPHABETS.get(random.nextInt(ALPHABETS.size()));
        for (int length = random.nextInt(9); length > 0; length--) {
            if (random.nextInt(20) == 0) {
                alphabet = ALPHABETS.get(random.nextInt(ALPHABETS.size()));
            }
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
