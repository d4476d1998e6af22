package dev.idp.kubernetes.internal.check;

import dev.idp.kubernetes.check.Container;
import dev.idp.kubernetes.check.Field;
import dev.idp.kubernetes.check.ManifestFindings;
import dev.idp.kubernetes.check.ManifestRules;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.kubernetes.check.Pod;
import dev.idp.kubernetes.internal.schema.Concern;
import dev.idp.kubernetes.internal.schema.Violation;
import dev.idp.policy.Rule;
import dev.idp.policy.Severity;
import java.util.HashMap;
import java.util.Map;

/** Elements of lists that have the same key, where Kubernetes merges by keys. */
final class DuplicateRules {

    private DuplicateRules() {}

    static Rule<ObjectSet> duplicateKey(SchemaWalk walk) {
        return ManifestRules.forAll("duplicate-key")
                .because("what has the same key cannot be told apart, and server-side apply refuses it")
                .severity(Severity.ERROR)
                .fix("keep one of them")
                .link("https://kubernetes.io/docs/reference/using-api/server-side-apply/#merge-strategy")
                .check((objects, found) -> {
                    walk.in(objects).builtIn().stream()
                            .filter(violation -> violation.concern() == Concern.DUPLICATE_KEY)
                            .forEach(violation -> add(violation, found));
                    objects.pods().forEach(pod -> containers(pod, found));
                });
    }

    private static void add(Violation violation, ManifestFindings found) {
        if (isVariable(violation.field())) {
            found.add(
                    Severity.WARNING,
                    violation.field(),
                    violation.message() + ", and the last one holds",
                    "keep one of them: server-side apply refuses both");
        } else {
            found.add(violation.field(), violation.message(), violation.fix());
        }
    }

    /** Whoever creates pods has the last one of two variables, and is warned. */
    private static boolean isVariable(Field element) {
        return element.pointer().matches(".*/env/\\d+") && element.get("name").isPresent();
    }

    /** Lists of containers are merged one by one, and share their names all the same. */
    private static void containers(Pod pod, ManifestFindings found) {
        Map<String, Container> byName = new HashMap<>();
        for (Container container : pod.containers()) {
            Container first = byName.putIfAbsent(container.name(), container);
            if (first != null
                    && first.role() != container.role()
                    && !container.name().isEmpty()) {
                found.add(
                        container.field(),
                        "the name '" + container.name() + "' of a container of "
                                + container.role().field() + " is that of one of "
                                + first.role().field());
            }
        }
    }
}
