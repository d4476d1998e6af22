package dev.idp.kubernetes.admission;

import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.kubernetes.internal.condition.Sight;
import dev.idp.policy.Rule;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the objects of a policy. */
final class PolicyObjects {

    private static final String API_VERSION = "admissionregistration.k8s.io/v1";
    private static final String RULE = "dev.idp/rule";

    private PolicyObjects() {}

    static AdmissionPolicy of(Rule<ObjectSet> rule, Sight sight, Choices choices) {
        String name = choices.prefix() + rule.id();
        return new AdmissionPolicy(rule.id(), policy(rule, name, sight, choices), binding(rule, name, choices));
    }

    private static GenericKubernetesResource policy(Rule<ObjectSet> rule, String name, Sight sight, Choices choices) {
        PolicyText text = PolicyText.of(rule, sight, choices.waivers());
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("failurePolicy", "Fail");
        spec.put("matchConstraints", Map.of("resourceRules", matched(Resources.of(sight, choices))));
        if (!text.variables().isEmpty()) {
            spec.put("variables", text.variables());
        }
        spec.put("validations", text.validations());
        Map<String, String> annotations = new LinkedHashMap<>(Map.of(RULE, rule.id()));
        annotations.put("dev.idp/because", rule.because());
        rule.link().ifPresent(link -> annotations.put("dev.idp/link", link));
        return object("ValidatingAdmissionPolicy", name, annotations, spec);
    }

    private static GenericKubernetesResource binding(Rule<ObjectSet> rule, String name, Choices choices) {
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("policyName", name);
        spec.put(
                "validationActions",
                choices.actionsOn(rule.severity()).stream()
                        .map(ValidationAction::word)
                        .toList());
        if (!choices.namespaces().isEmpty()) {
            spec.put("matchResources", Map.of("namespaceSelector", Map.of("matchLabels", choices.namespaces())));
        }
        return object("ValidatingAdmissionPolicyBinding", name, Map.of(RULE, rule.id()), spec);
    }

    private static List<Map<String, Object>> matched(Resources.Matched resources) {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("apiGroups", resources.groups());
        rule.put("apiVersions", List.of("*"));
        rule.put("operations", List.of("CREATE", "UPDATE"));
        rule.put("resources", resources.names());
        return List.of(rule);
    }

    private static GenericKubernetesResource object(
            String kind, String name, Map<String, String> annotations, Map<String, Object> spec) {
        ObjectMeta metadata = new ObjectMeta();
        metadata.setName(name);
        metadata.setAnnotations(annotations);
        GenericKubernetesResource object = new GenericKubernetesResource();
        object.setApiVersion(API_VERSION);
        object.setKind(kind);
        object.setMetadata(metadata);
        object.setAdditionalProperty("spec", spec);
        return object;
    }
}
