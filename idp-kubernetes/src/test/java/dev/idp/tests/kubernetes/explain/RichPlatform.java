package dev.idp.tests.kubernetes.explain;

import static dev.idp.Cpu.millis;
import static dev.idp.Memory.mebibytes;
import static dev.idp.Text.text;
import static dev.idp.Tier.PRODUCTION;

import dev.idp.Environment;
import dev.idp.ExternalService;
import dev.idp.Platform;
import dev.idp.Port;
import dev.idp.Probe;
import dev.idp.PublicEntry;
import dev.idp.Route;
import dev.idp.Secret;
import dev.idp.SecretText;
import dev.idp.Service;
import dev.idp.ServicePath;
import dev.idp.ServicePaving;
import dev.idp.Team;
import dev.idp.resources.Redis;
import java.time.Duration;

/** A platform that says everything that can be said, in one environment with and in one without certificates. */
final class RichPlatform {

    private static final PublicEntry ENTRY = PublicEntry.named("nginx", "ingress-nginx");

    static final Environment DEV = Environment.named("dev")
            .domain("dev.shop.example")
            .publicThrough(ENTRY)
            .provides(Redis.class, Redis.inCluster(redis -> redis.cpu(millis(50)))) // (redis-cpu)
            .build();

    static final Environment PROD = Environment.named("prod")
            .tier(PRODUCTION)
            .domain("shop.example")
            .namespace("shop") // (namespace)
            .publicThrough(ENTRY.certificatesFrom("letsencrypt")) // (entry)
            .provides(Redis.class, Redis.existingAt("redis.corp.example", 6380).within("10.1.0.0/16", "10.2.0.0/16"))
            .defaults(service -> service.replicas(2)) // (replicas-in-prod)
            .build();

    private RichPlatform() {}

    static Platform platform() {
        var path = new Paved();
        var cache = Redis.named("session-store");
        var mail =
                ExternalService.named("mail-relay").at("smtp.corp.example", 587).build();
        var bank = ExternalService.named("bank") // (bank)
                .at("api.bank.example", 443)
                .ownedBy("Bank Inc.")
                .within("203.0.113.0/24", "2001:db8::/32")
                .build();

        var web = Service.named("web") // (web)
                .image("registry.example/web:4.1.0") // (web-image)
                .on(path)
                .ownedBy(Team.named("storefront").reachedAt("#storefront")) // (web-owner)
                .port(Port.http(8080).servedOn(80)) // (web-port)
                .port(Port.http(9000).named("admin"))
                .port(Port.udp(8125).named("stats"))
                .env("API_URL", Service.ref("api").address("grpc")) // (web-env)
                .env("CACHE", cache.url())
                .env(
                        "GREETING",
                        text("hello, {} and $(WORLD)", Service.ref("batch").host()))
                .secret("DB_PASSWORD", Secret.named("db").key("password")) // (web-secret)
                .secret("DB_URI", text("db://app:{}@db$1/{}", secret("password"), secret("name")))
                .liveness(Probe.httpGet("/live") // (web-liveness)
                        .header("Cookie", "probe=1")
                        .header("X-Asker", "kubelet")
                        .onPort("http")
                        .initialDelay(Duration.ofSeconds(3))
                        .period(Duration.ofSeconds(7)))
                .readiness(Probe.tcpConnect().onPort("admin").period(Duration.ofSeconds(4)))
                .cpu(millis(250), millis(500)) // (web-cpu)
                .memory(mebibytes(256), mebibytes(512)) // (web-memory)
                .replicas(3, 12) // (web-replicas)
                .scaleAtCpu(60) // (web-scale)
                .publicAt(Route.at("www").toPort("http")) // (web-route)
                .publicAt(Route.at("www").below("/admin").toPort("admin"))
                .publicAt(Route.at("static.example.org").toPort("http"))
                .uses(bank)
                .build();

        var api = Service.named("api")
                .image("registry.example/api:1.0@sha256:" + "0123456789abcdef".repeat(4))
                .on(path)
                .ownedBy(Team.named("backend"))
                .port(Port.grpc(9555).servedOn(5000))
                .port(Port.tcp(7000).named("raft"))
                .env("WEB_URL", web.url("http"))
                .env("MAIL", mail.address())
                .liveness(Probe.grpcHealth().onPort("grpc"))
                .readiness(Probe.grpcHealth().onPort("grpc").initialDelay(Duration.ofSeconds(2)))
                .memory(mebibytes(100))
                .scratch("/var/cache") // (api-scratch)
                .writableRootFilesystem("it unpacks itself") // (api-writable)
                .in(PROD, service -> service.runAsRoot("it binds a raw socket")) // (api-root)
                .build();

        var batch = Service.named("batch")
                .image("registry.example/batch")
                .port(Port.tcp(7001))
                .replicas(2)
                .build();

        return Platform.named("everything") // (platform)
                .environments(DEV, PROD)
                .services(web, api, batch)
                .services(Service.named("idle").image("registry.example/idle:1").build())
                .build();
    }

    private static SecretText secret(String key) {
        return Secret.named("db").key(key);
    }

    /** What most of the services have in common. */
    private static final class Paved implements ServicePath {

        @Override
        public String id() {
            return "paved";
        }

        @Override
        public String version() {
            return "3";
        }

        @Override
        public void pave(ServicePaving service, Environment environment) {
            service.mandates("nobody may be anybody").runAsUser(1000); // (path-user)
            service.defaults("a quick end")
                    .shutdownGrace(Duration.ofSeconds(5)) // (path-grace)
                    .cpu(millis(100)) // (path-cpu)
                    .env("LEVEL", "info") // (path-env)
                    .scratch("/tmp"); // (path-scratch)
        }
    }
}
