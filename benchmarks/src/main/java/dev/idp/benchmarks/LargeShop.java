package dev.idp.benchmarks;

import static dev.idp.Cpu.millis;
import static dev.idp.Memory.mebibytes;
import static dev.idp.Port.http;
import static dev.idp.Probe.httpGet;
import static dev.idp.Tier.DEVELOPMENT;
import static dev.idp.Tier.PRODUCTION;
import static dev.idp.Tier.STAGING;

import dev.idp.Environment;
import dev.idp.Platform;
import dev.idp.PublicEntry;
import dev.idp.Service;
import dev.idp.ServicePath;
import dev.idp.ServicePaving;
import dev.idp.Team;
import dev.idp.Tier;
import java.util.ArrayList;
import java.util.List;

/** A platform of many ordinary services in three environments: each public, scaled, and calling two others. */
public final class LargeShop {

    private static final PublicEntry ENTRY =
            PublicEntry.named("nginx", "ingress-nginx").certificatesFrom("letsencrypt");

    private LargeShop() {}

    /**
     * Declares it.
     *
     * @param size how many services
     * @return the platform
     */
    public static Platform of(int size) {
        List<Service> services = new ArrayList<>(size);
        ServicePath path = new WebService();
        Team team = Team.named("shop");
        for (int i = 0; i < size; i++) {
            services.add(Service.named("service-" + i)
                    .image("registry.example/shop/service-" + i + ":1.0." + i)
                    .on(path)
                    .ownedBy(team)
                    .env("FIRST_URL", Service.ref("service-" + (i + 1) % size).url())
                    .env("SECOND_URL", Service.ref("service-" + (i + 7) % size).url())
                    .env("LOG_LEVEL", "info")
                    .publicAt("service-" + i)
                    .in(PRODUCTION, service -> service.replicas(3, 9))
                    .build());
        }
        return Platform.named("shop")
                .environments(
                        environment("dev", DEVELOPMENT),
                        environment("staging", STAGING),
                        environment("prod", PRODUCTION))
                .services(services)
                .build();
    }

    private static Environment environment(String name, Tier tier) {
        return Environment.named(name)
                .tier(tier)
                .domain(name + ".shop.example")
                .publicThrough(ENTRY)
                .build();
    }

    private static final class WebService implements ServicePath {

        @Override
        public String id() {
            return "web-service";
        }

        @Override
        public String version() {
            return "1.0";
        }

        @Override
        public void pave(ServicePaving service, Environment environment) {
            service.defaults("what every web service of the shop has")
                    .port(http(8080).servedOn(80))
                    .liveness(httpGet("/live"))
                    .readiness(httpGet("/ready"))
                    .cpu(millis(100))
                    .memory(mebibytes(256), mebibytes(256))
                    .replicas(2, 4)
                    .scratch("/tmp");
            service.mandates("nobody runs as root").runAsNonRoot();
        }
    }
}
