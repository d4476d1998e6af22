package dev.idp.tests.workloads;

import static dev.idp.tests.Shop.DEV;
import static dev.idp.tests.Shop.PROD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Environment;
import dev.idp.Image;
import dev.idp.Job;
import dev.idp.Platform;
import dev.idp.Releases;
import dev.idp.Service;
import dev.idp.ServicePath;
import dev.idp.Settings;
import dev.idp.Team;
import dev.idp.plan.Comparison;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.JobPlan;
import dev.idp.plan.Plan;
import dev.idp.tests.Lines;
import dev.idp.tests.Paths;
import dev.idp.tests.Shop;
import org.junit.jupiter.api.Test;

/** Jobs that must complete before a new version of a service starts. */
class MigrationTest {

    private static final Lines LINES = Lines.of(MigrationTest.class);

    private static final Environment TEST = Environment.named("test").build();

    private static EnvironmentPlan planned(Service... services) {
        return Shop.in(TEST, services).plan().in(TEST);
    }

    @Test
    void theJobJoinsWhereverTheServiceIs() {
        Job migrate = Job.named("migrate").arguments("db", "migrate").build();
        Service orders = Shop.service("orders", it -> it.migratedBy(migrate).onlyIn(PROD));

        Plan plan = Platform.named("shop")
                .environments(DEV, PROD)
                .services(orders, Shop.service("other", it -> {}))
                .build()
                .plan();

        assertThat(plan.in(DEV).jobs()).isEmpty();
        assertThat(plan.in(PROD).jobs()).extracting(JobPlan::name).containsExactly("migrate");
        assertThat(plan.in(PROD).graph().starts()).hasToString("[orders starts after migrate]");
        assertThat(Plan.fromJson(plan.toJson())).isEqualTo(plan);
    }

    @Test
    void itRunsTheServicesImageAndBelongsToTheServicesTeam() {
        Service orders = Service.named("orders")
                .image("orders:7") // (image)
                .ownedBy(Team.named("sales"))
                .migratedBy(Job.named("migrate").build())
                .build();

        JobPlan migrate = planned(orders).job("migrate");

        assertThat(migrate.owner()).contains(Team.named("sales"));
        assertThat(migrate.explain(Settings.IMAGE).toText()).isEqualTo(LINES.cite("""
                job migrate
                  /image = orders:7
                    from   jobs/migrate/image
                      set    orders:7 by service orders: a migration runs its service's image, {image}"""));
    }

    @Test
    void whatItSaysItselfIsStronger() {
        Service orders = Shop.service(
                "orders",
                it -> it.migratedBy(Job.named("migrate").image("flyway:11").build()));

        JobPlan migrate = planned(orders).job("migrate");

        assertThat(migrate.image()).isEqualTo(new Image("flyway:11"));
        assertThat(migrate.decision(Settings.IMAGE).losers()).hasSize(1);
    }

    @Test
    void defaultsOfTheEnvironmentAreStrongerThanWhatIsInherited() {
        Environment dev = Environment.named("dev")
                .jobDefaults(job -> job.ownedBy(Team.named("batch")))
                .build();
        Service orders = Shop.service("orders", it -> it.ownedBy(Team.named("sales"))
                .migratedBy(Job.named("migrate").build()));

        assertThat(Shop.in(dev, orders).plan().in(dev).job("migrate").owner()).contains(Team.named("batch"));
    }

    @Test
    void aReleasedImageIsInheritedAsWell() {
        Environment dev = Environment.named("dev")
                .releases(Releases.none().with("orders", "9"))
                .build();
        Service orders =
                Shop.service("orders", it -> it.migratedBy(Job.named("migrate").build()));

        assertThat(Shop.in(dev, orders).plan().in(dev).job("migrate").image())
                .isEqualTo(new Image("registry.example/orders:9"));
    }

    @Test
    void twoServicesCanShareOne() {
        Job migrate = Job.named("migrate").image("flyway:11").build();

        EnvironmentPlan planned = planned(
                Shop.service("orders", it -> it.migratedBy(migrate)),
                Shop.service("cart", it -> it.migratedBy(migrate)));

        assertThat(planned.jobs()).hasSize(1);
        assertThat(planned.graph().starts()).hasToString("[cart starts after migrate, orders starts after migrate]");
    }

    @Test
    void aJobOfThePlatformCanBeAMigrationToo() {
        Job migrate = Job.named("migrate").build();
        Service orders = Shop.service("orders", it -> it.migratedBy(migrate));

        EnvironmentPlan planned = Platform.named("shop")
                .environments(TEST)
                .jobs(migrate)
                .services(orders)
                .build()
                .plan()
                .in(TEST);

        assertThat(planned.job("migrate").image()).isEqualTo(new Image("registry.example/orders:1.0"));
        assertThat(planned.graph().starts()).hasToString("[orders starts after migrate]");
    }

