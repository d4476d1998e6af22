package dev.idp.tests.resources;

import static dev.idp.Memory.gibibytes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Mount;
import dev.idp.Service;
import dev.idp.Settings;
import dev.idp.Storage;
import dev.idp.Text;
import dev.idp.resources.PersistentVolume;
import org.junit.jupiter.api.Test;

class PersistentVolumeTest {

    private static final PersistentVolume UPLOADS = PersistentVolume.named("uploads", gibibytes(10));

    private static void mounted(Service.Builder orders) {
        orders.mount("/data", UPLOADS.volume()).mountReadOnly("/seen", UPLOADS.volume());
    }

    @Test
    void theEnvironmentMakesItUnlessSomebodySaysOtherwise() {
        Supplied orders = Supplied.byDefault(PersistentVolumeTest::mounted);

        assertThat(mount(orders, "/data")).isEqualTo(new Mount(Text.of("uploads"), false));
        assertThat(mount(orders, "/seen")).isEqualTo(new Mount(Text.of("uploads"), true));
        assertThat(orders.resource().volumes()).hasToString("[uploads 10Gi]");
        assertThat(orders.resource().provisioner().get()).isEqualTo("made-volume");
        assertThat(orders.plan().graph().edges()).isEmpty();
    }

    @Test
    void itsKindOfStorageAndHowManyMachinesWriteToItCanBeSaid() {
        PersistentVolume fast = PersistentVolume.named(
                        "uploads", Storage.of(gibibytes(1)).ofType("fast"))
                .forManyMachines();

        assertThat(Supplied.byDefault(orders -> orders.mount("/data", fast.volume()))
                        .resource()
                        .volumes())
                .hasToString("[uploads 1Gi of fast shared]");
    }

    @Test
    void anExistingOneIsMountedByItsName() {
        Supplied orders = Supplied.by(
                PersistentVolume.class, PersistentVolume.existing("claim-of-2019"), PersistentVolumeTest::mounted);

        assertThat(mount(orders, "/data")).isEqualTo(new Mount(Text.of("claim-of-2019"), false));
        assertThat(orders.resource().volumes()).isEmpty();
        assertThat(orders.resource().provisioner().get()).isEqualTo("existing-volume");
    }

    private static Mount mount(Supplied orders, String path) {
        return orders.plan().service("orders").entries(Settings.MOUNT).get(path).get();
    }
}
