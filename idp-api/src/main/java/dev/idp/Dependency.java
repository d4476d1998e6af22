package dev.idp;

/** Something that a service can use: a service of the platform, an external one, or a resource. */
public interface Dependency {

    /**
     * Returns the name, unique among the dependencies of a platform.
     *
     * @return a DNS label
     */
    String name();
}
