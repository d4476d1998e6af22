package dev.idp.tests.kubernetes.explain;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;

/**
 * Another plan, and what was changed to get it.
 *
 * @param what what was changed, for people to read
 * @param subjects the decisions that are others now, under their old and new paths
 * @param plan the plan's JSON
 * @param renamed the old names of services by their new ones
 */
record Perturbation(String what, Set<String> subjects, ObjectNode plan, Map<String, String> renamed) {

    Perturbation(String what, Set<String> subjects, ObjectNode plan) {
        this(what, subjects, plan, Map.of());
    }
}
