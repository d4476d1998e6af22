package dev.idp.tests.parts;

import static dev.idp.tests.Shop.DEV;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Job;
import dev.idp.Platform;
import dev.idp.Port;
import dev.idp.Service;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.Plan;
import dev.idp.plan.WorkloadPlan;
import dev.idp.spi.Part;
import dev.idp.spi.PartContents;
import dev.idp.tests.Lines;
import dev.idp.tests.Shop;
import org.junit.jupiter.api.Test;

/** A piece of platform that somebody else releases. */
class PartTest {

    private static final Lines LINES = Lines.of(PartTest.class);

    private static final Part LEDGER =
            Piece.of("example:ledger", part -> part.services(Shop.service("ledger", it -> it.port(Port.http(80)))));

    private static final Part PAYMENTS = Piece.of("example:payments", "2.3", part -> {
        part.parts(LEDGER);
        part.services(Service.named("payments") // (payments)
                .image("payments:2")
                .port(Port.http(80))
                .env("LEDGER", Service.ref("ledger").url())
                .build());
        part.jobs(Job.named("settle").image("payments:2").schedule("@daily").build());
    });

    private static Platform.Builder shop(Part... parts) {
        return Platform.named("shop").environments(DEV).parts(parts);
    }

    private static EnvironmentPlan planned(Part... parts) {
        return shop(parts).build().plan().in(DEV);
    }

    @Test
    void itBringsServicesJobsAndOtherParts() {
        EnvironmentPlan dev = planned(PAYMENTS);

        assertThat(dev.workloads()).extracting(WorkloadPlan::name).containsExactly("ledger", "payments", "settle");
        assertThat(dev.graph().edges()).hasToString("[payments -> ledger:http]");
    }

    @Test
    void whoBroughtAWorkloadIsRemembered() {
        assertThat(planned(PAYMENTS)
                        .service("payments")
                        .identity()
                        .winner()
                        .orElseThrow()
                        .source())
                .hasToString("service payments: part example:payments 2.3, " + LINES.at("payments"));
    }

    @Test
    void whatThePlatformSaysHoldsForPartsToo() {
        Plan plan = shop(PAYMENTS)
                .mandates("because", all -> all.env("LAW", "obeyed"))
                .build()
                .plan();

        for (WorkloadPlan workload : plan.in(DEV).workloads()) {
            assertThat(workload.env()).as(workload.name()).containsKey("LAW");
        }
    }

    @Test
    void takenByTwoWaysItIsOne() {
        assertThat(planned(PAYMENTS, LEDGER).services()).hasSize(2);
        assertThat(planned(LEDGER, PAYMENTS)).isEqualTo(planned(PAYMENTS));
    }

    @Test
    void partsThatTakeEachOtherEnd() {
        assertThat(planned(new Chicken()).services())
                .extracting(it -> it.name())
                .containsExactly("chicken", "egg");
    }

    @Test
    void theOrderOfPartsDoesNotMatter() {
        Part other = Piece.of("example:other", part -> part.services(Shop.service("other", it -> {})));

        assertThat(planned(PAYMENTS, other).toString())
                .isEqualTo(planned(other, PAYMENTS).toString());
        assertThat(shop(PAYMENTS, other).build().plan().toJson())
                .isEqualTo(shop(other, PAYMENTS).build().plan().toJson());
    }

    @Test
    void aServiceOfThePlatformCanReferToOneOfAPart() {
        Service web =
                Shop.service("web", it -> it.env("PAY", Service.ref("payments").url()));

        assertThat(shop(PAYMENTS).services(web).build().plan().in(DEV).graph().edges())
                .hasToString("[payments -> ledger:http, web -> payments:http]");
    }

    private static final class Chicken implements Part {

        @Override
        public String id() {
            return "example:chicken";
        }

        @Override
        public String version() {
            return "1";
        }

        @Override
        public void compose(PartContents part) {
            part.parts(Piece.of("example:egg", egg -> {
                egg.parts(new Chicken());
                egg.services(Shop.service("egg", it -> {}));
            }));
            part.services(Shop.service("chicken", it -> {}));
        }
    }
}
