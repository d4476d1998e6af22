package dev.idp.tests.kubernetes.apply;

/** A few objects as YAML, in which {@code NS} stands for the name of the test's namespace. */
public final class SampleObjects {

    public static final String CONFIG = """
            {apiVersion: v1, kind: ConfigMap, metadata: {name: config}, data: {A: "1", B: "2"}}""";

    public static final String DEPLOYMENT = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: orders}
            spec:
              replicas: 2
              selector: {matchLabels: {app: orders}}
              template:
                metadata: {labels: {app: orders}}
                spec:
                  containers:
                  - name: app
                    image: registry.example/orders:1
                    ports: [{containerPort: 8080}]
                    resources: {limits: {cpu: 1000m, memory: 1024Mi}}
                    envFrom: [{configMapRef: {name: config}}]
            """;

    public static final String SERVICE = """
            apiVersion: v1
            kind: Service
            metadata: {name: orders}
            spec: {selector: {app: orders}, ports: [{port: 80, targetPort: 8080}]}
            """;

    /** A kind of the namespace's own, since kinds are the whole server's. */
    public static final String WIDGETS = """
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

    public static final String WIDGET = """
            {apiVersion: NS.example/v1, kind: Widget, metadata: {name: one}, spec: {size: 3}}""";

    private SampleObjects() {}
}
