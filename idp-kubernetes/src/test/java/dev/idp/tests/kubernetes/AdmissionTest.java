package dev.idp.tests.kubernetes;

import static dev.idp.Cpu.cores;
import static dev.idp.Cpu.millis;
import static dev.idp.Memory.gibibytes;
import static dev.idp.Memory.mebibytes;
import static dev.idp.tests.kubernetes.Platforms.render;
import static dev.idp.tests.kubernetes.Platforms.service;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idp.Container;
import dev.idp.ContainerRange;
import dev.idp.Environment;
import dev.idp.Quota;
import dev.idp.Service;
import dev.idp.plan.PlatformException;
import org.junit.jupiter.api.Test;

/** Pods that their namespace would not take, which Kubernetes itself says only in the events of a ReplicaSet. */
class AdmissionTest {

    private static final Lines LINES = Lines.of(AdmissionTest.class);

    private static final Quota QUOTA = Quota.of(cores(4), gibibytes(8)).memoryLimit(gibibytes(9));
    private static final ContainerRange RANGE =
            ContainerRange.from(millis(100), mebibytes(128)).to(cores(2), gibibytes(1));

    private static final Environment COUNTED =
            Environment.named("prod").quota(QUOTA).build(); // (quota)
    private static final Environment RANGED =
            Environment.named("prod").quota(QUOTA).containers(RANGE).build(); // (range)

    @Test
    void whatAQuotaCountsMustBeSaid() {
        Service.Builder orders = service("orders")
                .sidecar(Container.named("proxy")
                        .image("proxy:1")
                        .cpu(millis(10))
                        .memory(mebibytes(16), mebibytes(16))
                        .build());

        assertThatThrownBy(() -> render(COUNTED, orders))
                .isInstanceOf(PlatformException.class)
                .hasMessageMatching(LINES.cite("""
                        3 problems in platform 'shop':
                          orders in prod: its namespace has a quota, and there is no request for CPU
                              declared Platforms.java:\\d+
                              quota    environment prod, {quota}
                              fix      say cpu\\(...\\), or containers\\(...\\) of the environment for those that say nothing
                          orders in prod: its namespace has a quota, and there is no request for memory
                              declared Platforms.java:\\d+
                              quota    environment prod, {quota}
                              fix      say memory\\(...\\), or containers\\(...\\) of the environment for those that say nothing
                          orders in prod: its namespace has a quota, and there is no limit of memory
                              declared Platforms.java:\\d+
                              quota    environment prod, {quota}
                              fix      say memory\\(request, limit\\), or containers\\(...\\) of the environment for those that say nothing"""));
    }

    @Test
    void aRangeSaysItForThoseThatSayNothing() {
        assertThatCode(() -> render(RANGED, service("orders"))).doesNotThrowAnyException();
    }

    @Test
    void whoSaysEverythingNeedsNoRange() {
        Service.Builder orders = service("orders").cpu(millis(10)).memory(mebibytes(16), mebibytes(16));

        assertThatCode(() -> render(COUNTED, orders)).doesNotThrowAnyException();
    }

    @Test
    void aContainerIsNoLargerThanTheRange() {
        Service.Builder orders =
                service("orders").cpu(millis(500), millis(2500)).memory(mebibytes(64), gibibytes(2));

        assertThatThrownBy(() -> render(RANGED, orders)).hasMessageMatching(LINES.cite("""
                        2 problems in platform 'shop':
                          orders in prod: 2500m of CPU is more than a container may have: 2000m
                              declared Platforms.java:\\d+
                              range    environment prod, {range}
                              fix      say another amount or a limit, or change containers\\(...\\) of the environment
                          orders in prod: 2Gi of memory is more than a container may have: 1Gi
                              declared Platforms.java:\\d+
                              range    environment prod, {range}
                              fix      say another amount or a limit, or change containers\\(...\\) of the environment"""));
    }

    @Test
    void theLimitThatARangeGivesCanBeBelowTheRequest() {
        assertThatThrownBy(() -> render(RANGED, service("orders").memory(mebibytes(512))))
                .hasMessageContaining(
                        "orders in prod: the request for 512Mi of memory has no limit, and gets one of 128Mi");
    }
}
