package dev.idp.kubernetes.internal.facets;

import dev.idp.Mount;
import dev.idp.SecretText;
import dev.idp.Segment;
import dev.idp.Settings;
import dev.idp.Storage;
import dev.idp.Text;
import dev.idp.explain.Decision;
import dev.idp.kubernetes.internal.render.Trace;
import dev.idp.plan.WorkloadPlan;
import io.fabric8.kubernetes.api.model.ConfigMapVolumeSource;
import io.fabric8.kubernetes.api.model.EmptyDirVolumeSource;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimVolumeSource;
import io.fabric8.kubernetes.api.model.ProjectedVolumeSource;
import io.fabric8.kubernetes.api.model.SecretProjection;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeProjection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * The directories and files of a workload: the volumes of its pods, and what containers see of them.
 *
 * <p>Files are mounted one by one, so that whatever else the image has in their directories stays visible. Pods therefore
 * see another content only after a restart, as with variables: plain files bring it about themselves, being kept under
 * another name then, and a secret that was changed is read when the pods next start.
 */
final class Volumes {

    private static final String FILES = "files";
    private static final String SECRET_FILES = "secret-files";
    private static final String TIES = "ties the directory to its volume";
    private static final String FILE_BY_FILE = "file by file, or the image's own files beside it could not be seen";

    private final WorkloadPlan workload;
    private final SortedMap<String, Decision<String>> scratch;
    private final SortedMap<String, Decision<Storage>> storage;
    private final SortedMap<String, Decision<Mount>> mounts;
    private final Configuration files;
    private final SortedMap<String, Decision<SecretText>> secretFiles;
    private final Map<String, Place> places = new LinkedHashMap<>();

    /**
     * Something that containers can see.
     *
     * @param path where they see it
     * @param said what was said about it
     * @param volume the volume that it is on
     * @param naming what that volume is called after
     * @param numbering what it is called after by its place alone
     * @param key the key of a file; empty for a directory
     * @param readOnly whether containers can only read
     */
    private record Place(
            String path,
            Decision<?> said,
            String volume,
            List<Decision<?>> naming,
            Collection<? extends Decision<?>> numbering,
            String key,
            boolean readOnly) {}

    Volumes(WorkloadPlan workload) {
        this.workload = workload;
        this.scratch = workload.entries(Settings.SCRATCH);
        this.storage = workload.entries(Settings.STORAGE);
        this.mounts = workload.entries(Settings.MOUNT);
        this.files = Configuration.files(workload);
        this.secretFiles = workload.entries(Settings.SECRET_FILE);
        // Volumes are numbered, so each of them is there because of all the paths.
        scratch.forEach((path, said) -> places.put(
                path, new Place(said.get(), said, scratchName(places.size()), List.of(), scratch.values(), "", false)));
        storage.forEach((path, said) ->
                places.put(path, new Place(path, said, storageName(path), List.of(), List.of(), "", false)));
        mounts.forEach((path, said) -> places.put(
                path,
                new Place(
                        path,
                        said,
                        mountName(said.get()),
                        List.of(said),
                        List.of(),
                        "",
                        said.get().readOnly())));
        files.said().forEach((path, said) -> places.put(path, file(path, said, FILES)));
        secretFiles.forEach((path, said) -> places.put(path, file(path, said, SECRET_FILES)));
    }

    private static Place file(String path, Decision<?> said, String volume) {
        return new Place(path, said, volume, List.of(), List.of(said), VolumeNames.key(path), true);
    }

    /** Everything, as the workload's own container sees it. */
    List<VolumeMount> all(Trace trace) {
        List<VolumeMount> all = new ArrayList<>();
        for (Place place : places.values()) {
            Trace at = trace.at("/volumeMounts", all.size());
            at.cite("", place.said());
            if (!place.numbering().isEmpty()) {
                at.because("/name", place.volume(), TIES, place.numbering().toArray(Decision<?>[]::new));
            }
            all.add(mount(at, place, place.path(), place.said()));
        }
        return all;
    }

    /** What another container shares: it names the paths, and the workload says what is there. */
    List<VolumeMount> shared(Trace trace, Decision<dev.idp.Container> container) {
        List<VolumeMount> shared = new ArrayList<>();
        for (String path : container.get().shared()) {
            Place place = places.get(path);
            if (place == null) {
                throw new IllegalStateException(workload.name() + " has nothing at " + path + " to share");
            }
            Trace at = trace.at("/volumeMounts", shared.size());
            at.cite("/name", with(container, place.naming()));
            at.rule("/name", TIES, with(place.said(), place.numbering()));
            at.cite("/mountPath", container);
            at.rule("/mountPath", "the container shares it", place.said());
            shared.add(mount(at, place, path, container));
        }
        return shared;
    }

