package dev.idp.kubernetes.apply;

/**
 * A field that was to be set and that somebody else set to another value. Nothing of the object was changed. {@link
 * ApplyOptions#takingOver} takes it from them.
 *
 * @param field the field, as the API server writes it: {@code .spec.template.spec.containers[name="app"].image}
 * @param manager who set it: the field manager, such as {@code kubectl-edit}; empty if the server does not say
 */
public record Conflict(String field, String manager) {

    /** Returns for example {@code .spec.replicas, set by kubectl-scale}. */
    @Override
    public String toString() {
        return field + (manager.isEmpty() ? "" : ", set by " + manager);
    }
}
