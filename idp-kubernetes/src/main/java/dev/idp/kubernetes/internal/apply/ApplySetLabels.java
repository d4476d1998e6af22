package dev.idp.kubernetes.internal.apply;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * How a set of objects is marked, so that {@code kubectl} and others find it.
 *
 * @see <a href="https://github.com/kubernetes/enhancements/tree/master/keps/sig-cli/3659-kubectl-apply-prune">KEP-3659: ApplySet,
 *     v1alpha2</a>
 */
public final class ApplySetLabels {

    /** On each object: the set that it belongs to. */
    public static final String PART_OF = "applyset.kubernetes.io/part-of";

    /** On the parent: the set that it stands for. */
    public static final String ID = "applyset.kubernetes.io/id";

    /** On the parent: which program keeps the set. No other may change it. */
    public static final String TOOLING = "applyset.kubernetes.io/tooling";

    /** On the parent: of which kinds there may be objects. */
    public static final String KINDS = "applyset.kubernetes.io/contains-group-kinds";

    /** On the parent: in which namespaces there may be objects beside its own. */
    public static final String NAMESPACES = "applyset.kubernetes.io/additional-namespaces";

    private ApplySetLabels() {}

    /**
     * Returns the name of a set whose parent is a ConfigMap.
     *
     * @param name the parent's name
     * @param namespace the parent's namespace
     * @return a label value
     */
    public static String id(String name, String namespace) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((name + "." + namespace + ".ConfigMap.").getBytes(StandardCharsets.UTF_8));
            return "applyset-" + Base64.getUrlEncoder().withoutPadding().encodeToString(hash) + "-v1";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
