package dev.idp.tests.kubernetes.apply.faults;

import dev.idp.kubernetes.apply.ApplySet;
import dev.idp.tests.kubernetes.apply.ClusterObjects;
import dev.idp.tests.kubernetes.apply.SampleObjects;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** One object of each sort that is applied in its own way: a namespace, a kind and one of it, a secret that is made up. */
record SmallSet(String namespace) {

    private static final List<String> KEPT = List.of(
            "{apiVersion: v1, kind: Namespace, metadata: {name: NS}}",
            SampleObjects.CONFIG,
            "{apiVersion: v1, kind: Secret, metadata: {name: db, annotations: {dev.idp/made-up: \"password,root\"}}}",
            SampleObjects.DEPLOYMENT.replace("}}]", "}}, {secretRef: {name: db}}]"),
            SampleObjects.WIDGETS);

    private static final List<String> DROPPED = List.of(
            "{apiVersion: v1, kind: ConfigMap, metadata: {name: other}, data: {B: \"2\"}}",
            "{apiVersion: v1, kind: ServiceAccount, metadata: {name: orders}}",
            SampleObjects.SERVICE,
            """
            apiVersion: batch/v1
            kind: Job
            metadata: {name: once}
            spec: {template: {spec: {restartPolicy: Never, containers: [{name: once, image: registry.example/once}]}}}
            """,
            SampleObjects.WIDGET);

    ApplySet whole() {
        return ApplySet.of("set", namespace, objectsOfWhole());
    }

    /** What is left of it once it shrinks. */
    ApplySet half() {
        return ApplySet.of("set", namespace, objects(KEPT));
    }

    Set<String> namesOfWhole() {
        return names(objectsOfWhole());
    }

    Set<String> namesOfHalf() {
        return names(objects(KEPT));
    }

    /** As kind and name. */
    private static Set<String> names(List<HasMetadata> objects) {
        return objects.stream()
                .map(object -> object.getKind() + "/" + object.getMetadata().getName())
                .collect(Collectors.toSet());
    }

    private List<HasMetadata> objectsOfWhole() {
        List<HasMetadata> objects = new ArrayList<>(objects(KEPT));
        objects.addAll(objects(DROPPED));
        return objects;
    }

    private List<HasMetadata> objects(List<String> yaml) {
        return yaml.stream()
                .flatMap(text -> ClusterObjects.documents(text.replace("NS", namespace)).stream())
                .<HasMetadata>map(ClusterObjects::object)
                .toList();
    }
}
