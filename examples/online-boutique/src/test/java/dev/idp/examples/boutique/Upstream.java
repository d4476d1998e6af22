package dev.idp.examples.boutique;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the published manifests of Online Boutique v0.10.6 say about a service.
 *
 * @param name the service's name
 * @param listening the port of the container; 0 if it has none
 * @param reachedUnder the port of the Service
 * @param resources CPU request and limit, memory request and limit
 * @param liveness kind of probe, initial delay and period in seconds; {@code -} where nothing is said
 * @param readiness likewise
 * @param env the variables that are no addresses
 * @param calls the variables that are addresses
 */
record Upstream(
        String name,
        int listening,
        int reachedUnder,
        List<String> resources,
        String liveness,
        String readiness,
        Map<String, String> env,
        Map<String, String> calls) {

    static final List<Upstream> SERVICES = """
            adservice|9555|9555|200m 300m 180Mi 300Mi|grpc 20 15|grpc 20 15|PORT=9555|
            cartservice|7070|7070|200m 300m 64Mi 128Mi|grpc 15 10|grpc 15 -||REDIS_ADDR=redis-cart:6379
            checkoutservice|5050|5050|100m 200m 64Mi 128Mi|grpc - -|grpc - -|PORT=5050|\
            PRODUCT_CATALOG_SERVICE_ADDR=productcatalogservice:3550 SHIPPING_SERVICE_ADDR=shippingservice:50051 \
            PAYMENT_SERVICE_ADDR=paymentservice:50051 EMAIL_SERVICE_ADDR=emailservice:5000 \
            CURRENCY_SERVICE_ADDR=currencyservice:7000 CART_SERVICE_ADDR=cartservice:7070
            currencyservice|7000|7000|100m 200m 64Mi 128Mi|grpc - -|grpc - -|PORT=7000 DISABLE_PROFILER=1|
            emailservice|8080|5000|100m 200m 64Mi 128Mi|grpc - 5|grpc - 5|PORT=8080 DISABLE_PROFILER=1|
            frontend|8080|80|100m 200m 64Mi 128Mi|http 10 -|http 10 -|PORT=8080 ENABLE_PROFILER=0|\
            PRODUCT_CATALOG_SERVICE_ADDR=productcatalogservice:3550 CURRENCY_SERVICE_ADDR=currencyservice:7000 \
            CART_SERVICE_ADDR=cartservice:7070 RECOMMENDATION_SERVICE_ADDR=recommendationservice:8080 \
            SHIPPING_SERVICE_ADDR=shippingservice:50051 CHECKOUT_SERVICE_ADDR=checkoutservice:5050 \
            AD_SERVICE_ADDR=adservice:9555 SHOPPING_ASSISTANT_SERVICE_ADDR=shoppingassistantservice:80
            loadgenerator|0|0|300m 500m 256Mi 512Mi|-|-|USERS=10 RATE=1|FRONTEND_ADDR=frontend:80
            paymentservice|50051|50051|100m 200m 64Mi 128Mi|grpc - -|grpc - -|PORT=50051 DISABLE_PROFILER=1|
            productcatalogservice|3550|3550|100m 200m 64Mi 128Mi|grpc - -|grpc - -|PORT=3550 DISABLE_PROFILER=1|
            recommendationservice|8080|8080|100m 200m 220Mi 450Mi|grpc - 5|grpc - 5|PORT=8080 DISABLE_PROFILER=1|\
            PRODUCT_CATALOG_SERVICE_ADDR=productcatalogservice:3550
            shippingservice|50051|50051|100m 200m 64Mi 128Mi|grpc - -|grpc - 5|PORT=50051 DISABLE_PROFILER=1|
            """.lines().map(Upstream::parse).toList();

    static final String IMAGES = "us-central1-docker.pkg.dev/online-boutique-ci/microservices-demo/";

    private static Upstream parse(String line) {
        String[] columns = line.split("\\|", -1);
        return new Upstream(
                columns[0],
                Integer.parseInt(columns[1]),
                Integer.parseInt(columns[2]),
                List.of(columns[3].split(" ")),
                columns[4],
                columns[5],
                variables(columns[6]),
                variables(columns[7]));
    }

    private static Map<String, String> variables(String text) {
        Map<String, String> variables = new TreeMap<>();
        Arrays.stream(text.split(" ")).filter(pair -> !pair.isBlank()).forEach(pair -> {
            int equals = pair.indexOf('=');
            variables.put(pair.substring(0, equals), pair.substring(equals + 1));
        });
        return variables;
    }

    String image() {
        return IMAGES + name + ":v0.10.6";
    }

    @Override
    public String toString() {
        return name;
    }
}
