package dev.idp.kubernetes.internal.capacity;

import dev.idp.kubernetes.internal.capacity.UsageRecord.Sample;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Samples in whatever order they come, put together to series. */
final class UsageSeries {

    /** Whose samples they are. */
    record Key(String namespace, String owner, boolean isPod, String container, String resource) {}

    private final Map<Key, List<Sample>> samples = new LinkedHashMap<>();

    void add(Key key, Sample sample) {
        samples.computeIfAbsent(key, missing -> new ArrayList<>()).add(sample);
    }

    List<UsageRecord> records() {
        List<UsageRecord> records = new ArrayList<>();
        samples.forEach((key, all) -> records.add(new UsageRecord(
                key.namespace(), key.owner(), key.isPod(), key.container(), key.resource(), List.copyOf(all))));
        return List.copyOf(records);
    }
}
