package dev.idp.tests.kubernetes.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.kubernetes.internal.tree.JsonTrees;
import dev.idp.kubernetes.internal.tree.Secrecy;
import dev.idp.kubernetes.internal.tree.Tree;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a Secret holds is hidden, and is sent as it was written. */
class SecrecyTest {

    @ParameterizedTest
    @CsvSource(delimiter = '#', textBlock = """
                    data: {a: c2VjcmV0} # "data":{"a":"c2VjcmV0"} # "data":{"a":"(hidden)"}
                    stringData: {a: secret} # "data":{"a":"c2VjcmV0"} # "data":{"a":"(hidden)"}
                    data: {a: b2xk}, stringData: {a: secret} # "data":{"a":"c2VjcmV0"} # "data":{"a":"(hidden)"}
                    data: {a: 4711} # "data":{"a":4711} # "data":{"a":"(hidden)"}
                    data: {a: {b: [secret]}} # "data":{"a":{"b":["secret"]}} # "data":{"a":{"b":["(hidden)"]}}
                    data: secret # "data":"secret" # "data":"(hidden)"
                    stringData: secret # "stringData":"secret" # "stringData":"(hidden)"
                    data: {} # "data":{} # "data":{}
                    type: Opaque # "type":"Opaque" # "type":"Opaque"
                    """)
    void hidesValues(String written, String sent, String shown) {
        Tree.Fields secret =
                Secrecy.hide((Tree.Fields) ClusterObjects.tree("{apiVersion: v1, kind: Secret, " + written + "}"));

        assertThat(JsonTrees.reveal(secret)).endsWith(sent + "}");
        assertThat(JsonTrees.write(secret)).endsWith(shown + "}");
        assertThat(secret.toString())
                .doesNotContain("secret")
                .doesNotContain("c2VjcmV0")
                .doesNotContain("4711");
    }

    @ParameterizedTest
    @CsvSource({"Secret", "ConfigMap"})
    void hidesTheCopyThatKubectlKeepsInAnAnnotation(String kind) {
        Tree.Fields object = Secrecy.hide((Tree.Fields) ClusterObjects.tree("{apiVersion: v1, kind: " + kind
                + ", metadata: {annotations: {kubectl.kubernetes.io/last-applied-configuration: secret, b: c}}}"));

        assertThat(JsonTrees.write(object))
                .contains("(hidden)")
                .contains("\"b\":\"c\"")
                .doesNotContain("secret");
    }
}
