package dev.idp.kubernetes.internal.check;

import dev.idp.kubernetes.check.ManifestFindings;
import dev.idp.kubernetes.check.ManifestRules;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.kubernetes.internal.schema.Concern;
import dev.idp.kubernetes.internal.schema.OpenApiKinds;
import dev.idp.kubernetes.internal.schema.Violation;
import dev.idp.policy.Rule;
import dev.idp.policy.RuleDraft;
import dev.idp.policy.Severity;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Rules on what the API server would not understand: it tells so only when it is too late, or drops it without a word. */
public final class SchemaRules {

    private static final String REFERENCE = "https://kubernetes.io/docs/reference/kubernetes-api/";

    private final SchemaWalk walk;

    private SchemaRules(SchemaWalk walk) {
        this.walk = walk;
    }

    /**
     * Returns the rules.
     *
     * @param cluster what a cluster said of its kinds; empty if nobody asked one
     * @return the rules on schemas
     */
    public static List<Rule<ObjectSet>> all(Optional<OpenApiKinds> cluster) {
        return new SchemaRules(new SchemaWalk(cluster)).rules();
    }

    private List<Rule<ObjectSet>> rules() {
        return List.of(
                builtIn(
                        Concern.UNKNOWN_FIELD,
                        "unknown-field",
                        "what is misspelt is refused, or dropped without a word",
                        "write the name as the API reference has it",
                        "https://kubernetes.io/docs/reference/using-api/api-concepts/#field-validation"),
                builtIn(
                        Concern.WRONG_TYPE,
                        "wrong-type",
                        "the API server refuses an object that it cannot decode",
                        "write a value of the type that the API reference has",
                        REFERENCE),
                builtIn(
                        Concern.MISSING_FIELD,
                        "missing-field",
                        "the API server refuses an object that lacks it",
                        "add it",
                        REFERENCE),
                builtIn(
                        Concern.UNKNOWN_VALUE,
                        "unknown-value",
                        "the API server refuses what is none of the values that there are",
                        "write one that the API reference has",
                        REFERENCE),
                builtIn(
                        Concern.BAD_VALUE,
                        "bad-value",
                        "the API server refuses what is out of bounds or has the wrong form",
                        "write a value that the API reference allows",
                        REFERENCE),
                builtIn(
                        Concern.BAD_QUANTITY,
                        "bad-quantity",
                        "the API server refuses a quantity, a duration or a percentage that it cannot read",
                        "write a number with a unit that there is",
                        "https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/"),
                DuplicateRules.duplicateKey(walk),
                custom());
    }

    private Rule<ObjectSet> builtIn(Concern concern, String id, String because, String fix, String link) {
        return rule(id, because, fix, link, SchemaWalk.Found::builtIn, violation -> violation.concern() == concern);
    }

    private Rule<ObjectSet> custom() {
        return rule(
                "custom-resource-schema",
                "the API server holds custom resources to the schemas of their definitions",
                "write it as the definition says",
                "https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#validation",
                SchemaWalk.Found::custom,
                violation -> true);
    }

    private Rule<ObjectSet> rule(
            String id,
            String because,
            String fix,
            String link,
            Function<SchemaWalk.Found, List<Violation>> part,
            Predicate<Violation> ofRule) {
        RuleDraft<ObjectSet, ObjectSet, ManifestFindings> draft = ManifestRules.forAll(id)
                .because(because)
                .severity(Severity.ERROR)
                .fix(fix)
                .link(link);
        return draft.check((objects, found) -> part.apply(walk.in(objects)).stream()
                .filter(ofRule)
                .forEach(violation -> found.add(
                        violation.concern() == Concern.UNJUDGED_RULE ? Severity.INFO : Severity.ERROR,
                        violation.field(),
                        violation.message(),
                        violation.fix())));
    }
}
