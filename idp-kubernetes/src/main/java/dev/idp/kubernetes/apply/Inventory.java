package dev.idp.kubernetes.apply;

import dev.idp.kubernetes.internal.apply.ApplySetLabels;
import dev.idp.kubernetes.internal.cluster.Answer;
import dev.idp.kubernetes.internal.cluster.Api;
import dev.idp.kubernetes.internal.cluster.Live;
import dev.idp.kubernetes.internal.cluster.Refusal;
import dev.idp.kubernetes.internal.cluster.Refused;
import dev.idp.kubernetes.internal.cluster.Request;
import dev.idp.kubernetes.internal.cluster.ResourceType;
import dev.idp.kubernetes.internal.tree.JsonTrees;
import dev.idp.kubernetes.internal.tree.Tree;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a cluster remembers of a set: of which kinds and in which namespaces there may be objects of it, and which of its jobs
 * are done. It is widened before the first object is made and narrowed after the last one is deleted, so that whatever stops
 * in between forgets nothing.
 */
final class Inventory {

    /** What there is to say of a job that is not there because it need not run again. */
    static final String DONE_AND_REMOVED = "it ran to its end before, and was removed since";

    private static final String TOOL = "idp/";

    /** With the version of what this library writes there. */
    private static final String TOOLING = TOOL + "v1.0.0";

    private static final String DONE_JOBS = "done-jobs";

    /** Differs with each time that it is written, so that whoever read it before can tell. */
    private static final String AFTER = "written-after";

    private final ApplySet set;
    private final String manager;
    private Optional<Live> parent = Optional.empty();

    /** As {@code namespace/name}. */
    private NavigableSet<String> doneJobs = new TreeSet<>();

    private boolean isSharedWithOthers;

    private Inventory(ApplySet set, String manager) {
        this.set = set;
        this.manager = manager;
    }

    /** Reads it; nothing of a set that was never applied. */
    static Inventory read(Api api, ApplySet set, String manager) {
        Inventory inventory = new Inventory(set, manager);
        inventory.read(api);
        return inventory;
    }

    static List<KnownSet> all(Api api) {
        return api.list(ResourceType.CONFIG_MAP, "", ApplySetLabels.ID, true).stream()
                .filter(live -> live.annotation(ApplySetLabels.TOOLING).startsWith(TOOL))
                .map(Inventory::known)
                .sorted(Comparator.comparing(KnownSet::namespace).thenComparing(KnownSet::name))
                .toList();
    }

    private static KnownSet known(Live live) {
        NavigableSet<String> namespaces = words(live.annotation(ApplySetLabels.NAMESPACES));
        namespaces.add(live.namespace());
        return new KnownSet(
                live.name(),
                live.namespace(),
                List.copyOf(words(live.annotation(ApplySetLabels.KINDS))),
                List.copyOf(namespaces));
    }

    private void read(Api api) {
        know(api.get(ResourceType.CONFIG_MAP, set.namespace(), set.name(), false));
        parent.ifPresent(this::check);
    }

    private void know(Optional<Live> found) {
        parent = found;
        doneJobs = words(found.map(live -> live.tree().text("data", DONE_JOBS)).orElse(""));
    }

    /** Whoever else keeps a set keeps it by rules of their own, which KEP-3659 bids others to respect. */
    private void check(Live found) {
        String called = "ConfigMap " + set.name() + " in " + set.namespace();
        String id = found.label(ApplySetLabels.ID);
        String tooling = found.annotation(ApplySetLabels.TOOLING);
        if (!id.equals(set.id())) {
            throw new ApplyException(called + " is there and is the inventory of no set, or of another one ("
                    + (id.isEmpty() ? "it has no label " + ApplySetLabels.ID : id)
                    + "): give the set another name, or delete it");
        }
        if (!tooling.startsWith(TOOL)) {
            throw new ApplyException(
                    called + " is the inventory of a set that " + (tooling.isEmpty() ? "another tool" : tooling)
                            + " keeps: give this set another name, or let that tool delete its own");
        }
    }

    boolean exists() {
        return parent.isPresent();
    }

    /** {@code Kind.group}, sorted. */
    NavigableSet<String> kinds() {
        return words(parent.map(live -> live.annotation(ApplySetLabels.KINDS)).orElse(""));
    }

    NavigableSet<String> namespaces() {
        NavigableSet<String> namespaces = words(
                parent.map(live -> live.annotation(ApplySetLabels.NAMESPACES)).orElse(""));
        if (exists()) {
            namespaces.add(set.namespace());
        }
        return namespaces;
    }

    /** Whether it is a job that ran to its end: if Kubernetes removed it, as its own time to live says, it must not run again. */
    boolean isDoneJob(ObjectKey key) {
        return key.kind().equals("Job") && doneJobs.contains(jobName(key));
    }

    private static String jobName(ObjectKey job) {
        return job.namespace() + "/" + job.name();
    }

    private static NavigableSet<String> words(String text) {
        NavigableSet<String> words = new TreeSet<>();
        Arrays.stream(text.split(",", -1)).filter(word -> !word.isEmpty()).forEach(words::add);
        return words;
    }

    /** Makes sure that these are remembered beside what already is. */
    void widen(Api api, NavigableSet<String> kinds, NavigableSet<String> namespaces) {
        widen(api, kinds, namespaces, new TreeSet<>());
    }

