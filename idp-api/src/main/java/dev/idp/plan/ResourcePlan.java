package dev.idp.plan;

import dev.idp.explain.Decision;
import java.util.List;

/**
 * A resource in one environment.
 *
 * @param name the resource's name
 * @param type the name of its type
 * @param provisioner the id of what supplies it, and why it was chosen
 * @param services the services that were added for it, by name
 */
public record ResourcePlan(String name, String type, Decision<String> provisioner, List<String> services) {}
