package dev.idp.testing.junit;

import dev.idp.Platform;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Plans a platform, and gives tests of the class what they ask for by type.
 *
 * <p>The platform is planned once, also for several classes of a run, and an environment is rendered once, when the first test
 * asks for it. If the platform cannot be planned, the class fails with the report of all mistakes.
 *
 * <p>Tests, and what is called before and after them, may ask for a {@link Platform}, a {@link dev.idp.plan.Plan} or assertions
 * on it, {@link dev.idp.testing.PlanAssert}; and {@link In} an environment for an {@link dev.idp.plan.EnvironmentPlan}, an
 * {@link dev.idp.testing.EnvironmentAssert}, a {@link dev.idp.plan.Graph}, or {@code Manifests} where idp-kubernetes is at hand.
 *
 * <pre>{@code
 * @PlatformTest(Shop.class)
 * class ShopTest {
 *     @Test
 *     void paymentsAreReachedFromTheCheckoutAlone(@In("prod") EnvironmentAssert prod) {
 *         prod.service("payments").isReachableOnlyFrom("checkout"); // passes if nobody else refers to it
 *     }
 *
 *     @EachService(tier = Tier.PRODUCTION)
 *     void isProbed(ServiceAssert service) {
 *         service.isProbed(); // fails as "orders in prod" if that has no probes
 *     }
 * }
 * }</pre>
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@SuppressWarnings("exports") // JUnit makes the extension, and nobody else.
@ExtendWith(PlatformExtension.class)
public @interface PlatformTest {

    /**
     * Returns who has the platform: a class with a static method without parameters that returns a {@link Platform}, or a
     * {@link java.util.function.Supplier} of one that can be made without arguments.
     *
     * @return the class; the annotated class itself unless it is said
     */
    Class<?> value() default void.class;

    /**
     * Returns which method it is, where the class has several.
     *
     * @return its name; empty for the only one
     */
    String method() default "";
}
