package dev.idp.examples.boutique;

import static dev.idp.Cpu.millis;
import static dev.idp.Memory.mebibytes;

import dev.idp.Environment;
import dev.idp.Memory;
import dev.idp.ServicePath;
import dev.idp.ServicePaving;
import java.time.Duration;

/** What every service of the boutique gets: a size, a user, and a quick end. */
record BoutiqueService(Memory memory) implements ServicePath {

    BoutiqueService() {
        this(mebibytes(64));
    }

    @Override
    public String id() {
        return "boutique-service";
    }

    @Override
    public String version() {
        return "1.0";
    }

    @Override
    public void pave(ServicePaving service, Environment environment) {
        service.mandates("the boutique's security baseline")
                .runAsNonRoot()
                .readOnlyRootFilesystem()
                .runAsUser(1000);
        service.defaults()
                .cpu(millis(100), millis(200))
                .memory(memory, mebibytes(128))
                .shutdownGrace(Duration.ofSeconds(5));
    }
}
