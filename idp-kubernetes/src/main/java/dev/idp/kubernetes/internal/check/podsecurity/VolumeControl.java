package dev.idp.kubernetes.internal.check.podsecurity;

import dev.idp.kubernetes.check.Field;
import dev.idp.kubernetes.check.ManifestFindings;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.policy.Rule;
import dev.idp.policy.Severity;
import java.util.List;
import java.util.Set;

/** Which types of volumes hardened pods have. */
final class VolumeControl {

    private static final Set<String> ALLOWED = Set.of(
            "configMap",
            "csi",
            "downwardAPI",
            "emptyDir",
            "ephemeral",
            "image",
            "persistentVolumeClaim",
            "projected",
            "secret");

    private static final String FIX = "claim it by a PersistentVolumeClaim, whose volume an administrator allowed";

    private VolumeControl() {}

    static Rule<ObjectSet> rule() {
        return Level.RESTRICTED
                .rule("volume-types", "other volumes are of the node, or are mounted by it with its own rights")
                .severity(Severity.ERROR)
                .fix(FIX)
                .check((pod, found) -> pod.spec().get("volumes").items().forEach(volume -> {
                    List<Field> sources = sources(volume);
                    if (sources.stream().noneMatch(source -> ALLOWED.contains(source.name()))) {
                        sources.forEach(source -> forbidden(volume, source, found));
                    }
                }));
    }

    /** A volume without any becomes an empty directory. */
    private static List<Field> sources(Field volume) {
        return volume.entries().values().stream()
                .filter(field -> !field.name().equals("name") && field.isPresent())
                .toList();
    }

    private static void forbidden(Field volume, Field source, ManifestFindings found) {
        if (source.name().equals("hostPath")) {
            found.add(
                    Level.BASELINE.severity(),
                    source,
                    name(volume) + " is a path of the node",
                    "use a volume of another type");
        } else {
            found.add(Level.RESTRICTED.severity(), source, name(volume) + " is of type " + source.name(), FIX);
        }
    }

    static String name(Field volume) {
        return "volume '" + volume.get("name").scalar().orElse("") + "'";
    }
}