    @Test
    void twoThatDifferCannotShareAName() {
        Job first = Job.named("migrate").build(); // (first)
        Job second = Job.named("migrate").build(); // (second)

        String report = Shop.report(Shop.in(
                TEST, Shop.service("a", it -> it.migratedBy(first)), Shop.service("b", it -> it.migratedBy(second))));

        assertThat(report).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  migrate in test: two workloads have the name 'migrate'
                      first  {first}
                      second {second}
                      fix    rename one of them"""));
    }

    @Test
    void aMigrationCannotHaveTheNameOfAService() {
        Job migrate = Job.named("cart").build(); // (migration-cart)
        Service cart = Service.named("cart").image("cart:1").build(); // (service-cart)

        assertThat(Shop.report(Shop.in(TEST, Shop.service("orders", it -> it.migratedBy(migrate)), cart)))
                .isEqualTo(LINES.cite("""
                        1 problem in platform 'shop':
                          cart in test: two workloads have the name 'cart'
                              first  {service-cart}
                              second {migration-cart}
                              fix    rename one of them"""));
    }

    @Test
    void aPathAddsOnePerService() {
        ServicePath path = Paths.path("db", (service, environment) -> service.defaults()
                .migratedBy(Job.named(service.serviceName() + "-migrate").build()));

        EnvironmentPlan planned =
                planned(Shop.service("orders", it -> it.on(path)), Shop.service("cart", it -> it.on(path)));

        assertThat(planned.jobs()).extracting(JobPlan::name).containsExactly("cart-migrate", "orders-migrate");
        assertThat(planned.job("cart-migrate").image()).isEqualTo(new Image("registry.example/cart:1.0"));
        assertThat(planned.graph().starts())
                .hasToString("[cart starts after cart-migrate, orders starts after orders-migrate]");
    }

    @Test
    void aServiceCanDoWithoutWhatItsPathAdds() {
        ServicePath path = Paths.path("db", (service, environment) -> service.defaults()
                .migratedBy(Job.named("migrate").build()));

        EnvironmentPlan planned =
                planned(Shop.service("orders", it -> it.on(path).unset(Settings.MIGRATION, "migrate")));

        assertThat(planned.jobs()).isEmpty();
        assertThat(planned.graph().starts()).isEmpty();
    }

    @Test
    void aMigrationIsOnlyWhereItSays() {
        Job migrate = Job.named("migrate").onlyIn(PROD).build();
        Service orders = Shop.service("orders", it -> it.migratedBy(migrate));

        Plan plan = Platform.named("shop")
                .environments(DEV, PROD)
                .services(orders)
                .build()
                .plan();

        assertThat(plan.in(DEV).jobs()).isEmpty();
        assertThat(plan.in(DEV).graph().starts()).isEmpty();
        assertThat(plan.in(PROD).jobs()).hasSize(1);
    }

    @Test
    void whatAMigrationSaysOfAnEnvironmentThatThereIsNotIsHeard() {
        Job migrate = Job.named("migrate")
                .in(PROD, job -> job.retries(1)) // (foreign)
                .build();

        assertThat(Shop.report(Shop.in(TEST, Shop.service("orders", it -> it.migratedBy(migrate)))))
                .isEqualTo(LINES.cite("""
                        1 problem in platform 'shop':
                          migrate: environment 'prod' is not part of the platform
                              said {foreign}
                              fix  add it with environments(...), which has test"""));
    }

    @Test
    void whatAMigrationNeedsIsSupplied() {
        Job migrate =
                Job.named("migrate").env("FILES", new Bucket("files").url()).build();
        Environment dev = Environment.named("dev")
                .provides(Bucket.class, new Bucket.InCluster())
                .build();

        EnvironmentPlan planned = Shop.in(dev, Shop.service("orders", it -> it.migratedBy(migrate)))
                .plan()
                .in(dev);

        assertThat(planned.resource("files").users()).containsExactly("migrate");
        assertThat(planned.graph().edges()).hasToString("[migrate -> files-store:http]");
    }

    @Test
    void aMigrationThatComesIsAChangeOfTheServiceToo() {
        Service without = Shop.service("orders", it -> {});
        Service with =
                Shop.service("orders", it -> it.migratedBy(Job.named("migrate").build()));

        Comparison comparison =
                Comparison.of(Shop.in(TEST, without).plan(), Shop.in(TEST, with).plan());

        assertThat(comparison.changedWorkloads("test")).containsExactly("migrate", "orders");
        assertThat(comparison.changes())
                .extracting(it -> it.subject())
                .contains("services/orders/starts-after/migrate");
    }
}
