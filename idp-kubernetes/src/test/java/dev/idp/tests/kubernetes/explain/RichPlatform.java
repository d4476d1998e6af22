package dev.idp.tests.kubernetes.explain;

import static dev.idp.Cpu.cores;
import static dev.idp.Cpu.millis;
import static dev.idp.Memory.gibibytes;
import static dev.idp.Memory.mebibytes;
import static dev.idp.Text.text;
import static dev.idp.Tier.PRODUCTION;

import dev.idp.Access;
import dev.idp.Container;
import dev.idp.ContainerRange;
import dev.idp.Environment;
import dev.idp.ExternalService;
import dev.idp.Image;
import dev.idp.Job;
import dev.idp.Metric;
import dev.idp.Namespaces;
import dev.idp.Overlap;
import dev.idp.Permission;
import dev.idp.Platform;
import dev.idp.Port;
import dev.idp.Probe;
import dev.idp.PublicEntry;
import dev.idp.Quota;
import dev.idp.Resource;
import dev.idp.Route;
import dev.idp.Schedule;
import dev.idp.Secret;
import dev.idp.SecretText;
import dev.idp.Service;
import dev.idp.ServicePath;
import dev.idp.ServicePaving;
import dev.idp.Spread;
import dev.idp.Storage;
import dev.idp.Team;
import dev.idp.Text;
import dev.idp.kubernetes.CloudIdentity;
import dev.idp.kubernetes.KubernetesSettings;
import dev.idp.kubernetes.Pace;
import dev.idp.kubernetes.Portion;
import dev.idp.kubernetes.Rollout;
import dev.idp.kubernetes.Scaling;
import dev.idp.kubernetes.Toleration;
import dev.idp.resources.Redis;
import dev.idp.spi.Provision;
import dev.idp.spi.Provisioner;
import dev.idp.spi.Volume;
import java.time.Duration;
import java.time.ZoneId;

/**
 * A platform that says everything that can be said: in one environment with and in one without certificates, and in one
 * where each team has a namespace.
 */
public final class RichPlatform {

    private static final Team STOREFRONT = // (team)
            Team.named("storefront").reachedAt("#storefront").groups("oidc:storefront", "oidc:on-call");
    /** A class of priorities that a cluster must have for it. */
    public static final String PRIORITY_CLASS = "business-critical";

    /** A class of runtimes that a cluster must have for it. */
    public static final String RUNTIME_CLASS = "gvisor";

    private static final PublicEntry ENTRY = PublicEntry.named("nginx", "ingress-nginx");

    static final Environment DEV = Environment.named("dev")
            .domain("dev.shop.example")
            .publicThrough(ENTRY)
            .provides(Redis.class, Redis.inCluster(redis -> redis.cpu(millis(50)))) // (redis-cpu)
            .provides(Share.class, new Volumes()) // (volumes-in-dev)
            .with(RichExtensions.of("policies-by-name")) // (policies-by-name)
            .build();

    static final Environment PROD = Environment.named("prod")
            .tier(PRODUCTION)
            .domain("shop.example")
            .namespace("shop") // (namespace)
            .publicThrough(ENTRY.certificatesFrom("letsencrypt")) // (entry)
            .provides(Redis.class, Redis.existingAt("redis.corp.example", 6380).within("10.1.0.0/16", "10.2.0.0/16"))
            .provides(Share.class, new Volumes())
            .defaults(service -> service.replicas(2)) // (replicas-in-prod)
            .with(RichExtensions.of("priority")) // (priority)
            .with(RichExtensions.of("external-names")) // (external-names)
            .defaults(all -> all.set(KubernetesSettings.PULL_SECRET, "registry", "registry-key")) // (pull-in-prod)
            .build();

    static final Environment TEAMS = Environment.named("teams")
            .domain("teams.shop.example")
            .namespace("rich-teams")
            .namespaces(Namespaces.PER_TEAM) // (namespaces)
            .quota(Quota.of(cores(4), gibibytes(8)).copies(40)) // (quota)
            .quota(
                    STOREFRONT,
                    Quota.of(cores(8), gibibytes(16)).memoryLimit(gibibytes(32)).storage(gibibytes(100)))
            .containers(ContainerRange.from(millis(50), mebibytes(512)).to(cores(4), gibibytes(4))) // (containers)
            .teamsMay(Access.EDIT) // (access)
            .with(RichExtensions.of("policies-by-name"))
            .with(RichExtensions.of("external-names"))
            .publicThrough(ENTRY)
            .provides(Redis.class, Redis.inCluster())
            .provides(Share.class, new Volumes())
            .build();

    private RichPlatform() {}

