package dev.idp.tests.kubernetes.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.kubernetes.internal.apply.Difference;
import dev.idp.kubernetes.internal.tree.JsonTrees;
import dev.idp.kubernetes.internal.tree.Tree;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What differs between two versions of an object, and where it can be explained. */
class DifferenceTest {

    static Stream<Arguments> cases() {
        return Stream.of(
                Arguments.of("{a: 1}", "{a: 1}", List.of()),
                Arguments.of("{a: 1}", "{a: 2}", List.of("/a 1 -> 2")),
                Arguments.of("{}", "{a: 2}", List.of("/a none -> 2")),
                Arguments.of("{a: 1}", "{}", List.of("/a 1 -> none")),
                Arguments.of("{a: {}}", "{}", List.of()),
                Arguments.of("{a: {b/c: 1}}", "{a: {b/c: 2}}", List.of("/a/b~1c 1 -> 2")),
                Arguments.of("{status: {a: 1}}", "{status: {a: 2}}", List.of()),
                Arguments.of(
                        "{metadata: {resourceVersion: '1', generation: 1, labels: {x: z}}}",
                        "{metadata: {resourceVersion: '2', generation: 2}}",
                        List.of("/metadata/labels {\"x\":\"z\"} -> none")),
                Arguments.of(
                        "{metadata: {labels: {a: b}}}",
                        "{metadata: {labels: {a: b, applyset.kubernetes.io/part-of: s}}}",
                        List.of()),
                Arguments.of(
                        "{c: [{name: a, image: 1}, {name: b}]}",
                        "{c: [{name: b}, {name: a, image: 2}]}",
                        List.of("/c/1/image 1 -> 2")),
                Arguments.of(
                        "{c: [{name: a}, {name: b}]}", "{c: [{name: a}]}", List.of("/c/1 {\"name\":\"b\"} -> none")),
                Arguments.of("{c: [1, 2]}", "{c: [1, 3]}", List.of("/c [1,2] -> [1,3]")),
                Arguments.of("{c: [{x: 1}, {x: 2}]}", "{c: [{x: 1}, {x: 3}]}", List.of("/c/1/x 2 -> 3")),
                Arguments.of(
                        "{c: [{x: 1}]}", "{c: [{x: 1}, {x: 3}]}", List.of("/c [{\"x\":1}] -> [{\"x\":1},{\"x\":3}]")));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsWhatDiffers(String before, String after, List<String> found) {
        assertThat(texts(Difference.between(fields(before), fields(after), fields("{}"))))
                .isEqualTo(found);
    }

    static Stream<Arguments> missing() {
        return Stream.of(
                Arguments.of("{a: 1}", "{a: 1, b: 2}", List.of()),
                Arguments.of("{a: 1}", "{b: 2}", List.of("/a none -> 1")),
                Arguments.of("{c: [{name: a}]}", "{c: [{name: z}, {name: a, more: 1}]}", List.of()),
                Arguments.of("{spec: {limits: {cpu: 1000m}}}", "{spec: {limits: {cpu: '1'}}}", List.of()),
                Arguments.of(
                        "{spec: {limits: {cpu: 1000m}}}",
                        "{spec: {limits: {cpu: '2'}}}",
                        List.of("/spec/limits/cpu \"2\" -> \"1000m\"")),
                Arguments.of(
                        "{spec: {args: ['1000m']}}",
                        "{spec: {args: ['1']}}",
                        List.of("/spec/args [\"1\"] -> [\"1000m\"]")));
    }

    @ParameterizedTest
    @MethodSource("missing")
    void findsWhatIsWantedAndIsNotSo(String wanted, String live, List<String> found) {
        assertThat(texts(Difference.missing(fields(wanted), fields(live)))).isEqualTo(found);
    }

    @Test
    void pointsIntoWhatIsWantedWhereOthersAddedElements() {
        List<Difference> found = Difference.between(
                fields("{c: [{name: injected}, {name: a, image: 1}]}"),
                fields("{c: [{name: injected}, {name: a, image: 2}]}"),
                fields("{c: [{name: a, image: 2}]}"));

        assertThat(texts(found)).containsExactly("/c/0/image 1 -> 2");
        assertThat(found.get(0).path()).containsExactly("c", 1, "image");
    }

    private static List<String> texts(List<Difference> found) {
        return found.stream()
                .map(each -> each.pointer() + " " + text(each.before()) + " -> " + text(each.after()))
                .toList();
    }

    private static String text(Tree tree) {
        return tree == null ? "none" : JsonTrees.write(tree);
    }

    private static Tree.Fields fields(String yaml) {
        return (Tree.Fields) ClusterObjects.tree("{kind: Any" + (yaml.equals("{}") ? "" : ", ") + yaml.substring(1));
    }
}
