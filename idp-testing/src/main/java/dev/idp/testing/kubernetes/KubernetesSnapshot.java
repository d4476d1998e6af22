package dev.idp.testing.kubernetes;

import dev.idp.kubernetes.Manifest;
import dev.idp.kubernetes.Manifests;
import dev.idp.testing.snapshot.SnapshotSubject;
import java.util.List;

/**
 * Makes manifests known to snapshots: a directory with a file for each service and job, and one for what belongs to the
 * environment as a whole.
 *
 * <p>So a change of one service is one file of a pull request, found by its name, owned by its team and merged without
 * regard to the others, where one large file would be folded away by the review. Objects stand in it under their names, so
 * that the headings of a diff say which object it is in.
 */
@SuppressWarnings("exports") // Whoever has manifests requires their module; whoever tests intent need not.
public final class KubernetesSnapshot {

    private KubernetesSnapshot() {}

    /**
     * Returns what snapshots show of manifests.
     *
     * <pre>{@code
     * snapshots.matches("prod", KubernetesSnapshot.of(manifests)); // passes if the objects mean the same
     * snapshots.matches("prod", KubernetesSnapshot.of(others));    // fails, object by object and field by field
     * }</pre>
     *
     * @param manifests the manifests
     * @return each object, in the order of the manifests
     */
    public static List<SnapshotSubject> of(Manifests manifests) {
        List<Manifest> all = manifests.all().toList();
        return new ManifestSubjects(manifests, all).subjects();
    }
}
