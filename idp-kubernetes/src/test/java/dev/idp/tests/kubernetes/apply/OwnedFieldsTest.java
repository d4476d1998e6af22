package dev.idp.tests.kubernetes.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.kubernetes.internal.apply.OwnedFields;
import dev.idp.kubernetes.internal.tree.Tree;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the notes of a server prove: what is wanted, what there is, and the fields that were applied last. */
class OwnedFieldsTest {

    private static Arguments proven(String why, String wanted, String live, String owned) {
        return Arguments.of(why, wanted, live, owned, true);
    }

    private static Arguments open(String why, String wanted, String live, String owned) {
        return Arguments.of(why, wanted, live, owned, false);
    }

    static Stream<Arguments> cases() {
        return Stream.of(
                proven("the same", "{data: {A: x}}", "{data: {A: x, B: y}}", "{f:data: {f:A: {}}}"),
                open("another value", "{data: {A: x}}", "{data: {A: z}}", "{f:data: {f:A: {}}}"),
                open("others own it", "{data: {A: x}}", "{data: {A: x}}", "{f:data: {'.': {}}}"),
                open("nobody applied it", "{data: {A: x}}", "{data: {A: x}}", "{}"),
                open("it is gone", "{data: {A: x}}", "{data: {}}", "{f:data: {f:A: {}}}"),
                open("no longer said", "{data: {A: x}}", "{data: {A: x, B: y}}", "{f:data: {f:A: {}, f:B: {}}}"),
                open("no longer said at all", "{}", "{data: {B: y}}", "{f:data: {f:B: {}}}"),
                proven("the map itself", "{data: {A: x}}", "{data: {A: x}}", "{f:data: {'.': {}, f:A: {}}}"),
                proven(
                        "labels",
                        "{metadata: {name: n, namespace: s, labels: {a: b}}}",
                        "{metadata: {name: n, namespace: s, uid: u, labels: {a: b, c: d}}}",
                        "{f:metadata: {f:labels: {f:a: {}}}}"),
                open(
                        "another label",
                        "{metadata: {labels: {a: b}}}",
                        "{metadata: {labels: {a: c}}}",
                        "{f:metadata: {f:labels: {f:a: {}}}}"),
                open(
                        "an annotation no longer said",
                        "{metadata: {labels: {a: b}}}",
                        "{metadata: {labels: {a: b}, annotations: {x: y}}}",
                        "{f:metadata: {f:labels: {f:a: {}}, f:annotations: {f:x: {}}}}"),
                proven("empty and forgotten", "{spec: {a: 1, b: []}}", "{spec: {a: 1}}", "{f:spec: {f:a: {}}}"),
                proven("empty and owned", "{spec: {e: {}}}", "{spec: {e: {}}}", "{f:spec: {f:e: {}}}"),
                open("empty, and somebody filled it", "{spec: {b: []}}", "{spec: {b: [1]}}", "{f:spec: {}}"),
                proven(
                        "elements by name",
                        "{spec: {c: [{name: a, image: i}]}}",
                        "{spec: {c: [{name: b}, {name: a, image: i, pull: Always}]}}",
                        "{f:spec: {f:c: {'k:{\"name\":\"a\"}': {'.': {}, f:name: {}, f:image: {}}}}}"),
                open(
                        "an element more",
                        "{spec: {c: [{name: a}, {name: b}]}}",
                        "{spec: {c: [{name: a}, {name: b}]}}",
                        "{f:spec: {f:c: {'k:{\"name\":\"a\"}': {'.': {}, f:name: {}}}}}"),
                open(
                        "an element fewer",
                        "{spec: {c: [{name: a}]}}",
                        "{spec: {c: [{name: a}, {name: b}]}}",
                        "{f:spec: {f:c: {'k:{\"name\":\"a\"}': {'.': {}, f:name: {}}, 'k:{\"name\":\"b\"}': {'.': {}, f:name: {}}}}}"),
                open(
                        "a field of an element no longer said",
                        "{spec: {c: [{name: a}]}}",
                        "{spec: {c: [{name: a, pull: Always}]}}",
                        "{f:spec: {f:c: {'k:{\"name\":\"a\"}': {'.': {}, f:name: {}, f:pull: {}}}}}"),
                proven(
                        "a key that the server said",
                        "{spec: {ports: [{port: 80}]}}",
                        "{spec: {ports: [{port: 80, protocol: TCP}]}}",
                        "{f:spec: {f:ports: {'k:{\"port\":80,\"protocol\":\"TCP\"}': {'.': {}, f:port: {}}}}}"),
                proven(
                        "a set",
                        "{metadata: {finalizers: [a]}}",
                        "{metadata: {finalizers: [b, a]}}",
                        "{f:metadata: {f:finalizers: {'v:\"a\"': {}}}}"),
                open(
                        "a set with one fewer",
                        "{metadata: {finalizers: [a]}}",
                        "{metadata: {finalizers: [a, b]}}",
                        "{f:metadata: {f:finalizers: {'v:\"a\"': {}, 'v:\"b\"': {}}}}"),
                proven(
                        "owned as a whole, with a default",
                        "{spec: {rules: [{ports: [{port: 80}]}]}}",
                        "{spec: {rules: [{ports: [{port: 80, protocol: TCP}]}]}}",
                        "{f:spec: {f:rules: {}}}"),
                open(
                        "owned as a whole, with what was said before",
                        "{spec: {rules: [{ports: [{port: 80}]}]}}",
                        "{spec: {rules: [{ports: [{port: 80, protocol: UDP}]}]}}",
                        "{f:spec: {f:rules: {}}}"),
                open(
                        "owned as a whole, and one fewer",
                        "{spec: {rules: [{a: 1}]}}",
                        "{spec: {rules: [{a: 1}, {b: 2}]}}",
                        "{f:spec: {f:rules: {}}}"),
                open(
                        "owned as a whole, in another order",
                        "{spec: {rules: [1, 2]}}",
                        "{spec: {rules: [2, 1]}}",
                        "{f:spec: {f:rules: {}}}"),
                proven(
                        "an amount in the server's spelling",
                        "{spec: {limits: {cpu: 1000m, memory: 1024Mi}}}",
                        "{spec: {limits: {cpu: '1', memory: 1Gi}}}",
                        "{f:spec: {f:limits: {f:cpu: {}, f:memory: {}}}}"),
                open(
                        "another amount",
                        "{spec: {limits: {cpu: 1000m}}}",
                        "{spec: {limits: {cpu: '2'}}}",
                        "{f:spec: {f:limits: {f:cpu: {}}}}"),
                open(
                        "no amount, though it looks like one",
                        "{spec: {env: [{name: A, value: '1.0'}]}}",
                        "{spec: {env: [{name: A, value: '1'}]}}",
                        "{f:spec: {f:env: {'k:{\"name\":\"A\"}': {'.': {}, f:name: {}, f:value: {}}}}}"),
                open(
                        "a label is a text",
                        "{data: {limits: '1.0'}}",
                        "{data: {limits: '1'}}",
                        "{f:data: {f:limits: {}}}"),
                open(
                        "nobody respells custom resources",
                        "{apiVersion: own.example/v1, spec: {limits: {cpu: 1000m}}}",
                        "{spec: {limits: {cpu: '1'}}}",
                        "{f:spec: {f:limits: {f:cpu: {}}}}"),
                open("a number is no text", "{spec: {a: 1}}", "{spec: {a: '1'}}", "{f:spec: {f:a: {}}}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void provesThatNothingWouldChange(String why, String wanted, String live, String owned, boolean isProven) {
        assertThat(OwnedFields.prove(fields(wanted), ClusterObjects.tree(live), fields(owned)))
                .as(why)
                .isEqualTo(isProven);
    }

    static Stream<Arguments> letGo() {
        return Stream.of(
                Arguments.of("{data: {A: x}}", "{f:data: {f:A: {}}}", false),
                Arguments.of("{data: {A: x}}", "{f:data: {f:A: {}, f:B: {}}}", true),
                Arguments.of("{}", "{f:data: {f:A: {}}}", true),
                Arguments.of("{c: [{name: a}]}", "{f:c: {'k:{\"name\":\"a\"}': {'.': {}, f:name: {}}}}", false),
                Arguments.of("{c: [{name: a}]}", "{f:c: {'k:{\"name\":\"b\"}': {'.': {}, f:name: {}}}}", true),
                Arguments.of("{c: [{name: a}]}", "{f:c: {'k:{\"name\":\"a\"}': {f:name: {}, f:x: {}}}}", true),
                Arguments.of("{c: [a]}", "{f:c: {'v:\"a\"': {}}}", false),
                Arguments.of("{c: [a]}", "{f:c: {'v:\"b\"': {}}}", true));
    }

    @ParameterizedTest
    @MethodSource("letGo")
    void tellsWhatWouldBeLetGo(String wanted, String owned, boolean letsGo) {
        assertThat(OwnedFields.exceed(fields(wanted), fields(owned))).isEqualTo(letsGo);
    }

    private static Tree.Fields fields(String yaml) {
        Tree tree = yaml.equals("{}") ? Tree.map(Map.of()) : ClusterObjects.tree(yaml);
        return (Tree.Fields) tree;
    }
}
