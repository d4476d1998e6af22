package dev.idp.tests.kubernetes.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.kubernetes.check.Checks;
import dev.idp.kubernetes.check.ObjectSet;
import java.util.Arrays;
import java.util.List;

/**
 * What one rule finds in some objects.
 *
 * @param rule the rule's id
 * @param objects the objects, as YAML
 * @param found severity, message and pointer of each finding; none if the objects are as they should be
 */
record RuleCase(String rule, String objects, List<String> found) {

    static RuleCase fails(String rule, String objects, String... found) {
        return new RuleCase(rule, objects, Arrays.asList(found));
    }

    static RuleCase passes(String rule, String objects) {
        return new RuleCase(rule, objects, List.of());
    }

    void check() {
        ObjectSet set = ObjectSet.parse("prod", "web.yaml", objects);
        assertThat(set.unreadable()).isEmpty();
        assertThat(Checks.thorough().only(rule).findings(set))
                .extracting(finding -> finding.severity() + " " + finding.message() + " "
                        + finding.location().orElseThrow().pointer())
                .containsExactlyElementsOf(found);
    }

    /** One of the namespace shop. */
    static String object(String apiVersion, String kind, String name, String rest) {
        return "---\napiVersion: " + apiVersion + "\nkind: " + kind + "\nmetadata: {name: " + name
                + ", namespace: shop}\n" + rest + "\n";
    }

    static String pod(String spec) {
        return object("v1", "Pod", "web", "spec: {" + spec + "}");
    }

    static String container(String rest) {
        return pod("containers: [{name: app, " + rest + "}]");
    }

    static String deployment(String spec, String podSpec) {
        return object(
                "apps/v1",
                "Deployment",
                "web",
                "spec: {" + spec + "template: {metadata: {labels: {app: web, tier: front}}, spec: {" + podSpec + "}}}");
    }

    static String service(String spec) {
        return object("v1", "Service", "web", "spec: {" + spec + "}");
    }

    @Override
    public String toString() {
        return rule + (found.isEmpty() ? " passes " : " fails ") + objects.replaceAll("\\s+", " ");
    }
}
