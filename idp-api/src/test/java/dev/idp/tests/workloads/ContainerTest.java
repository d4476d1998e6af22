package dev.idp.tests.workloads;

import static dev.idp.Memory.mebibytes;
import static dev.idp.Text.text;
import static dev.idp.tests.Shop.DEV;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Container;
import dev.idp.Cpu;
import dev.idp.Environment;
import dev.idp.ExternalService;
import dev.idp.Image;
import dev.idp.Job;
import dev.idp.Platform;
import dev.idp.Port;
import dev.idp.Secret;
import dev.idp.Service;
import dev.idp.Settings;
import dev.idp.Text;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.Plan;
import dev.idp.tests.Lines;
import dev.idp.tests.Paths;
import dev.idp.tests.Shop;
import org.junit.jupiter.api.Test;

/** Sidecars and init steps: images of their own, whose texts are as good as those of the workload. */
class ContainerTest {

    private static final Lines LINES = Lines.of(ContainerTest.class);

    private static final Service AUTH =
            Shop.service("auth", it -> it.port(Port.http(8080).servedOn(80)));

    private static final Environment BUCKETS = Environment.named("dev")
            .provides(Bucket.class, new Bucket.InCluster())
            .build();

    private static Container proxy() {
        return Container.named("proxy")
                .image("envoy:1")
                .command("envoy")
                .arguments(Text.of("--upstream"), AUTH.url())
                .env("LOG", "info")
                .env("AUTH", text("{}/login", AUTH.url()))
                .secret("TOKEN", text("Bearer {}", Secret.named("auth").key("token")))
                .cpu(Cpu.millis(10))
                .memory(mebibytes(16), mebibytes(32))
                .build();
    }

    @Test
    void itsTextsAreResolvedAndMakeEdges() {
        Service web = Shop.service("web", it -> it.sidecar(proxy())); // (sidecar)

        EnvironmentPlan dev = Shop.planned(AUTH, web);

        Container planned = dev.service("web")
                .decisions()
                .decision(Settings.SIDECAR, "proxy")
                .get();
        assertThat(planned.arguments()).hasToString("[--upstream, http://auth:80]");
        assertThat(planned.env()).hasToString("{AUTH=http://auth:80/login, LOG=info}");
        assertThat(dev.graph().edges()).hasToString("[web -> auth:http]");
        assertThat(dev.graph()
                        .edges()
                        .get(0)
                        .because()
                        .get(0)
                        .winner()
                        .orElseThrow()
                        .source())
                .hasToString("service web, " + LINES.at("sidecar"));
        assertThat(dev.service("web")
                        .decisions()
                        .decision(Settings.SIDECAR, "proxy")
                        .parts())
                .extracting(it -> it.subject())
                .containsExactly("services/auth/port/http");
    }

    @Test
    void theSameHoldsForTheInitStepOfAJob() {
        Job job = Job.named("job").image("job:1").initStep(proxy()).build();

        EnvironmentPlan dev = Platform.named("shop")
                .environments(DEV)
                .services(AUTH)
                .jobs(job)
                .build()
                .plan()
                .in(DEV);

        assertThat(dev.graph().edges()).hasToString("[job -> auth:http]");
        assertThat(dev.job("job").entries(Settings.INIT_STEP).get("001").get().env())
                .hasToString("{AUTH=http://auth:80/login, LOG=info}");
    }

    @Test
    void aPlanReadsItBackEqual() {
        Plan plan = Shop.of(AUTH, Shop.service("web", it -> it.scratch("/tmp")
                        .initStep(Container.named("one")
                                .image("o:1")
                                .sharing("/tmp")
                                .build())
                        .sidecar(proxy())))
                .plan();

        assertThat(Plan.fromJson(plan.toJson())).isEqualTo(plan);
        assertThat(Plan.fromJson(plan.toJson()).toJson()).isEqualTo(plan.toJson());
    }

