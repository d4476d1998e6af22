package dev.idp.tests.kubernetes.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idp.kubernetes.apply.Action;
import dev.idp.kubernetes.apply.ApplySet;
import dev.idp.kubernetes.apply.ChangeSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What change sets look like, and that they read back as they were. */
class ChangeSetTest {

    private static final String SAVED = """
            {"format":"dev.idp/change-set/v1","set":"shop-prod","id":"applyset-x-v1","changes":[\
            {"object":{"group":"","kind":"ConfigMap","namespace":"shop","name":"new"},"action":"CREATE","reason":"",\
            "fields":[],"conflicts":[],"was":{"uid":"","resourceVersion":"","content":"","wanted":"w"}},\
            {"object":{"group":"apps","kind":"Deployment","namespace":"shop","name":"orders"},"action":"UPDATE","reason":"",\
            "fields":[{"pointer":"/spec/replicas","before":"2","after":"3","said":"service orders, Shop.java:31"},\
            {"pointer":"/spec/paused","before":"true"}],\
            "conflicts":[],"was":{"uid":"u","resourceVersion":"7","content":"c","wanted":"w"}},\
            {"object":{"group":"","kind":"Service","namespace":"shop","name":"orders"},"action":"UNCHANGED","reason":"",\
            "fields":[],"conflicts":[],"was":{"uid":"u","resourceVersion":"7","content":"c","wanted":"w"}},\
            {"object":{"group":"","kind":"Service","namespace":"shop","name":"old"},"action":"PRUNE","reason":"it is protected",\
            "fields":[],"conflicts":[],"was":{"uid":"u","resourceVersion":"7","content":"c","wanted":""}},\
            {"object":{"group":"apps","kind":"Deployment","namespace":"shop","name":"cart"},"action":"CONFLICT",\
            "reason":"others set what it shall set","fields":[],"conflicts":[{"field":".spec.replicas","manager":"kubectl"}],\
            "was":{"uid":"u","resourceVersion":"7","content":"c","wanted":"w"}}]}""";

    @TempDir
    private Path directory;

    private ChangeSet load(String json) throws IOException {
        return ChangeSet.load(Files.writeString(directory.resolve("changes.json"), json));
    }

    @Test
    void readsBackAsItWasSaved() throws IOException {
        ChangeSet changes = load(SAVED);
        changes.save(directory.resolve("again.json"));

        assertThat(Files.readString(directory.resolve("again.json"))).isEqualTo(SAVED);
        assertThat(changes.with(Action.UPDATE)).hasSize(1);
        assertThat(changes.isEmpty()).isFalse();
    }

    @Test
    void saysWhatWouldChangeAndWhoSaysSo() throws IOException {
        assertThat(load(SAVED).toText()).isEqualTo("""
                shop-prod: 1 to create, 1 to update, 1 unchanged, 1 no longer wanted, 1 in conflict
                + ConfigMap/shop/new
                ~ Deployment.apps/shop/orders
                    /spec/replicas  2 -> 3
                        service orders, Shop.java:31
                    /spec/paused  - true
                - Service/shop/old  no longer wanted: it is protected
                ! Deployment.apps/shop/cart  in conflict: others set what it shall set
                      .spec.replicas, set by kubectl""");
    }

    @Test
    void coloursOnlyForATerminal() throws IOException {
        assertThat(load(SAVED).toColouredText()).contains("\u001b[33m~ Deployment.apps/shop/orders\u001b[0m");
        assertThat(load(SAVED).toText()).doesNotContain("\u001b");
    }

    @Test
    void isATableInAPullRequest() throws IOException {
        assertThat(load(SAVED).toMarkdown()).isEqualTo("""
                ### shop-prod: 1 to create, 1 to update, 1 unchanged, 1 no longer wanted, 1 in conflict

                | | object | |
                | --- | --- | --- |
                | to create | `ConfigMap/shop/new` |  |
                | to update | `Deployment.apps/shop/orders` |  |
                | no longer wanted | `Service/shop/old` | it is protected |
                | in conflict | `Deployment.apps/shop/cart` | others set what it shall set |

                <details><summary><code>Deployment.apps/shop/orders</code></summary>

                | field | | said by |
                | --- | --- | --- |
                | `/spec/replicas` | `2 -> 3` | service orders, Shop.java:31 |
                | `/spec/paused` | `- true` |  |

                </details>

                <details><summary><code>Deployment.apps/shop/cart</code></summary>

                | field | | said by |
                | --- | --- | --- |
                | `.spec.replicas` | conflict | kubectl |

                </details>
                """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', textBlock = """
                    {"format":"dev.idp/change # it is no JSON, or only half of it
                    {} # its format is '' and not 'dev.idp/change-set/v1'
                    {"format":"dev.idp/change-set/v9"} # its format is 'dev.idp/change-set/v9'
                    {"format":"dev.idp/change-set/v1","changes":[{"action":"EXPLODE"}]} # 'EXPLODE' is no action
                    """)
    void saysWhatIsWrongWithAFile(String text, String message) {
        assertThatThrownBy(() -> load(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message)
                .hasMessageContaining("changes.json");
    }

    /** By {@code printf shop-prod.shop.ConfigMap. | openssl dgst -sha256 -binary | base64}, as KEP-3659 has it. */
    @Test
    void aSetIsCalledAsKubectlWouldCallIt() {
        assertThat(ApplySet.of("shop-prod", "shop", List.of()).id())
                .isEqualTo("applyset-kGEAH7-SRHQsEXqujug3iFwEhDHeKqKVb6vl2dIl-Rk-v1");
    }

    @Test
    void saysAllThatIsWrongWithASetAtOnce() {
        var config = ClusterObjects.read("{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}");
        var nameless = ClusterObjects.read("{apiVersion: v1, kind: ConfigMap, metadata: {generateName: a}}");

        assertThatThrownBy(() -> ApplySet.of("Shop", "shop", List.of(config, config, nameless)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("""
                        3 problems in set 'Shop':
                          'Shop' cannot be the name or the namespace of a set: use lower-case letters, digits, dashes, dots
                          ConfigMap/a is there twice: remove one of them
                          object 3, a ConfigMap, has no name, so that it would be another one each time: give it one""");
    }
}
