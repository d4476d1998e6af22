package dev.idp.resources;

import dev.idp.Flaw;
import dev.idp.Memory;
import dev.idp.Resource;
import dev.idp.Storage;
import dev.idp.Text;
import dev.idp.spi.Provisioner;
import java.util.Optional;

/**
 * A volume that outlives the workloads that mount it: {@code mount("/data", uploads.volume())}. Where nobody says
 * otherwise, the environment makes one.
 *
 * @param name a DNS label, unique in the platform
 * @param storage how much it holds, and on what
 * @param onManyMachines whether copies on several machines may write to it at once
 * @param resourceClass which sort of volume is needed; empty for the usual one
 * @param sharedBecause why several teams may use it
 */
public record PersistentVolume(
        String name, Storage storage, boolean onManyMachines, String resourceClass, Optional<String> sharedBecause)
        implements Resource {

    /**
     * Returns the need for a volume that is written to from one machine at a time.
     *
     * @param name a DNS label, unique in the platform
     * @param size how much it holds
     * @return the resource
     */
    public static PersistentVolume named(String name, Memory size) {
        Nulls.refuse(size, "the size of PersistentVolume '" + name + "'");
        return named(name, Storage.of(size));
    }

    /**
     * Returns the need for a volume that is written to from one machine at a time.
     *
     * @param name a DNS label, unique in the platform
     * @param storage how much it holds, and on what
     * @return the resource
     */
    public static PersistentVolume named(String name, Storage storage) {
        Nulls.refuse(name, "the name of a PersistentVolume");
        Nulls.refuse(storage, "the storage of PersistentVolume '" + name + "'");
        return new PersistentVolume(name, storage, false, "", Optional.empty());
    }

    /**
     * Returns the provisioner that lets the environment make a volume.
     *
     * @return the provisioner
     */
    public static Provisioner<PersistentVolume> made() {
        return new MadeVolume();
    }

    /**
     * Returns the provisioner for a volume that the environment has already.
     *
     * @param volume its name there, on Kubernetes that of a claim
     * @return the provisioner
     */
    public static Provisioner<PersistentVolume> existing(String volume) {
        return new ExistingVolume(Nulls.refuse(volume, "the name of an existing volume"));
    }

    /**
     * Returns this need for a volume that copies on several machines may write to at once, which not every kind of storage
     * can.
     *
     * @return the resource
     */
    public PersistentVolume forManyMachines() {
        return new PersistentVolume(name, storage, true, resourceClass, sharedBecause);
    }

    /**
     * Returns this need, for one sort of volume among those that environments offer.
     *
     * @param resourceClass for example {@code backed-up}
     * @return the resource
     */
    public PersistentVolume ofClass(String resourceClass) {
        Nulls.refuse(resourceClass, "the class of PersistentVolume '" + name + "'");
        return new PersistentVolume(name, storage, onManyMachines, resourceClass, sharedBecause);
    }

    /**
     * Returns this need, for several teams.
     *
     * @param reason why they may share it
     * @return the resource
     */
    public PersistentVolume sharedBecause(String reason) {
        Nulls.refuse(reason, "the reason to share PersistentVolume '" + name + "'");
        return new PersistentVolume(name, storage, onManyMachines, resourceClass, Optional.of(reason));
    }

    /**
     * Returns the volume's name, for {@code mount} and {@code mountReadOnly}.
     *
     * @return a reference to the output {@code volume}
     */
    public Text volume() {
        return output("volume");
    }

    @Override
    public Optional<Flaw> flaw() {
        return storage.flaw().or(() -> Flaws.ofWords(resourceClass, sharedBecause));
    }

    @Override
    public Optional<Provisioner<?>> defaultProvisioner() {
        return Optional.of(made());
    }
}
