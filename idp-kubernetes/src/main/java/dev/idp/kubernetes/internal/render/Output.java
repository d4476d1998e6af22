package dev.idp.kubernetes.internal.render;

import dev.idp.explain.Decision;
import dev.idp.plan.JobPlan;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;

/** Where facets put the objects that they make. */
public interface Output {

    /**
     * Tells what the run of a job is called, which is known once everybody has had their say about its pods.
     *
     * @param job a job that runs once
     * @return its name, and what that is made of
     */
    RunName nameOf(JobPlan job);

    /**
     * The name of the run of a job.
     *
     * @param name the complete name
     * @param decisions what it is made of; none unless explanations are wanted
     */
    record RunName(String name, List<Decision<?>> decisions) {}

    /**
     * Starts an object.
     *
     * @return the trace of what is written to it until it is {@linkplain #add added}
     */
    Trace start();

    /**
     * Adds the object that was started last.
     *
     * @param object the object
     */
    default void add(HasMetadata object) {
        add(object, "");
    }

    /**
     * Adds the object that was started last, where a workload has more than one of its kind.
     *
     * @param object the object
     * @param part what tells its file from the others of its kind; empty for the usual one
     */
    void add(HasMetadata object, String part);
}
