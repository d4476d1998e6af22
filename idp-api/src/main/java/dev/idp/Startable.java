package dev.idp;

/** Something that a workload can wait for before it starts: a service, a job or a resource. */
public interface Startable {

    /**
     * Returns the name.
     *
     * @return a DNS label
     */
    String name();
}
