package dev.idp.kubernetes;

import dev.idp.kubernetes.internal.render.ContentHash;
import dev.idp.plan.WorkloadPlan;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The files of single objects. No two objects that can be beside each other have the same. */
final class FileNames {

    /** What file systems take as one name, less what is put around it. */
    private static final int LONGEST = 200;

    private FileNames() {}

    /**
     * A workload has one object of a kind and part, so its file keeps its name whatever the object is called. What each
     * namespace has is called alike, and told apart by the namespace, unless that is the environment's own.
     */
    static String ofGenerated(HasMetadata object, String part, @Nullable String workload, String namespace) {
        String kind = object.getKind().toLowerCase(Locale.ROOT);
        return workload == null
                ? kind + "-" + object.getMetadata().getName()
                        + (isElsewhere(object, namespace)
                                ? "." + object.getMetadata().getNamespace()
                                : "") + ".yaml"
                : workload + "/" + kind + (part.isEmpty() ? "" : "-" + part) + ".yaml";
    }

    /**
     * With the group, since kinds of several groups may have one name, and with an underscore, which no generated object has
     * in its file's name; the namespace is there if it is another one than the environment's.
     */
    static String ofExtra(HasMetadata object, Attachment attachment) {
        String group = RenderedObject.groupOf(object);
        String name = escaped(object.getKind().toLowerCase(Locale.ROOT) + (group.isEmpty() ? "" : "." + group))
                + "_" + escaped(object.getMetadata().getName())
                + (isElsewhere(object, usual(attachment))
                        ? "@" + escaped(object.getMetadata().getNamespace())
                        : "");
        return attachment
                        .workload()
                        .map(WorkloadPlan::name)
                        .map(workload -> workload + "/")
                        .orElse("")
                + shortened(name)
                + ".yaml";
    }

    /** What belongs to a workload is in a directory of its own. */
    private static String usual(Attachment attachment) {
        return attachment.workload().isPresent()
                ? attachment.namespace()
                : attachment.environment().namespace();
    }

    private static boolean isElsewhere(HasMetadata object, String namespace) {
        String there = object.getMetadata().getNamespace();
        return there != null && !there.equals(namespace);
    }

    /** Some names of Kubernetes have characters that file systems do not have, or do not tell apart. */
    private static String escaped(String name) {
        StringBuilder escaped = new StringBuilder(name.length());
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            if ((b >= 'a' && b <= 'z') || (b >= '0' && b <= '9') || b == '.' || b == '-') {
                escaped.append((char) b);
            } else {
                escaped.append('%')
                        .append(Character.forDigit((b >> 4) & 0xf, 16))
                        .append(Character.forDigit(b & 0xf, 16));
            }
        }
        return escaped.toString();
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST
                ? name
                : name.substring(0, LONGEST) + "@" + new ContentHash().add(name).end();
    }
}
