package dev.idp.kubernetes.internal.check.wiring;

import dev.idp.kubernetes.check.Field;
import dev.idp.kubernetes.check.ManifestRules;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.kubernetes.check.Pod;
import dev.idp.policy.Rule;
import dev.idp.policy.Severity;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Rules on volumes, and on what mounts them. */
final class VolumeRules {

    private static final String LINK = "https://kubernetes.io/docs/concepts/storage/volumes/";

    private VolumeRules() {}

    static List<Rule<ObjectSet>> all() {
        return List.of(mounted(), claim());
    }

    private static Set<String> names(Pod pod) {
        Set<String> names = new HashSet<>();
        pod.spec().get("volumes").items().forEach(volume -> volume.get("name")
                .text()
                .ifPresent(names::add));
        pod.object().at("spec", "volumeClaimTemplates").items().forEach(claim -> claim.at("metadata", "name")
                .text()
                .ifPresent(names::add));
        return names;
    }

    private static Rule<ObjectSet> mounted() {
        return ManifestRules.forContainers("mounted-volume-exists")
                .because("the API server refuses a mount of what there is not")
                .severity(Severity.ERROR)
                .fix("add the volume to the pods, or mend the name")
                .link(LINK)
                .check((container, found) -> {
                    List<Field> mounts = container.at("volumeMounts").items();
                    if (mounts.isEmpty()) {
                        return;
                    }
                    Set<String> names = names(container.pod());
                    mounts.forEach(mount -> mount.get("name")
                            .text()
                            .filter(name -> !names.contains(name))
                            .ifPresent(name -> found.add(
                                    mount.get("name"), "it mounts volume '" + name + "', which the pods have not")));
                });
    }

    private static Rule<ObjectSet> claim() {
        return ManifestRules.forPods("claim-exists")
                .because("a pod waits for its claim for ever")
                .fix("add the PersistentVolumeClaim, or mend the name; if others make it, waive it")
                .link("https://kubernetes.io/docs/concepts/storage/persistent-volumes/#claims-as-volumes")
                .check((pod, found) -> pod.spec().get("volumes").items().forEach(volume -> {
                    Field name = volume.at("persistentVolumeClaim", "claimName");
                    name.text()
                            .filter(claim -> found.objects()
                                    .find(pod.object(), "", "PersistentVolumeClaim", claim)
                                    .isEmpty())
                            .ifPresent(claim -> found.add(name, "there is no PersistentVolumeClaim '" + claim + "'"));
                }));
    }
}
