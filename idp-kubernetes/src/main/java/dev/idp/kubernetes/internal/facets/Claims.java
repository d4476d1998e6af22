package dev.idp.kubernetes.internal.facets;

import dev.idp.Storage;
import dev.idp.explain.Decision;
import dev.idp.kubernetes.internal.render.Trace;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.VolumeResourceRequirements;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is asked of storage. */
final class Claims {

    static final String ONE_NODE = "ReadWriteOnce";
    static final String MANY_NODES = "ReadWriteMany";

    private Claims() {}

    static PersistentVolumeClaimSpec spec(Trace trace, String accessMode, Storage storage, Decision<?> said) {
        PersistentVolumeClaimSpec spec = new PersistentVolumeClaimSpec();
        spec.setAccessModes(Editable.list(accessMode));
        trace.cite("/resources/requests/storage", said);
        Map<String, Quantity> requests = new LinkedHashMap<>();
        requests.put("storage", new Quantity(storage.size().toString()));
        VolumeResourceRequirements resources = new VolumeResourceRequirements();
        resources.setRequests(requests);
        spec.setResources(resources);
        if (storage.type().isEmpty()) {
            trace.absent("/storageClassName", "left to the cluster, which has a usual class of storage", said);
        } else {
            trace.cite("/storageClassName", said);
            spec.setStorageClassName(storage.type());
        }
        return spec;
    }
}
