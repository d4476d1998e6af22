package dev.idp.resources;

import dev.idp.Environment;
import dev.idp.Flaw;
import dev.idp.Names;
import dev.idp.Text;
import dev.idp.spi.Provision;
import dev.idp.spi.Provisioner;
import java.util.Optional;

/** A volume that the environment has already. */
record ExistingVolume(String volume) implements Provisioner<PersistentVolume> {

    @Override
    public String id() {
        return "existing-volume";
    }

    @Override
    public Optional<Flaw> flaw(PersistentVolume resource, Environment environment) {
        return Names.flawOfLabel(volume, "a volume");
    }

    @Override
    public Provision provision(PersistentVolume resource, Environment environment) {
        return Provision.builder().output("volume", Text.of(volume)).build();
    }
}
