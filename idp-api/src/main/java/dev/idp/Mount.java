package dev.idp;

import dev.idp.internal.json.Fields;
import java.util.Map;
import java.util.TreeMap;

/**
 * A volume that a workload sees as a directory.
 *
 * @param volume the name of the volume, usually an output of a resource
 * @param readOnly whether the workload can only read
 */
public record Mount(Text volume, boolean readOnly) {

    static final JsonForm<Mount> JSON = new JsonForm<>(
            mount -> new TreeMap<>(Map.of("volume", Text.JSON.write().apply(mount.volume), "readOnly", mount.readOnly)),
            json -> new Mount(
                    Text.JSON.read().apply(Fields.of(json).any("volume")),
                    Fields.of(json).truth("readOnly")));

    /**
     * Refuses null.
     *
     * @param volume the name of the volume
     * @param readOnly whether the workload can only read
     */
    public Mount {
        Nulls.refuse(volume, "the volume of a mount");
    }

    /** Returns for example {@code uploads, read-only}. */
    @Override
    public String toString() {
        return volume + (readOnly ? ", read-only" : "");
    }
}
