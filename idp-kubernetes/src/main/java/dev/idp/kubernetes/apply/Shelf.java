package dev.idp.kubernetes.apply;

import dev.idp.kubernetes.internal.cluster.Api;
import dev.idp.kubernetes.internal.cluster.Live;
import dev.idp.kubernetes.internal.cluster.ResourceType;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where a cluster has objects of a kind, which it lists by one question.
 *
 * @param type the kind
 * @param namespace the namespace; empty if its objects are in none
 */
record Shelf(ResourceType type, String namespace) {

    static Shelf of(Member member) {
        return new Shelf(member.type(), member.key().namespace());
    }

    /** In the order of the members. */
    static Map<Shelf, List<Member>> grouped(Collection<Member> members) {
        return members.stream().collect(Collectors.groupingBy(Shelf::of, LinkedHashMap::new, Collectors.toList()));
    }

    /** What is there of some members, picked by name from all that has the labels. */
    Map<ObjectKey, Live> pick(Api api, List<Member> members, String selector, boolean metadataOnly) {
        Map<String, ObjectKey> names = new HashMap<>();
        members.forEach(member -> names.put(member.key().name(), member.key()));
        Map<ObjectKey, Live> found = new HashMap<>();
        for (Live object : api.list(type, namespace, selector, metadataOnly)) {
            ObjectKey key = names.get(object.name());
            if (key != null) {
                found.put(key, object);
            }
        }
        return found;
    }
}
