package dev.idp.kubernetes.check;

/**
 * A container of pods.
 *
 * @param pod the pods
 * @param role in which list it stands
 * @param field what it is
 */
public record Container(Pod pod, Role role, Field field) implements HasFields {

    /** In which of the lists of a pod a container stands, in the order in which they start. */
    public enum Role {
        /** Init containers and sidecars. */
        INIT("initContainers"),
        /** What the pod is there for. */
        MAIN("containers"),
        /** What somebody adds to a running pod to look into it. */
        EPHEMERAL("ephemeralContainers");

        private final String field;

        Role(String field) {
            this.field = field;
        }

        /**
         * Returns the name of the list.
         *
         * @return the name of the field of a pod
         */
        public String field() {
            return field;
        }
    }

    /**
     * Returns what it is called.
     *
     * @return its name; empty if it has none
     */
    public String name() {
        return field.get("name").scalar().orElse("");
    }

    /**
     * Tells whether it is an init container that goes on running.
     *
     * @return true for a sidecar, since Kubernetes 1.29
     */
    public boolean isSidecar() {
        return role == Role.INIT
                && field.get("restartPolicy").text().filter("Always"::equals).isPresent();
    }

    /**
     * Tells whether it runs as long as the pod.
     *
     * @return true for containers and for sidecars
     */
    public boolean isLasting() {
        return role == Role.MAIN || isSidecar();
    }

    /**
     * Returns what several names lead to.
     *
     * @param names the name of a field of the container, the name of a field of that, and so on
     * @return the field, there or not
     */
    @Override
    public Field at(String... names) {
        return field.at(names);
    }

    /**
     * Returns what holds for the container: its own security context's field, or else the pod's.
     *
     * @param name the name of a field that both security contexts have
     * @return the field, there or not
     */
    public Field security(String name) {
        Field own = field.at("securityContext", name);
        Field all = pod.spec().at("securityContext", name);
        return own.isPresent() || !all.isPresent() ? own : all;
    }

    /** Returns how people call it. */
    @Override
    public String toString() {
        return "container '" + name() + "'";
    }
}
