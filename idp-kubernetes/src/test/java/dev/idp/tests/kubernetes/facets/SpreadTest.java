package dev.idp.tests.kubernetes.facets;

import static dev.idp.tests.kubernetes.Documents.at;
import static dev.idp.tests.kubernetes.Documents.yaml;
import static dev.idp.tests.kubernetes.Platforms.render;
import static dev.idp.tests.kubernetes.Platforms.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Spread;
import dev.idp.kubernetes.Manifests;
import dev.idp.tests.kubernetes.Lines;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import org.junit.jupiter.api.Test;

class SpreadTest {

    private static final Lines LINES = Lines.of(SpreadTest.class);
    private static final String CONSTRAINTS = "/spec/template/spec/topologySpreadConstraints";

    @Test
    void isOverZonesOrNodesStrictlyOrWherePossible() {
        Manifests manifests = render(
                service("web").spread(Spread.overZones()),
                service("db").stateful().spread(Spread.overNodes().strictly()));

        assertThat(at(manifests.get(Deployment.class, "web"), CONSTRAINTS)).isEqualTo(yaml("""
                - topologyKey: topology.kubernetes.io/zone
                  maxSkew: 1
                  whenUnsatisfiable: ScheduleAnyway
                  labelSelector: {matchLabels: {app.kubernetes.io/name: web}}
                """));
        assertThat(at(manifests.get(StatefulSet.class, "db"), CONSTRAINTS)).isEqualTo(yaml("""
                - topologyKey: kubernetes.io/hostname
                  maxSkew: 1
                  whenUnsatisfiable: DoNotSchedule
                  labelSelector: {matchLabels: {app.kubernetes.io/name: db}}
                """));
    }

    @Test
    void isExplained() {
        Manifests manifests = render(
                service("web").spread(Spread.overZones()), // (spread)
                service("other"));

        assertThat(manifests
                        .explain("Deployment/web", CONSTRAINTS + "/0/whenUnsatisfiable")
                        .toText())
                .isEqualTo(LINES.cite("""
                        Deployment/web in prod
                          %s/0/whenUnsatisfiable = "ScheduleAnyway"
                            from   services/web/spread
                              set    zones by service web, {spread}""".formatted(CONSTRAINTS)));
        assertThat(manifests.explain("Deployment/other", CONSTRAINTS).reason())
                .isEqualTo("left to Kubernetes, which spreads over nodes and zones as far as that is easy");
    }
}
