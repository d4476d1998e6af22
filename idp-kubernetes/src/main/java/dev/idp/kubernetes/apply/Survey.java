package dev.idp.kubernetes.apply;

import dev.idp.kubernetes.internal.apply.ApplySetLabels;
import dev.idp.kubernetes.internal.apply.Replicas;
import dev.idp.kubernetes.internal.apply.Wanted;
import dev.idp.kubernetes.internal.cluster.Api;
import dev.idp.kubernetes.internal.cluster.Live;
import dev.idp.kubernetes.internal.cluster.ResourceType;
import dev.idp.kubernetes.internal.tree.ApiVersions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a cluster has of a set: asked for by kind and namespace, so that a thousand objects cost as many requests as one of each
 * kind.
 */
final class Survey {

    /** So many are asked for one by one; of more, all names of the namespace are listed. */
    private static final int FEW = 4;

    private final Api api;
    private final ApplySet set;
    private final Inventory inventory;
    private final Workers workers;
    private final List<Member> members = new ArrayList<>();
    private final NavigableMap<ObjectKey, String> unknown = new TreeMap<>();
    private final Map<ObjectKey, Live> live = new HashMap<>();
    private final NavigableMap<ObjectKey, Orphan> orphans = new TreeMap<>();

    /** One object that is marked as the set's and is not among its objects. */
    record Orphan(ObjectKey key, ResourceType type, Live live) {}

    private Survey(Api api, ApplySet set, Inventory inventory, Workers workers) {
        this.api = api;
        this.set = set;
        this.inventory = inventory;
        this.workers = workers;
    }

    static Survey of(Api api, ApplySet set, String manager, Workers workers) {
        Survey survey = new Survey(api, set, Inventory.read(api, set, manager), workers);
        survey.findTypes();
        survey.listMembers();
        survey.findOthers();
        return survey;
    }

    Inventory inventory() {
        return inventory;
    }

    /** The objects of the set whose kinds the server knows, or that the set itself defines. */
    List<Member> members() {
        return members;
    }

    /** The objects of the set of whose kinds nobody knows, and why. */
    NavigableMap<ObjectKey, String> unknown() {
        return unknown;
    }

    /** What there is of a member; its metadata alone where it is not the set's yet, or holds secrets. */
    Optional<Live> live(ObjectKey key) {
        return Optional.ofNullable(live.get(key));
    }

    List<Orphan> orphans() {
        return List.copyOf(orphans.values());
    }

    boolean isMember(Live found) {
        return found.label(ApplySetLabels.PART_OF).equals(set.id());
    }

    private void findTypes() {
        Map<List<String>, ResourceType> own = DefinedKinds.of(set.objects());
        List<List<String>> kinds = set.objects().stream()
                .map(object -> List.of(object.apiVersion(), object.kind()))
                .distinct()
                .toList();
        // Each group and version is one question, whichever kind asks it first.
        Map<String, List<List<String>>> byVersion = kinds.stream().collect(Collectors.groupingBy(kind -> kind.get(0)));
        Map<List<String>, ResourceType> types = new HashMap<>();
        workers.all(byVersion.values().stream()
                        .<Callable<Map<List<String>, Optional<ResourceType>>>>map(ofOne -> () -> {
                            Map<List<String>, Optional<ResourceType>> found = new LinkedHashMap<>();
                            ofOne.forEach(kind -> found.put(kind, api.type(kind.get(0), kind.get(1))));
                            return found;
                        })
                        .toList())
                .forEach(found -> found.forEach((kind, type) ->
                        type.or(() -> Optional.ofNullable(own.get(kind))).ifPresent(known -> types.put(kind, known))));
        for (Wanted object : Replicas.leftToAutoscalers(set.objects(), set.namespace())) {
            add(object, types.get(List.of(object.apiVersion(), object.kind())));
        }
    }

    private void add(Wanted object, @Nullable ResourceType type) {
        String group = ApiVersions.group(object.apiVersion());
        if (type == null) {
            unknown.put(
                    new ObjectKey(group, object.kind(), object.namespace(), object.name()),
                    "the cluster has no kind " + object.kind() + " in " + object.apiVersion()
                            + ": install what defines it, or add its CustomResourceDefinition to the set");
            return;
        }
        String namespace =
                !type.isNamespaced() ? "" : object.namespace().isEmpty() ? set.namespace() : object.namespace();
        members.add(new Member(
                new ObjectKey(group, object.kind(), namespace, object.name()), type, object.in(namespace, set.id())));
    }

