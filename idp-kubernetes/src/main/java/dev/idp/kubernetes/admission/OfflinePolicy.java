package dev.idp.kubernetes.admission;

import dev.idp.kubernetes.internal.cel.Programs;
import dev.idp.kubernetes.internal.tree.JavaTrees;
import dev.idp.kubernetes.internal.tree.Tree;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A policy as it is written.
 *
 * @param spec what it says
 * @param rule the rule that it is made of
 * @param actions what its binding says
 * @param programs evaluates its expressions
 */
record OfflinePolicy(Tree spec, String rule, Set<ValidationAction> actions, Programs programs) {

    static OfflinePolicy of(AdmissionPolicy policy, Programs programs) {
        Set<ValidationAction> actions = EnumSet.noneOf(ValidationAction.class);
        List<Tree> words = JavaTrees.of(policy.binding()).elementsOf("spec", "validationActions");
        Arrays.stream(ValidationAction.values())
                .filter(action -> words.stream().anyMatch(word -> word.text().equals(action.word())))
                .forEach(actions::add);
        Tree spec = JavaTrees.of(policy.policy()).find("spec").orElseThrow();
        return new OfflinePolicy(spec, policy.rule(), actions, programs);
    }

    boolean matches(String group, String resource) {
        return spec.elementsOf("matchConstraints", "resourceRules").stream()
                .anyMatch(rule -> says(rule, "apiGroups", group) && says(rule, "resources", resource));
    }

    private static boolean says(Tree rule, String field, String word) {
        return rule.elementsOf(field).stream().anyMatch(one -> one.text().equals(word));
    }

    List<Refusal> judge(Object object) {
        Map<String, Object> variables = new HashMap<>();
        Map<String, Object> input = Map.of("object", object, "variables", variables);
        for (Tree variable : spec.elementsOf("variables")) {
            try {
                variables.put(variable.text("name"), programs.evaluate(variable.text("expression"), input));
            } catch (Programs.Failure failed) {
                requireExpression(failed);
                // Without it, what uses it fails as well.
            }
        }
        return spec.elementsOf("validations").stream()
                .flatMap(validation -> refusal(validation, input).stream())
                .toList();
    }

    private Optional<Refusal> refusal(Tree validation, Map<String, Object> input) {
        try {
            return Boolean.TRUE.equals(programs.evaluate(validation.text("expression"), input))
                    ? Optional.empty()
                    : Optional.of(new Refusal(rule, message(validation, input), actions));
        } catch (Programs.Failure failed) {
            requireExpression(failed);
            // What cannot be judged is refused, since the failure policy is Fail.
            return Optional.of(new Refusal(rule, "it cannot be judged: " + failed.getMessage(), actions));
        }
    }

    private String message(Tree validation, Map<String, Object> input) {
        String expression = validation.text("messageExpression");
        try {
            return !expression.isEmpty() && programs.evaluate(expression, input) instanceof String text
                    ? text
                    : validation.text("message");
        } catch (Programs.Failure failed) {
            requireExpression(failed);
            return validation.text("message");
        }
    }

    private void requireExpression(Programs.Failure failed) {
        if (failed.reason() == Programs.Failure.Cause.EXPRESSION) {
            throw new IllegalStateException("a cluster would not take the policy of rule " + rule, failed);
        }
    }
}
