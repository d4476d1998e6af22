package dev.idp.tests.kubernetes.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.kubernetes.check.Checks;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.policy.Policy;
import dev.idp.policy.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What all rules on manifests have in common. */
class StandardRulesTest {

    private static final List<Rule<ObjectSet>> ALL = Checks.thorough().rules();

    @Test
    void everyRuleSaysWhyAndWhatToDo() {
        assertThat(ALL).allSatisfy(rule -> {
            assertThat(rule.id()).matches("[a-z]+(-[a-z]+)*");
            assertThat(rule.because()).isNotEmpty();
            assertThat(rule.fix()).isNotEmpty();
        });
    }

    @Test
    void everyRuleThatIsNotThisLibrarysOwnSaysWhereItIsFrom() {
        assertThat(ALL)
                .filteredOn(rule -> !rule.id().equals("waiver-readable"))
                .allSatisfy(rule -> assertThat(rule.link().orElse("")).startsWith("https://"));
    }

    /** A waiver of intent would be one of manifests as well. */
    @Test
    void noRuleIsCalledLikeOneOnIntent() {
        assertThat(ALL)
                .extracting(Rule::id)
                .doesNotContainAnyElementsOf(
                        Policy.standard().rules().stream().map(Rule::id).toList());
    }

    @Test
    void nothingIsFoundInWhatIsWellMade() {
        ObjectSet wellMade = ObjectSet.parse("prod", "web.yaml", """
                apiVersion: v1
                kind: Service
                metadata: {name: web, namespace: shop, labels: {dev.idp/owner: web}}
                spec:
                  selector: {app: web}
                  ports: [{name: http, port: 80, targetPort: http}]
                ---
                apiVersion: networking.k8s.io/v1
                kind: Ingress
                metadata: {name: web, namespace: shop}
                spec:
                  tls: [{hosts: [web.example.org], secretName: web-tls}]
                  rules:
                  - host: web.example.org
                    http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: web, port: {name: http}}}}]}
                ---
                apiVersion: policy/v1
                kind: PodDisruptionBudget
                metadata: {name: web, namespace: shop}
                spec:
                  maxUnavailable: 1
                  selector: {matchLabels: {app: web}}
                ---
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata: {name: web, namespace: shop}
                spec:
                  podSelector: {matchLabels: {app: web}}
                  policyTypes: [Ingress, Egress]
                  ingress: [{ports: [{port: http}]}]
                ---
                apiVersion: v1
                kind: ServiceAccount
                metadata: {name: web, namespace: shop}
                automountServiceAccountToken: false
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web, namespace: shop, labels: {dev.idp/owner: web}}
                spec:
                  replicas: 2
                  selector: {matchLabels: {app: web}}
                  template:
                    metadata: {labels: {app: web}}
                    spec:
                      serviceAccountName: web
                      automountServiceAccountToken: false
                      securityContext:
                        runAsNonRoot: true
                        runAsUser: 1000
                        runAsGroup: 1000
                        seccompProfile: {type: RuntimeDefault}
                      topologySpreadConstraints:
                      - maxSkew: 1
                        topologyKey: kubernetes.io/hostname
                        whenUnsatisfiable: ScheduleAnyway
                        labelSelector: {matchLabels: {app: web}}
                      containers:
                      - name: web
                        image: registry.example/web:1.4.2
                        ports: [{name: http, containerPort: 8080}]
                        readinessProbe: {httpGet: {path: /ready, port: http}}
                        livenessProbe: {httpGet: {path: /live, port: http}}
                        resources:
                          requests: {cpu: 100m, memory: 128Mi, ephemeral-storage: 64Mi}
                          limits: {memory: 128Mi}
                        securityContext:
                          allowPrivilegeEscalation: false
                          readOnlyRootFilesystem: true
                          capabilities: {drop: [ALL]}
                """);

        assertThat(wellMade.objects()).hasSize(6);
        assertThat(Checks.thorough().findings(wellMade)).isEmpty();
    }
}