    private void listMembers() {
        Set<Shelf> shelves = members.stream().map(Shelf::of).collect(Collectors.toCollection(LinkedHashSet::new));
        shelves.addAll(remembered());
        Map<ObjectKey, Member> wanted = new HashMap<>();
        members.forEach(member -> wanted.put(member.key(), member));
        List<Shelf> all = List.copyOf(shelves);
        List<List<Live>> found = workers.all(all.stream()
                .<Callable<List<Live>>>map(shelf -> () -> api.list(
                        shelf.type(),
                        shelf.namespace(),
                        ApplySetLabels.PART_OF + "=" + set.id(),
                        hasMadeUpSecrets(shelf)))
                .toList());
        for (int i = 0; i < all.size(); i++) {
            ResourceType type = all.get(i).type();
            for (Live object : found.get(i)) {
                ObjectKey key = new ObjectKey(type.group(), type.kind(), object.namespace(), object.name());
                if (wanted.containsKey(key)) {
                    live.put(key, object);
                } else {
                    orphans.put(key, new Orphan(key, type, object));
                }
            }
        }
        readSecretsToCompare(wanted);
    }

    /** What was made up is never read back, so the values of others beside it are asked for by name. */
    private void readSecretsToCompare(Map<ObjectKey, Member> wanted) {
        List<Member> compared = live.keySet().stream()
                .map(wanted::get)
                .filter(Objects::nonNull)
                .filter(member -> member.key().kind().equals("Secret")
                        && member.wanted().madeUp().isEmpty()
                        && hasMadeUpSecrets(Shelf.of(member)))
                .toList();
        readAll(compared).forEach(live::put);
    }

    private boolean hasMadeUpSecrets(Shelf shelf) {
        return shelf.type().kind().equals("Secret")
                && members.stream()
                        .anyMatch(member -> member.key().namespace().equals(shelf.namespace())
                                && !member.wanted().madeUp().isEmpty());
    }

    /** Where earlier runs may have left something. */
    private List<Shelf> remembered() {
        Map<String, ResourceType> known = new HashMap<>();
        members.forEach(member -> known.putIfAbsent(member.key().groupKind(), member.type()));
        List<Shelf> shelves = new ArrayList<>();
        for (String kind : inventory.kinds()) {
            Optional<ResourceType> type = Optional.ofNullable(known.get(kind)).or(() -> api.typeOfGroupKind(kind));
            type.ifPresent(found -> {
                if (found.isNamespaced()) {
                    inventory.namespaces().forEach(namespace -> shelves.add(new Shelf(found, namespace)));
                } else {
                    shelves.add(new Shelf(found, ""));
                }
            });
        }
        return shelves;
    }

    /** What is there under a name of the set and is not marked as the set's. */
    private void findOthers() {
        List<Member> missing = members.stream()
                .filter(member -> !live.containsKey(member.key()))
                .toList();
        List<Callable<Map<ObjectKey, Live>>> questions = new ArrayList<>();
        Shelf.grouped(missing).forEach((shelf, some) -> {
            if (some.size() <= FEW) {
                some.forEach(member -> questions.add(() -> read(member, true)));
            } else {
                questions.add(() -> shelf.pick(api, some, "", true));
            }
        });
        workers.all(questions).forEach(live::putAll);
    }

    private Map<ObjectKey, Live> read(Member member, boolean metadataOnly) {
        return api.get(member.type(), member.key().namespace(), member.key().name(), metadataOnly)
                .map(found -> Map.of(member.key(), found))
                .orElse(Map.of());
    }

    /** Reads members one by one. */
    private Map<ObjectKey, Live> readAll(List<Member> some) {
        Map<ObjectKey, Live> found = new HashMap<>();
        workers.all(some.stream()
                        .<Callable<Map<ObjectKey, Live>>>map(member -> () -> read(member, false))
                        .toList())
                .forEach(found::putAll);
        return found;
    }

    /** Kinds and namespaces of all members, as the inventory remembers them. */
    NavigableSet<String> kinds() {
        return members.stream().map(member -> member.key().groupKind()).collect(Collectors.toCollection(TreeSet::new));
    }

    NavigableSet<String> namespaces() {
        return members.stream()
                .map(member -> member.key().namespace())
                .filter(namespace -> !namespace.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
