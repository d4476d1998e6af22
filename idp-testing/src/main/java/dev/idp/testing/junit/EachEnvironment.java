package dev.idp.testing.junit;

import dev.idp.Tier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs a test of a {@link PlatformTest} in each environment, under its name. Where none is selected it fails.
 *
 * <pre>{@code
 * @EachEnvironment
 * void nothingIsPublicWithoutTls(EnvironmentAssert environment) {
 *     environment.isPublicThroughTlsAlone(); // fails as "dev" if that alone has no certificates
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@TestTemplate
@SuppressWarnings("exports") // JUnit makes the extension, and nobody else.
@ExtendWith(EnvironmentTemplate.class)
public @interface EachEnvironment {

    /**
     * Returns which environments.
     *
     * @return their names; none for all
     */
    String[] value() default {};

    /**
     * Returns in which tiers they are.
     *
     * @return the tiers; none for all
     */
    Tier[] tier() default {};
}
