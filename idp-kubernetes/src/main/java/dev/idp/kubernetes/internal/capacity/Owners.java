package dev.idp.kubernetes.internal.capacity;

import dev.idp.kubernetes.check.Container;
import dev.idp.kubernetes.check.ManifestObject;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.kubernetes.check.Pod;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which objects recorded usage is about. */
final class Owners {

    private record Key(ManifestObject object, String container, String resource) {}

    private record Place(String namespace, String name, boolean isPod) {}

    private final Map<Key, List<UsageRecord>> records = new HashMap<>();

    Owners(ObjectSet objects, List<UsageRecord> all) {
        Map<String, List<ManifestObject>> workloads =
                objects.pods().stream().map(Pod::object).collect(Collectors.groupingBy(ManifestObject::namespace));
        Map<Place, Optional<ManifestObject>> known = new HashMap<>();
        for (UsageRecord record : all) {
            known.computeIfAbsent(
                            new Place(record.namespace(), record.owner(), record.isPod()),
                            place -> owner(place, workloads))
                    .ifPresent(object -> records.computeIfAbsent(
                                    new Key(object, record.container(), record.resource()), key -> new ArrayList<>())
                            .add(record));
        }
    }

    /** Of several that a pod may be of, the longest name says most: {@code shop-web-7x} is no pod of {@code shop}. */
    private static Optional<ManifestObject> owner(Place place, Map<String, List<ManifestObject>> workloads) {
        // What says no namespace may have been applied in any.
        return Stream.of(place.namespace(), "")
                .flatMap(namespace -> workloads.getOrDefault(namespace, List.of()).stream())
                .filter(object -> place.isPod()
                        ? PodNames.belongs(place.name(), object)
                        : object.name().equals(place.name()))
                .max(Comparator.comparingInt(object -> object.name().length()));
    }

    Optional<Series> series(Container container, String resource) {
        return Optional.ofNullable(records.get(new Key(container.pod().object(), container.name(), resource)))
                .map(Series::of);
    }
}