    private static Decision<?>[] with(Decision<?> first, Collection<? extends Decision<?>> others) {
        return Stream.concat(Stream.of(first), others.stream()).distinct().toArray(Decision<?>[]::new);
    }

    private static VolumeMount mount(Trace trace, Place place, String path, Decision<?> seenBy) {
        VolumeMount mount = new VolumeMount();
        mount.setName(place.volume());
        mount.setMountPath(path);
        if (!place.key().isEmpty()) {
            mount.setSubPath(place.key());
            trace.cite("/subPath", seenBy);
            trace.rule("/subPath", FILE_BY_FILE);
        }
        if (place.readOnly()) {
            mount.setReadOnly(trace.because("/readOnly", true, "it is there to be read", place.said(), seenBy));
        } else {
            trace.absent("/readOnly", "it is there to be written to", place.said());
        }
        return mount;
    }

    private static String scratchName(int index) {
        return "scratch-" + index;
    }

    static String storageName(String path) {
        return VolumeNames.ofPath("storage", path);
    }

    private static String mountName(Mount mount) {
        return VolumeNames.ofClaim("mount", Texts.plain(mount.volume()));
    }

    /** The volumes of the pods; what each copy has for itself is claimed by the StatefulSet. */
    List<Volume> volumes(Trace trace) {
        List<Volume> volumes = new ArrayList<>();
        for (Decision<String> path : scratch.values()) {
            int index = volumes.size();
            Trace at = trace.at("/volumes", index);
            Volume volume = new Volume();
            volume.setName(at.because(
                    "/name", scratchName(index), TIES, scratch.values().toArray(Decision<?>[]::new)));
            volume.setEmptyDir(at.because(
                    "/emptyDir", new EmptyDirVolumeSource(), "what is written there goes with the pod", path));
            volumes.add(volume);
        }
        claims(trace, volumes);
        if (!files.isEmpty()) {
            volumes.add(files(trace.at("/volumes", volumes.size())));
        }
        if (!secretFiles.isEmpty()) {
            volumes.add(secretFiles(trace.at("/volumes", volumes.size())));
        }
        return volumes;
    }

    /** A volume that is seen at several paths is one volume: the kubelet would wait for the second one for ever. */
    private void claims(Trace trace, List<Volume> volumes) {
        Map<String, List<Decision<Mount>>> byClaim = new LinkedHashMap<>();
        mounts.values()
                .forEach(said -> byClaim.computeIfAbsent(Texts.plain(said.get().volume()), claim -> new ArrayList<>())
                        .add(said));
        byClaim.forEach((claim, said) -> {
            trace.at("/volumes", volumes.size()).cite("", said.toArray(Decision<?>[]::new));
            Volume volume = new Volume();
            volume.setName(mountName(said.get(0).get()));
            volume.setPersistentVolumeClaim(new PersistentVolumeClaimVolumeSource(claim, null));
            volumes.add(volume);
        });
    }

    private Volume files(Trace trace) {
        Collection<Decision<Text>> said = files.said().values();
        trace.cite("/configMap/name", files.nameParts());
        Volume volume = new Volume();
        volume.setName(trace.because("/name", FILES, "holds the files", said.toArray(Decision<?>[]::new)));
        ConfigMapVolumeSource source = new ConfigMapVolumeSource();
        source.setName(files.name());
        volume.setConfigMap(source);
        return volume;
    }

    private Volume secretFiles(Trace trace) {
        List<VolumeProjection> sources = new ArrayList<>();
        secretFiles.forEach((path, said) -> {
            trace.at("/projected/sources", sources.size()).cite("", said);
            if (!(said.get().segments().get(0) instanceof Segment.Key key)) {
                throw new IllegalStateException("not a secret alone: " + said);
            }
            VolumeProjection source = new VolumeProjection();
            source.setSecret(new SecretProjection(
                    Editable.list(new KeyToPath(key.key(), null, VolumeNames.key(path))), key.secret(), null));
            sources.add(source);
        });
        Volume volume = new Volume();
        volume.setName(trace.because(
                "/name",
                SECRET_FILES,
                "holds the secret files",
                secretFiles.values().toArray(Decision<?>[]::new)));
        volume.setProjected(new ProjectedVolumeSource(null, sources));
        return volume;
    }
}
