package dev.idp.tests;

import static dev.idp.Tier.DEVELOPMENT;
import static dev.idp.Tier.PRODUCTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.idp.Environment;
import dev.idp.Platform;
import dev.idp.PublicEntry;
import dev.idp.Service;
import dev.idp.Statements;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.PlatformException;
import dev.idp.plan.ServicePlan;
import java.util.function.Consumer;

/** A small platform to try things on. */
public final class Shop {

    /** Where developers try things. */
    public static final Environment DEV = Environment.named("dev")
            .tier(DEVELOPMENT)
            .domain("dev.shop.example")
            .publicThrough(PublicEntry.named("nginx", "ingress"))
            .build();

    /** Where customers are. */
    public static final Environment PROD = Environment.named("prod")
            .tier(PRODUCTION)
            .domain("shop.example")
            .publicThrough(PublicEntry.named("nginx", "ingress").certificatesFrom("letsencrypt"))
            .build();

    private Shop() {}

    /** Returns a platform in one environment. */
    public static Platform in(Environment environment, Service... services) {
        return Platform.named("shop")
                .environments(environment)
                .services(services)
                .build();
    }

    /** Returns a platform in the environment {@link #DEV}. */
    public static Platform of(Service... services) {
        return in(DEV, services);
    }

    /** Plans a platform in the environment {@link #DEV}. */
    public static EnvironmentPlan planned(Service... services) {
        return of(services).plan().in(DEV);
    }

    /** Plans one service that is alone in the environment {@link #DEV}. */
    public static ServicePlan alone(Service service) {
        return planned(service).service(service.name());
    }

    /** Returns a service that has all that it must have, and what is said in addition. */
    public static Service service(String name, Consumer<Service.Builder> block) {
        Service.Builder service = Service.named(name).image("registry.example/" + name + ":1.0");
        block.accept(service);
        return service.build();
    }

    /** Returns what is wrong with a platform, in one text. */
    public static String report(Platform platform) {
        return exception(platform).getMessage();
    }

    /** Returns what is wrong with a platform. */
    public static PlatformException exception(Platform platform) {
        PlatformException exception = catchThrowableOfType(PlatformException.class, platform::plan);
        assertThat(exception).as("what is wrong with " + platform).isNotNull();
        return exception;
    }

    /** Says nothing more about services. */
    public static Consumer<Statements> nothing() {
        return service -> {};
    }
}
