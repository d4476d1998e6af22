package dev.idp.tests.kubernetes.apply.faults;

import dev.idp.kubernetes.apply.ApplySet;
import dev.idp.tests.kubernetes.apply.ClusterObjects;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** One object of each sort that is applied in its own way: a namespace, a kind and one of it, a secret that is made up. */
record SmallSet(String namespace) {

    private static final String KEPT = """
            {apiVersion: v1, kind: Namespace, metadata: {name: NS}}
            ---
            {apiVersion: v1, kind: ConfigMap, metadata: {name: config}, data: {A: "1"}}
            ---
            {apiVersion: v1, kind: Secret, metadata: {name: db, annotations: {dev.idp/made-up: "password,root"}}}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: orders}
            spec:
              selector: {matchLabels: {app: orders}}
              template:
                metadata: {labels: {app: orders}}
                spec:
                  containers:
                  - name: app
                    image: registry.example/orders:1
                    envFrom: [{configMapRef: {name: config}}, {secretRef: {name: db}}]
            ---
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: widgets.NS.example}
            spec:
              group: NS.example
              scope: Namespaced
              names: {kind: Widget, plural: widgets, singular: widget}
              versions:
              - name: v1
                served: true
                storage: true
                schema: {openAPIV3Schema: {type: object, properties: {spec: {type: object, properties: {size: {type: integer}}}}}}
            """;

    private static final String DROPPED = """
            {apiVersion: v1, kind: ConfigMap, metadata: {name: other}, data: {B: "2"}}
            ---
            {apiVersion: v1, kind: ServiceAccount, metadata: {name: orders}}
            ---
            {apiVersion: v1, kind: Service, metadata: {name: orders}, spec: {selector: {app: orders}, ports: [{port: 80}]}}
            ---
            apiVersion: batch/v1
            kind: Job
            metadata: {name: once}
            spec: {template: {spec: {restartPolicy: Never, containers: [{name: once, image: registry.example/once}]}}}
            ---
            {apiVersion: NS.example/v1, kind: Widget, metadata: {name: one}, spec: {size: 3}}
            """;

    ApplySet whole() {
        return of(KEPT + "---\n" + DROPPED);
    }

    /** What is left of it once it shrinks. */
    ApplySet half() {
        return of(KEPT);
    }

    Set<String> namesOfWhole() {
        return names(KEPT + "---\n" + DROPPED);
    }

    Set<String> namesOfHalf() {
        return names(KEPT);
    }

    private ApplySet of(String yaml) {
        return ApplySet.of("set", namespace, objects(yaml));
    }

    /** As kind and name. */
    private Set<String> names(String yaml) {
        return objects(yaml).stream()
                .map(object -> object.getKind() + "/" + object.getMetadata().getName())
                .collect(Collectors.toSet());
    }

    private List<HasMetadata> objects(String yaml) {
        return ClusterObjects.documents(yaml.replace("NS", namespace)).stream()
                .<HasMetadata>map(ClusterObjects::object)
                .toList();
    }
}
