package dev.idp.kubernetes.internal.render;

import dev.idp.spi.Extension;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Says by which labels the pods are known that answer for a resource, where something else makes them. */
public final class PodsBehind extends Extension {

    private final SortedMap<String, String> labels;

    /**
     * Creates the extension.
     *
     * @param backend the id of the backend
     * @param id the extension's id
     * @param labels the labels that the pods, and no others, have
     */
    public PodsBehind(String backend, String id, Map<String, String> labels) {
        super(backend, id);
        this.labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    }

    /**
     * Returns the labels.
     *
     * @return sorted
     */
    public SortedMap<String, String> labels() {
        return labels;
    }

    @Override
    public boolean isEdit() {
        return false;
    }
}
