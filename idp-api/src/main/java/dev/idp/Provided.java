package dev.idp;

import dev.idp.explain.Origin;
import dev.idp.spi.Provisioner;

/**
 * How resources of a type are supplied.
 *
 * @param type the type of resource
 * @param match which of them are meant
 * @param provisioner what supplies them
 * @param origin the line
 */
public record Provided(Class<? extends Resource> type, Match match, Provisioner<?> provisioner, Origin origin) {}
