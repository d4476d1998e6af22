package dev.idp.tests.testing.snapshot;

import dev.idp.explain.Source;
import dev.idp.testing.snapshot.SnapshotSubject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Something to take snapshots of, of which nobody said anything. */
record Box(String file, String name, Object tree) implements SnapshotSubject {

    static List<Box> with(Object content) {
        return List.of(new Box("", "box", Map.of("content", content)));
    }

    @Override
    public String environment() {
        return "";
    }

    @Override
    public Optional<Source> source(String pointer) {
        return Optional.empty();
    }
}
