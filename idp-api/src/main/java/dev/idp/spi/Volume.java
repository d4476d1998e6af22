package dev.idp.spi;

import dev.idp.Flaw;
import dev.idp.JsonForm;
import dev.idp.Memory;
import dev.idp.Names;
import dev.idp.Storage;
import dev.idp.internal.json.Fields;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A volume that a provisioner adds to an environment, and that workloads mount.
 *
 * @param name a DNS label, unique in the environment
 * @param storage how much it holds, and on what
 * @param shared whether copies on several machines may write to it at once
 */
public record Volume(String name, Storage storage, boolean shared) {

    /** How plans hold volumes. */
    public static final JsonForm<Volume> JSON = new JsonForm<>(
            volume -> new TreeMap<>(Map.of(
                    "name",
                    volume.name,
                    "size",
                    volume.storage.size().bytes(),
                    "type",
                    volume.storage.type(),
                    "shared",
                    volume.shared)),
            json -> {
                Fields fields = Fields.of(json);
                return new Volume(
                        fields.text("name"),
                        new Storage(new Memory(fields.number("size")), fields.text("type")),
                        fields.truth("shared"));
            });

    /**
     * Refuses null.
     *
     * @param name a DNS label, unique in the environment
     * @param storage how much it holds, and on what
     * @param shared whether copies on several machines may write to it at once
     */
    public Volume {
        Objects.requireNonNull(name, "the name of a volume is null");
        Objects.requireNonNull(storage, "the storage of a volume is null");
    }

    /**
     * Finds what is wrong with the volume.
     *
     * @return the flaw, or empty
     */
    public Optional<Flaw> flaw() {
        return Names.flawOfLabel(name, "a volume").or(storage::flaw);
    }

    /** Returns for example {@code uploads 10Gi shared}. */
    @Override
    public String toString() {
        return name + " " + storage + (shared ? " shared" : "");
    }
}