    /** Makes sure that these are remembered, and that a job ran to its end. */
    void widen(Api api, NavigableSet<String> kinds, NavigableSet<String> namespaces, ObjectKey doneJob) {
        widen(api, kinds, namespaces, new TreeSet<>(List.of(jobName(doneJob))));
    }

    private void widen(
            Api api, NavigableSet<String> kinds, NavigableSet<String> namespaces, NavigableSet<String> jobs) {
        while (true) {
            NavigableSet<String> allKinds = union(kinds(), kinds);
            NavigableSet<String> allNamespaces = union(namespaces(), namespaces);
            NavigableSet<String> allJobs = union(doneJobs, jobs);
            if (remembers(allKinds, allNamespaces, allJobs) || write(api, allKinds, allNamespaces, allJobs)) {
                return;
            }
            readAgain(api);
        }
    }

    /**
     * Makes sure that these are still remembered, now that they are there. Whoever looked before they were, and would forget
     * them, finds that this was written since; whoever forgot them already is found out.
     */
    void confirm(Api api, NavigableSet<String> kinds, NavigableSet<String> namespaces) {
        while (!write(api, union(kinds(), kinds), union(namespaces(), namespaces), doneJobs)) {
            readAgain(api);
        }
    }

    /** Forgets all but what is of these. Whoever changed it meanwhile knows better, and it stays as it is. */
    void narrow(Api api, List<ObjectKey> left) {
        NavigableSet<String> kinds =
                left.stream().map(ObjectKey::groupKind).collect(Collectors.toCollection(TreeSet::new));
        NavigableSet<String> namespaces = left.stream()
                .map(ObjectKey::namespace)
                .filter(namespace -> !namespace.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        NavigableSet<String> jobs = left.stream()
                .filter(this::isDoneJob)
                .map(Inventory::jobName)
                .collect(Collectors.toCollection(TreeSet::new));
        if (!isSharedWithOthers && !remembers(kinds, namespaces, jobs)) {
            write(api, kinds, namespaces, jobs);
        }
    }

    private void readAgain(Api api) {
        isSharedWithOthers = true;
        read(api);
    }

    private boolean remembers(NavigableSet<String> kinds, NavigableSet<String> namespaces, NavigableSet<String> jobs) {
        return exists()
                && kinds.equals(kinds())
                && union(namespaces, new TreeSet<>(List.of(set.namespace()))).equals(namespaces())
                && jobs.equals(doneJobs);
    }

    private static NavigableSet<String> union(NavigableSet<String> some, NavigableSet<String> others) {
        NavigableSet<String> all = new TreeSet<>(some);
        all.addAll(others);
        return all;
    }

    /** Returns whether it is now so; if not, somebody else wrote it since it was read. */
    private boolean write(
            Api api, NavigableSet<String> kinds, NavigableSet<String> namespaces, NavigableSet<String> jobs) {
        NavigableSet<String> others = new TreeSet<>(namespaces);
        others.remove(set.namespace());
        String body = JsonTrees.reveal(body(kinds, others, jobs));
        String query = "?fieldManager=" + manager;
        Request request = exists()
                ? Request.apply(ResourceType.CONFIG_MAP.path(set.namespace(), set.name()) + query + "&force=true", body)
                : Request.create(ResourceType.CONFIG_MAP.path(set.namespace()) + query, body);
        Answer answer = api.send(request);
        if (answer.isSuccess()) {
            know(Optional.of(Api.live(ResourceType.CONFIG_MAP, answer)));
            return true;
        }
        Refusal refusal = answer.refusal();
        if (refusal.isStale() || refusal.reason().equals("AlreadyExists")) {
            return false;
        }
        throw new Refused(request, refusal);
    }

    private Tree body(NavigableSet<String> kinds, NavigableSet<String> others, NavigableSet<String> jobs) {
        Map<String, Tree> metadata = new LinkedHashMap<>();
        metadata.put("name", Tree.scalar(set.name()));
        metadata.put("namespace", Tree.scalar(set.namespace()));
        parent.ifPresent(live -> metadata.put("resourceVersion", Tree.scalar(live.resourceVersion())));
        metadata.put(
                "labels",
                Tree.map(Map.of(
                        ApplySetLabels.ID, Tree.scalar(set.id()), "app.kubernetes.io/managed-by", Tree.scalar("idp"))));
        Map<String, Tree> annotations = new LinkedHashMap<>();
        annotations.put(ApplySetLabels.TOOLING, Tree.scalar(TOOLING));
        annotations.put(ApplySetLabels.KINDS, Tree.scalar(String.join(",", kinds)));
        annotations.put(ApplySetLabels.NAMESPACES, Tree.scalar(String.join(",", others)));
        metadata.put("annotations", Tree.map(annotations));
        Map<String, Tree> fields = new LinkedHashMap<>();
        fields.put("apiVersion", Tree.scalar("v1"));
        fields.put("kind", Tree.scalar("ConfigMap"));
        fields.put("metadata", Tree.map(metadata));
        Map<String, Tree> data = new LinkedHashMap<>();
        data.put(DONE_JOBS, Tree.scalar(String.join(",", jobs)));
        data.put(AFTER, Tree.scalar(parent.map(Live::resourceVersion).orElse("")));
        fields.put("data", Tree.map(data));
        return Tree.map(fields);
    }
}
