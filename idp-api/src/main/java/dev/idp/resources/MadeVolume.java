package dev.idp.resources;

import dev.idp.Environment;
import dev.idp.Text;
import dev.idp.spi.Provision;
import dev.idp.spi.Provisioner;
import dev.idp.spi.Volume;

/** Lets the environment make a volume that is named like its resource. */
record MadeVolume() implements Provisioner<PersistentVolume> {

    @Override
    public String id() {
        return "made-volume";
    }

    @Override
    public Provision provision(PersistentVolume volume, Environment environment) {
        return Provision.builder()
                .volume(new Volume(volume.name(), volume.storage(), volume.onManyMachines()))
                .output("volume", Text.of(volume.name()))
                .build();
    }
}
