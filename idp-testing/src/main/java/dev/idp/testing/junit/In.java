package dev.idp.testing.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which environment of a {@link PlatformTest} a test asks for.
 *
 * <pre>{@code
 * @Test
 * void productionIsPublic(@In("prod") EnvironmentAssert prod) {} // passes if there is such an environment
 *
 * @Test
 * void productionIsPublic(@In("prdo") EnvironmentAssert prod) {} // fails: did you mean 'prod'?
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface In {

    /**
     * Returns the environment.
     *
     * @return its name
     */
    String value();
}
