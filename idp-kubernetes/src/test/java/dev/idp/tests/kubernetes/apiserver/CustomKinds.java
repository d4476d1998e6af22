package dev.idp.tests.kubernetes.apiserver;

/** Kinds that no API server has until somebody defines them. */
public final class CustomKinds {

    /** Of what Cilium brings, a server learns that there is such a kind, and nothing of its fields. */
    public static final String CILIUM_POLICIES = """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: ciliumnetworkpolicies.cilium.io}
            spec:
              group: cilium.io
              scope: Namespaced
              names: {kind: CiliumNetworkPolicy, plural: ciliumnetworkpolicies, singular: ciliumnetworkpolicy}
              versions:
              - name: v2
                served: true
                storage: true
                schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}
            """;

    private CustomKinds() {}
}
