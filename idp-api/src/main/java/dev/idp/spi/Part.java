package dev.idp.spi;

/**
 * A piece of platform that somebody releases as a Maven artifact: services, jobs, and what others must supply for them.
 *
 * <p>A platform names the parts that it takes: {@code Platform.named("shop").parts(new PaymentsPart())}. A part reached by
 * two ways is one, if it is the same class in the same version; otherwise planning reports both. Golden paths, types of
 * resources and rules need no part: they are plain classes of the artifact.
 *
 * <p>A part must be pure: it says the same each time that it is asked.
 */
public interface Part {

    /**
     * Returns what the part is called, best the coordinates of its artifact.
     *
     * @return for example {@code com.example:payments}
     */
    String id();

    /**
     * Returns the version of the artifact.
     *
     * @return as its author numbers it
     */
    String version();

    /**
     * Says what the part consists of.
     *
     * @param part takes services, jobs, other parts, and what others must supply
     */
    void compose(PartContents part);
}
