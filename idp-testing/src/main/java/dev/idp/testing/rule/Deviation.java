package dev.idp.testing.rule;

import dev.idp.explain.Decision;
import java.util.List;

/**
 * Something in which an environment is not to another as it should be.
 *
 * @param subject the name of the workload; empty for the environment itself
 * @param path what it is about, as a path through the plan
 * @param here what was said in the environment that the rule is about, most telling first
 * @param there what was said in the other one
 * @param message what was found, in one clause
 * @param remedy what to do, in one clause; empty if nothing general can be said
 */
record Deviation(
        String subject, String path, List<Decision<?>> here, List<Decision<?>> there, String message, String remedy) {}