    @Test
    void itCanUseAResourceAndAnExternalServiceThatNobodyElseDoes() {
        ExternalService mail =
                ExternalService.named("mail").at("smtp.example", 25).build();
        Service web = Shop.service(
                "web",
                it -> it.sidecar(Container.named("sync")
                        .image("sync:1")
                        .env("FILES", new Bucket("files").url())
                        .env("MAIL", mail.address())
                        .secret("PASSWORD", new Bucket("files").password())
                        .build()));

        EnvironmentPlan dev = Shop.in(BUCKETS, web).plan().in("dev");

        assertThat(dev.graph().edges()).hasToString("[web -> files-store:http, web -> mail]");
        assertThat(dev.resource("files").users()).containsExactly("web");
        assertThat(dev.externals()).hasSize(1);
    }

    @Test
    void aSecretInAPlainVariableIsRefused() {
        Text password = new Bucket("files").output("password");
        Container sync =
                Container.named("sync").image("s:1").env("PASSWORD", password).build();
        Service web = Shop.service("web", it -> it.sidecar(sync)); // (secret)

        assertThat(Shop.report(Shop.in(BUCKETS, web))).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  web in dev: sidecar/sync: output 'password' of files is a secret
                      said {secret}
                      fix  use secret(...) instead of env(...)"""));
    }

    @Test
    void aReferenceToNobodyIsReported() {
        Service web = Service.named("web")
                .image("web:1")
                .initStep(Container.named("wait")
                        .image("w:1")
                        .arguments(Service.ref("oauth").url())
                        .build()) // (nobody)
                .build();

        assertThat(Shop.report(Shop.of(web, AUTH))).startsWith("""
                1 problem in platform 'shop':
                  web in dev: init-step/001: there is no service 'oauth'
                """);
    }

    @Test
    void twoContainersCannotShareAName() {
        Service web = Service.named("web")
                .image("web:1")
                .initStep(Container.named("a").image("a:1").build()) // (first)
                .sidecar(Container.named("a").image("a:2").build()) // (second)
                .build();

        assertThat(Shop.report(Shop.of(web))).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  web in dev: two containers have the name 'a'
                      first  {first}
                      second {second}
                      fix    rename one of them"""));
    }

    @Test
    void theNameOfTheWorkloadIsTaken() {
        Service web = Service.named("web")
                .image("web:1")
                .sidecar(Container.named("web").image("a:2").build()) // (same)
                .build();

        assertThat(Shop.report(Shop.of(web))).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  web in dev: a container has the name of the service itself
                      container {same}
                      fix       rename the container"""));
    }

    @Test
    void aVariableThatIsSaidTwiceIsReported() {
        Container twice = Container.named("a")
                .image("a:1")
                .env("A", "1")
                .secret("A", Secret.named("s").key("k"))
                .build();

        assertThat(Shop.report(Shop.of(Shop.service("web", it -> it.sidecar(twice)))))
                .contains("web in dev: variable A of container a is said twice");
    }

    @Test
    void aLimitBelowTheRequestIsReported() {
        Container tight = Container.named("a")
                .image("a:1")
                .memory(mebibytes(2), mebibytes(1))
                .build();

        assertThat(Shop.report(Shop.of(Shop.service("web", it -> it.sidecar(tight)))))
                .contains("web in dev: the memory limit 1Mi of container a is below its request 2Mi");
    }

    @Test
    void aNameThatNoVariableCanHaveIsReported() {
        Container odd = Container.named("a").image("a:1").env("A B", "1").build();

        assertThat(Shop.report(Shop.of(Shop.service("web", it -> it.sidecar(odd)))))
                .contains("web in dev: 'A B' cannot name a variable");
    }

    @Test
    void aPathAddsASidecarThatAServiceCanReplace() {
        Service web = Shop.service(
                "web", it -> it.sidecar(Container.named("log").image("log:2").build())
                        .on(Paths.path("logged", (service, where) -> service.defaults()
                                .sidecar(Container.named("log").image("log:1").build()))));

        assertThat(Shop.alone(web)
                        .decisions()
                        .decision(Settings.SIDECAR, "log")
                        .get()
                        .image())
                .isEqualTo(new Image("log:2"));
    }

    @Test
    void whatAContainerSaysOfItselfIsCompared() {
        assertThat(proxy()).isEqualTo(proxy()).hasSameHashCodeAs(proxy());
        assertThat(proxy())
                .hasToString("proxy: envoy:1, command envoy, arguments --upstream {auth.url}, AUTH={auth.url}/login, "
                        + "LOG=info, TOKEN=Bearer {secret auth/token}, CPU 10m, memory 16Mi, at most 32Mi");
    }
}
