package dev.idp.kubernetes.admission;

import dev.idp.kubernetes.check.Condition;
import dev.idp.kubernetes.check.Container;
import dev.idp.kubernetes.check.HasFields;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.kubernetes.check.WaiverAnnotation;
import dev.idp.kubernetes.internal.cel.Access;
import dev.idp.kubernetes.internal.cel.Layout;
import dev.idp.kubernetes.internal.cel.Proposition;
import dev.idp.kubernetes.internal.condition.Containers;
import dev.idp.kubernetes.internal.condition.EachContainer;
import dev.idp.kubernetes.internal.condition.Scope;
import dev.idp.kubernetes.internal.condition.Sight;
import dev.idp.kubernetes.internal.condition.Term;
import dev.idp.policy.Demand;
import dev.idp.policy.DemandRule;
import dev.idp.policy.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The expressions of one policy. */
final class PolicyText {

    private static final String REFUSED = "refused";

    private final Rule<ObjectSet> rule;
    private final boolean waivers;
    private final Variables variables;
    private final List<Map<String, Object>> validations = new ArrayList<>();

    private PolicyText(Rule<ObjectSet> rule, Choices.Waivers waivers) {
        this.rule = rule;
        this.waivers = waivers.heard();
        this.variables = new Variables(waivers);
    }

    static PolicyText of(Rule<ObjectSet> rule, Sight sight, Choices.Waivers waivers) {
        PolicyText text = new PolicyText(rule, waivers);
        for (Demand<?> demand : ((DemandRule<ObjectSet, ?>) rule).demands()) {
            text.validate(term(demand, sight), sight.form() == Sight.Form.KIND ? Scope.OBJECT : Scope.POD, demand);
        }
        return text;
    }

    List<Map<String, Object>> validations() {
        return validations;
    }

    /** With their names, in the order in which they are evaluated. */
    List<Map<String, Object>> variables() {
        List<String> used = validations.stream()
                .flatMap(validation -> validation.values().stream())
                .map(Object::toString)
                .toList();
        List<Map<String, Object>> all = new ArrayList<>();
        variables.usedBy(used).forEach((name, expression) -> all.add(fields("name", name, "expression", expression)));
        return all;
    }

    /** A demand on containers is one on pods. */
    @SuppressWarnings("unchecked") // A rule demands what its sight shows.
    private static Term<?> term(Demand<?> demand, Sight sight) {
        Condition<HasFields> condition = (Condition<HasFields>) demand.holds();
        return sight.form() == Sight.Form.CONTAINERS
                ? new EachContainer(Term.<Container>of(condition))
                : Term.of(condition);
    }

    private void validate(Term<?> term, Scope scope, Demand<?> demand) {
        if (term instanceof EachContainer each) {
            each.byRoles(scope).forEach((question, roles) -> containers(question, roles, demand));
        } else {
            validation(term.expression(scope).text(0), demand, "");
        }
    }

    private void containers(Proposition demanded, Set<Container.Role> roles, Demand<?> demand) {
        String name = REFUSED + (validations.isEmpty() ? "" : validations.size() + 1);
        Proposition refused = demanded.not();
        if (waivers) {
            String key = Access.text(WaiverAnnotation.key(rule.id()) + ".") + " + container.name";
            refused = Proposition.all(List.of(
                    refused, Proposition.of("!(" + key + " in variables.waivers)", key + " in variables.waivers")));
        }
        variables.add(
                name,
                Layout.call(
                        "variables." + Containers.variable(roles) + ".filter(" + EachContainer.VARIABLE, refused, 0));
        validation(
                "size(variables." + name + ") == 0",
                demand,
                Access.text("container '") + " + variables." + name
                        + ".map(container, container.name).join(\"', '\") +\n"
                        + Access.text("': " + message(demand)));
    }

    private void validation(String expression, Demand<?> demand, String messageExpression) {
        Map<String, Object> validation =
                fields("expression", waivers ? orWaived(expression) : expression, "message", message(demand));
        if (!messageExpression.isEmpty()) {
            validation.put("messageExpression", messageExpression);
        }
        validations.add(validation);
    }

    private String orWaived(String expression) {
        return Access.text(WaiverAnnotation.key(rule.id())) + " in variables.waivers ||\n("
                + expression.replace("\n", "\n ") + ")";
    }

    /** Messages of policies have one line. */
    private String message(Demand<?> demand) {
        String text = rule.fix().isEmpty() ? demand.otherwise() : demand.otherwise() + "; " + rule.fix();
        return text.replaceAll("\\s*\\R\\s*", " ").strip();
    }

    private static Map<String, Object> fields(Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }
}