    /** Declares the platform. */
    public static Platform platform() {
        var path = new Paved();
        var cache = Redis.named("session-store");
        var mail = ExternalService.named("mail-relay") // (mail)
                .at("smtp.corp.example", 587)
                .build();
        var bank = ExternalService.named("bank") // (bank)
                .at("api.bank.example", 443)
                .ownedBy("Bank Inc.")
                .within("203.0.113.0/24", "2001:db8::/32")
                .build();

        var web = Service.named("web") // (web)
                .image("registry.example/web:4.1.0") // (web-image)
                .on(path)
                .ownedBy(STOREFRONT) // (web-owner)
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
                .command("serve", "--verbose") // (web-command)
                .arguments(text("--batch={}", Service.ref("batch").host()), text("$(all)")) // (web-arguments)
                .file("/etc/web/web.conf", text("batch={}", Service.ref("batch").host())) // (web-file)
                .file("/etc/motd", "hello")
                .secretFile("/run/key.pem", secret("key")) // (web-secret-file)
                .secretFile("/run/cert.pem", secret("cert"))
                .mount("/pictures", new Share("pictures").volume()) // (web-mount)
                .mountReadOnly("/archive", new Share("pictures").volume())
                .initStep(container("unpack") // (web-step)
                        .arguments(text("--batch={}", Service.ref("batch").host()))
                        .sharing("/tmp", "/etc/motd", "/archive")
                        .build())
                .initStep(
                        Container.named("warm").image("registry.example/warm:1").build())
                .sidecar(container("proxy").sharing("/tmp").build()) // (web-sidecar)
                .startup(Probe.tcpConnect().onPort("admin")) // (web-startup)
                .scaleAtMemory(80) // (web-scale-memory)
                .scaleAt(Metric.ofCopies("requests", 100)) // (web-metric)
                .scaleAt(Metric.elsewhere("backlog", 30))
                .spread(Spread.overZones()) // (web-spread)
                .may(Permission.toRead("configmaps")) // (web-may)
                .may(Permission.on("deployments", "patch").inGroup("apps"))
                .label("shop.example/cost-center", "4711") // (web-label)
                .annotation("shop.example/runbook", "see wiki") // (web-annotation)
                .with(RichExtensions.of("lock")) // (web-lock)
                .set(KubernetesSettings.PRIORITY_CLASS, PRIORITY_CLASS) // (web-priority)
                .set(KubernetesSettings.PULL_SECRET, "mirror", "mirror-key")
                .set(KubernetesSettings.NODE_LABEL, "shop.example/pool", "web") // (web-node)
                .set(KubernetesSettings.NODE_LABEL, "kubernetes.io/arch", "arm64")
                .set(KubernetesSettings.TOLERATION, "own", Toleration.ofTaint("dedicated", "web")) // (web-toleration)
                .set(
                        KubernetesSettings.TOLERATION,
                        "slow",
                        Toleration.ofTaint("shop.example/slow")
                                .only(Toleration.Effect.NO_EXECUTE)
                                .forAtMost(Duration.ofMinutes(5)))
                .set( // (web-rollout)
                        KubernetesSettings.ROLLOUT, Rollout.rolling(Portion.percent(25), Portion.copies(0)))
                .set( // (web-scaling)
                        KubernetesSettings.SCALING,
                        Scaling.up(Pace.atMost(Portion.copies(4), Duration.ofMinutes(1))
                                        .or(Portion.percent(50), Duration.ofMinutes(1)))
                                .andDown(Pace.atMost(Portion.copies(1), Duration.ofMinutes(3))
                                        .or(Portion.percent(10), Duration.ofMinutes(2))
                                        .slowest()
                                        .onceStableFor(Duration.ofMinutes(10))))
                .set(
                        KubernetesSettings.ENTRY_ANNOTATION,
                        "nginx.ingress.kubernetes.io/proxy-body-size",
                        "8m") // (web-entry)
                .set( // (web-identity)
                        KubernetesSettings.CLOUD_IDENTITY, CloudIdentity.awsRole("arn:aws:iam::123456789012:role/web"))
                .with(RichExtensions.of("patient")) // (web-patient)
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
                .set(KubernetesSettings.RUNTIME_CLASS, RUNTIME_CLASS) // (api-runtime)
                .startsAfter(Job.ref("index"))
                .set(KubernetesSettings.WAIT_BY, new Image("registry.example/kubectl:1.33"))
                .set(KubernetesSettings.ROLLOUT, Rollout.recreate())
                .set(
                        KubernetesSettings.CLOUD_IDENTITY,
                        CloudIdentity.googleServiceAccount("the-api@shop-prod.iam.gserviceaccount.com"))
                .build();

        var batch = Service.named("batch")
                .image("registry.example/batch")
                .port(Port.tcp(7001))
                .replicas(2)
                .build();

        var db = Service.named("db")
                .image("registry.example/db:16")
                .stateful() // (db-stateful)
                .replicas(3)
                .port(Port.tcp(5432))
                .storage("/var/lib/db", Storage.of(mebibytes(1000)).ofType("fast")) // (db-storage)
                .storage("/wal", mebibytes(500))
                .initStep(Container.named("prepare") // (db-step)
                        .image("registry.example/prepare:1")
                        .sharing("/wal")
                        .build())
                .spread(Spread.overNodes().strictly())
                .startsAfter(Service.ref("batch")) // (db-starts-after)
                .set(KubernetesSettings.WAIT_BY, new Image("registry.example/kubectl:1.34")) // (db-wait-by)
                .set(KubernetesSettings.ROLLOUT, Rollout.onDelete()) // (db-rollout)
                .build();

        var agent = Service.named("agent")
                .image("registry.example/agent:1")
                .onEveryNode() // (agent-on-every-node)
                .port(Port.tcp(9100))
                .label("shop.example/kind", "agent")
                .set(KubernetesSettings.TOLERATION, "all", Toleration.ofEveryTaint())
                .set(KubernetesSettings.ROLLOUT, Rollout.rolling(0, 2)) // (agent-rollout)
                .build();

        var seed = Job.named("seed")
                .image("registry.example/seed:3")
                .ownedBy(Team.named("backend"))
                .command("seed")
                .arguments(text("--db={}", Service.ref("db").address()))
                .env("LEVEL", "debug") // (seed-env)
                .secret("PASSWORD", secret("password"))
                .file("/etc/seed.sql", "insert")
                .scratch("/work")
                .sidecar(container("proxy").sharing("/work").build())
                .memory(mebibytes(64), mebibytes(64))
                .runAsUser(7)
                .may(Permission.on("secrets", "get"))
                .annotation("shop.example/runbook", "see wiki")
                .retries(1) // (seed-retries)
                .deadline(Duration.ofMinutes(10)) // (seed-deadline)
                .keptFor(Duration.ofHours(2)) // (seed-kept)
                .startsAfter(Service.ref("db"), Service.ref("api")) // (seed-starts-after)
                .set(KubernetesSettings.PRIORITY_CLASS, PRIORITY_CLASS)
                .set(KubernetesSettings.NODE_LABEL, "shop.example/pool", "jobs") // (seed-node)
                .set( // (seed-identity)
                        KubernetesSettings.CLOUD_IDENTITY,
                        CloudIdentity.azureClient("01234567-89ab-cdef-0123-456789abcdef"))
                .build();

        var report = Job.named("report")
                .image("registry.example/report:1")
                .ownedBy(STOREFRONT)
                .schedule(Schedule.cron("30 3 * * *").inZone(ZoneId.of("Europe/Berlin"))) // (report-schedule)
                .overlap(Overlap.REPLACE) // (report-overlap)
                .env("WEB", web.url("http"))
                .uses(bank)
                .mount("/pictures", new Share("pictures").volume())
                .startsAfter(Job.ref("seed"))
                .set(KubernetesSettings.RUNTIME_CLASS, RUNTIME_CLASS)
                .set(
                        KubernetesSettings.TOLERATION,
                        "batch",
                        Toleration.ofTaint("batch").only(Toleration.Effect.NO_SCHEDULE))
                .build();

        return Platform.named("everything") // (platform)
                .environments(DEV, PROD, TEAMS)
                .with(RichExtensions.of("quota")) // (platform-quota)
                .with(RichExtensions.of("audited")) // (audited)
                .services(web, api, batch, db, agent)
                .jobs(seed, report)
                .jobs(Job.named("index").image("registry.example/index:1").build())
                .services(Service.named("idle").image("registry.example/idle:1").build())
                .build();
    }

    private static Container.Builder container(String name) {
        return Container.named(name)
                .image("registry.example/" + name + ":1")
                .command("run")
                .env("LEVEL", "info")
                .secret("PASSWORD", text("{}!", secret("password")))
                .cpu(millis(10))
                .memory(mebibytes(16), mebibytes(32));
    }

    private static SecretText secret(String key) {
        return Secret.named("db").key(key);
    }

    /** A directory that several workloads see. */
    private record Share(String name) implements Resource {

        Text volume() {
            return output("volume");
        }
    }

    private record Volumes() implements Provisioner<Share> {

        @Override
        public String id() {
            return "volumes";
        }

        @Override
        public Provision provision(Share share, Environment environment) {
            return Provision.builder()
                    .volume(new Volume(share.name(), Storage.of(mebibytes(100)).ofType("nfs"), true))
                    .volume(new Volume(share.name() + "-index", Storage.of(mebibytes(10)), false))
                    .output("volume", Text.of(share.name()))
                    .with(RichExtensions.of("range"))
                    .build();
        }
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
