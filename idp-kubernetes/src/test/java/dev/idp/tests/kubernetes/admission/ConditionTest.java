package dev.idp.tests.kubernetes.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idp.kubernetes.check.Checks;
import dev.idp.kubernetes.check.Condition;
import dev.idp.kubernetes.check.Field;
import dev.idp.kubernetes.check.ManifestRules;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.kubernetes.check.Pod;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTest {

    private static final ObjectSet POD = ObjectSet.parse("prod", "web.yaml", """
            apiVersion: v1
            kind: Pod
            metadata: {name: web}
            spec:
              hostNetwork: true
              volumes:
              - {name: a, hostPath: {path: /a}}
              - {name: b, emptyDir: {}}
              - {name: c, hostPath: {path: /c}}
              containers:
              - {name: app, image: nginx, ports: [{containerPort: 80}]}
              - {name: proxy, image: envoy}
            """);

    private static List<String> found(Condition<? super Pod> condition) {
        return Checks.of(ManifestRules.forPods("rule").because("it is one").must(condition, "broken"))
                .findings(POD)
                .stream()
                .map(finding ->
                        finding.part() + finding.location().orElseThrow().pointer())
                .toList();
    }

    @Test
    void whatDoesNotMeetAConditionIsFoundAtTheField() {
        assertThat(found(Condition.field("hostNetwork").isNotTrue())).containsExactly("/spec/hostNetwork");
    }

    @Test
    void eachElementThatDoesNotMeetItIsFoundByItself() {
        assertThat(found(Condition.field("volumes")
                        .each(Condition.field("hostPath").isAbsent())))
                .containsExactly("/spec/volumes/0/hostPath", "/spec/volumes/2/hostPath");
    }

    @Test
    void ofSeveralThatMustHoldEachIsFoundThatDoesNot() {
        assertThat(found(Condition.allOf(
                        Condition.field("hostPID").isNotTrue(),
                        Condition.field("hostNetwork").isNotTrue(),
                        Condition.field("dnsPolicy").isPresent())))
                .containsExactly("/spec/hostNetwork", "/spec/dnsPolicy");
    }

    @Test
    void ofAlternativesTheLastIsFound() {
        assertThat(found(Condition.field("hostPID")
                        .isTrue()
                        .or(Condition.field("dnsPolicy").is("None"))))
                .containsExactly("/spec/dnsPolicy");
    }

    @Test
    void whatContainersDoNotMeetIsFoundAtThem() {
        assertThat(found(Condition.eachContainer(
                        Condition.field("ports").any(Condition.field("name").isPresent()))))
                .containsExactly("app/spec/containers/0/ports", "proxy/spec/containers/1/ports");
    }

    @Test
    void anotherPlaceMayBeChosen() {
        assertThat(found(Condition.field("volumes")
                        .each(Condition.field("hostPath").isAbsent())
                        .foundAt("volumes")))
                .containsExactly("/spec/volumes");
        assertThat(found(Condition.field("hostNetwork").isNotTrue().foundAt())).containsExactly("/spec");
    }

    @ParameterizedTest
    @CsvSource({"a.c, abc, true", "a.c, xabcx, false", "(?:a|ab), ab, true", "a|ab, ab, true", "[^/:]*, a/b, false"})
    void anExpressionDescribesAWholeText(String expression, String text, boolean isMet) {
        Field field = ObjectSet.of("prod", List.of(Map.of("text", text)))
                .objects()
                .get(0)
                .at();

        assertThat(Condition.field("text").matches(expression).test(field)).isEqualTo(isMet);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(?i)a",
                "(?=a)",
                "(?<name>a)",
                "a++",
                "a{2}{3}",
                "a{,3}",
                "{",
                "]",
                "[",
                "[]",
                "[a[b]]",
                "[a&&b]",
                "\\s",
                "\\bword",
                "\\p{L}",
                "\\1",
                "\\Qa\\E",
                "[[:alpha:]]",
                "\\"
            })
    void whatJavaAndKubernetesReadDifferentlyIsRefused(String expression) {
        assertThatThrownBy(() -> Condition.field("image").matches(expression))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "the regular expression " + expression + " is none that Java and RE2 agree on: ");
    }
}
