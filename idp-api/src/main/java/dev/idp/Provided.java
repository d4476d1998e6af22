package dev.idp;

import dev.idp.explain.Origin;
import dev.idp.spi.Provisioner;

/**
 * How resources of a type are supplied.
 *
 * @param type the type of resource
 * @param name the name of the one resource that is meant; empty for all of the type
 * @param provisioner what supplies them
 * @param origin the line
 */
public record Provided(Class<? extends Resource> type, String name, Provisioner<?> provisioner, Origin origin) {}
