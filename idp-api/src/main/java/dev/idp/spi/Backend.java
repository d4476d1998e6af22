package dev.idp.spi;

import dev.idp.plan.EnvironmentPlan;

/**
 * Turns a planned environment into artifacts.
 *
 * <p>A backend is one module: neither the plan nor another backend knows it. Rendering is pure: no file, no clock, no
 * network, and the same plan gives the same artifacts.
 *
 * @param <A> the artifacts
 */
public interface Backend<A> {

    /**
     * Returns the backend's name, by which {@linkplain Extension#backend() extensions} are addressed to it.
     *
     * @return in lower case with dashes
     */
    String id();

    /**
     * Renders one environment.
     *
     * @param environment the plan
     * @return the artifacts
     * @throws dev.idp.plan.PlatformException if the backend cannot express something in the plan; it names everything
     *     that it cannot express, each with the line that said it
     */
    A render(EnvironmentPlan environment);
}
