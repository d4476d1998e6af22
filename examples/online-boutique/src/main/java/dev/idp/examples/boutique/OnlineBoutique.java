package dev.idp.examples.boutique;

import static dev.idp.Cpu.millis;
import static dev.idp.Memory.mebibytes;
import static dev.idp.Port.grpc;
import static dev.idp.Probe.grpcHealth;
import static dev.idp.Probe.httpGet;
import static dev.idp.Settings.ENV;
import static dev.idp.examples.boutique.Environments.DEV;
import static dev.idp.examples.boutique.Environments.PROD;
import static dev.idp.examples.boutique.Teams.CATALOG;
import static dev.idp.examples.boutique.Teams.CHECKOUT;
import static dev.idp.examples.boutique.Teams.STOREFRONT;

import dev.idp.Environment;
import dev.idp.ExternalService;
import dev.idp.Platform;
import dev.idp.Probe;
import dev.idp.Service;
import dev.idp.resources.Redis;
import java.time.Duration;
import java.time.LocalDate;

/** The shop: eleven services, their cart store, and an assistant that another company runs. */
public final class OnlineBoutique {

    private OnlineBoutique() {}

    /**
     * Declares the platform.
     *
     * @return the platform as it is in production
     */
    public static Platform platform() {
        return platform(new BoutiqueService());
    }

    /** Declares the platform on another foundation, for trying out what a change to it would do. */
    static Platform platform(BoutiqueService base) {
        var grpcService = new GrpcService(base);
        var webFrontEnd = new WebFrontEnd(base);
        var cartStore = Redis.named("redis-cart");
        var assistant = ExternalService.named("shoppingassistantservice")
                .at("assistant.example", 80)
                .ownedBy("Assistant Inc.")
                .within("203.0.113.0/24")
                .build();

        var ads = service("adservice")
                .on(grpcService)
                .ownedBy(STOREFRONT)
                .port(grpc(9555))
                .unset(ENV, "DISABLE_PROFILER")
                .cpu(millis(200), millis(300))
                .memory(mebibytes(180), mebibytes(300))
                .liveness(grpcHealth().initialDelay(seconds(20)).period(seconds(15)))
                .readiness(grpcHealth().initialDelay(seconds(20)).period(seconds(15)))
                .build();

        var cart = service("cartservice")
                .on(grpcService)
                .ownedBy(CHECKOUT)
                .port(grpc(7070))
                .env("REDIS_ADDR", cartStore.address())
                .unset(ENV, "PORT")
                .unset(ENV, "DISABLE_PROFILER")
                .cpu(millis(200), millis(300))
                .liveness(grpcHealth().initialDelay(seconds(15)).period(seconds(10)))
                .readiness(grpcHealth().initialDelay(seconds(15)))
                .build();

        var currency = service("currencyservice")
                .on(grpcService)
                .ownedBy(CHECKOUT)
                .port(grpc(7000))
                .build();

        var email = service("emailservice")
                .on(grpcService)
                .ownedBy(CHECKOUT)
                .port(grpc(8080).servedOn(5000))
                .liveness(grpcHealth().period(seconds(5)))
                .readiness(grpcHealth().period(seconds(5)))
                .build();

        var payment = service("paymentservice")
                .on(grpcService)
                .ownedBy(CHECKOUT)
                .port(grpc(50051))
                .build();

        var products = service("productcatalogservice")
                .on(grpcService)
                .ownedBy(CATALOG)
                .port(grpc(3550))
                .in(PROD, service -> service.replicas(3, 9))
                .build();

        var recommendations = service("recommendationservice")
                .on(grpcService)
                .ownedBy(CATALOG)
                .port(grpc(8080))
                .env("PRODUCT_CATALOG_SERVICE_ADDR", products.address())
                .memory(mebibytes(220), mebibytes(450))
                .liveness(grpcHealth().period(seconds(5)))
                .readiness(grpcHealth().period(seconds(5)))
                .build();

        var shipping = service("shippingservice")
                .on(grpcService)
                .ownedBy(CHECKOUT)
                .port(grpc(50051))
                .readiness(grpcHealth().period(seconds(5)))
                .build();

        var checkout = service("checkoutservice")
                .on(grpcService)
                .ownedBy(CHECKOUT)
                .port(grpc(5050))
                .unset(ENV, "DISABLE_PROFILER")
                .env("PRODUCT_CATALOG_SERVICE_ADDR", products.address())
                .env("SHIPPING_SERVICE_ADDR", shipping.address())
                .env("PAYMENT_SERVICE_ADDR", payment.address())
                .env("EMAIL_SERVICE_ADDR", email.address())
                .env("CURRENCY_SERVICE_ADDR", currency.address())
                .env("CART_SERVICE_ADDR", cart.address())
                .in(PROD, service -> service.replicas(3, 12))
                .build();

        var frontend = service("frontend")
                .on(webFrontEnd)
                .ownedBy(STOREFRONT)
                .publicAt("www")
                .in(
                        DEV,
                        dev -> dev.waives(
                                "public-means-tls",
                                "only developers reach it, through a VPN",
                                "storefront",
                                LocalDate.of(2027, 6, 30)))
                .env("PRODUCT_CATALOG_SERVICE_ADDR", products.address())
                .env("CURRENCY_SERVICE_ADDR", currency.address())
                .env("CART_SERVICE_ADDR", cart.address())
                .env("RECOMMENDATION_SERVICE_ADDR", recommendations.address())
                .env("SHIPPING_SERVICE_ADDR", shipping.address())
                .env("CHECKOUT_SERVICE_ADDR", checkout.address())
                .env("AD_SERVICE_ADDR", ads.address())
                .env("SHOPPING_ASSISTANT_SERVICE_ADDR", assistant.address())
                .env("ENABLE_PROFILER", "0")
                .liveness(healthz("liveness"))
                .readiness(healthz("readiness"))
                .in(PROD, service -> service.memory(mebibytes(128), mebibytes(256)))
                .build();

        var load = service("loadgenerator")
                .on(base)
                .ownedBy(STOREFRONT)
                .onlyIn(DEV)
                .env("FRONTEND_ADDR", frontend.address())
                .env("USERS", "10")
                .env("RATE", "1")
                .cpu(millis(300), millis(500))
                .memory(mebibytes(256), mebibytes(512))
                .build();

        return Platform.named("boutique")
                .environments(Environments.ALL.toArray(Environment[]::new))
                .services(ads, cart, currency, email, payment, products, recommendations, shipping)
                .services(checkout, frontend, load)
                .build();
    }

    private static Service.Builder service(String name) {
        return Service.named(name)
                .image("us-central1-docker.pkg.dev/online-boutique-ci/microservices-demo/" + name + ":v0.10.6");
    }

    private static Probe healthz(String asker) {
        return httpGet("/_healthz")
                .header("Cookie", "shop_session-id=x-" + asker + "-probe")
                .initialDelay(seconds(10));
    }

    private static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }
}
