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
 * Runs a test of a {@link PlatformTest} for each service in each environment, those included that provisioners added, under a
 * name like {@code orders in prod}. Where none is selected it fails.
 *
 * <p>Such a test may ask for the {@link dev.idp.plan.ServicePlan} or for a {@link dev.idp.testing.ServiceAssert} as well.
 *
 * <pre>{@code
 * @EachService(tier = Tier.PRODUCTION, onlyPublic = true)
 * void survivesTheLossOfANode(ServiceAssert service) {
 *     service.hasAtLeastReplicas(2); // fails as "orders in prod" if that has one
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@TestTemplate
@SuppressWarnings("exports") // JUnit makes the extension, and nobody else.
@ExtendWith(ServiceTemplate.class)
public @interface EachService {

    /**
     * Returns in which environments.
     *
     * @return their names; none for all
     */
    String[] environments() default {};

    /**
     * Returns in which tiers.
     *
     * @return the tiers; none for all
     */
    Tier[] tier() default {};

    /**
     * Tells whether only services count that the public reaches.
     *
     * @return true for those with a route
     */
    boolean onlyPublic() default false;

    /**
     * Returns whose services.
     *
     * @return the names of teams; none for all services
     */
    String[] ownedBy() default {};

    /**
     * Returns which services are left out. There must be such services, so that no exception outlives its reason.
     *
     * @return their names
     */
    String[] except() default {};
}
