package dev.idp.kubernetes.admission;

import dev.idp.kubernetes.check.ManifestObject;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.kubernetes.internal.cel.Programs;
import java.util.List;

/**
 * Judges objects as a cluster with some policies does, by the text of the policies: the resources that they match, their
 * variables and their validations. It takes every namespace for one in which they hold, and fills in no defaults.
 *
 * <pre>{@code
 * OfflineAdmission admission = AdmissionPolicies.of(Checks.standard()).offline();
 * assertThat(admission.judge(ObjectSet.parse("prod", "web.yaml", yaml))).isEmpty();
 * }</pre>
 *
 * <p>It needs {@code dev.cel:cel} on the class path.
 */
public final class OfflineAdmission {

    private final List<OfflinePolicy> policies;
    private final OfflineValue values;
    private final Choices choices;

    OfflineAdmission(List<AdmissionPolicy> policies, Choices choices) {
        Programs programs = Programs.find("object", "variables")
                .orElseThrow(() -> new IllegalStateException("policies are evaluated by a library that is missing: add"
                        + " dev.cel:cel to the dependencies of the tests"));
        this.policies = policies.stream()
                .map(policy -> OfflinePolicy.of(policy, programs))
                .toList();
        this.values = new OfflineValue(programs);
        this.choices = choices;
    }

    /**
     * Judges an object.
     *
     * @param object the object
     * @return what the policies find, in the order of the rules' ids
     * @throws IllegalStateException if a cluster would not take one of the policies, which is a flaw of this library
     */
    public List<Refusal> judge(ManifestObject object) {
        String resource = Resources.name(object.group(), object.kind(), choices);
        return policies.stream()
                .filter(policy -> policy.matches(object.group(), resource))
                .flatMap(policy -> policy.judge(values.of(object)).stream())
                .toList();
    }

    /**
     * Judges objects, each by itself.
     *
     * @param objects the objects
     * @return what the policies find, object by object
     */
    public List<Refusal> judge(ObjectSet objects) {
        return objects.objects().stream()
                .flatMap(object -> judge(object).stream())
                .toList();
    }
}
