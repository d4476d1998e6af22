package dev.idp.tests.kubernetes.check;

import static dev.idp.tests.kubernetes.Platforms.prod;
import static dev.idp.tests.kubernetes.Platforms.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Container;
import dev.idp.Environment;
import dev.idp.Platform;
import dev.idp.Service;
import dev.idp.kubernetes.Kubernetes;
import dev.idp.kubernetes.check.Checks;
import dev.idp.kubernetes.check.ManifestRules;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.plan.Plan;
import dev.idp.policy.Finding;
import dev.idp.policy.Location;
import dev.idp.policy.Policy;
import dev.idp.policy.Rule;
import dev.idp.policy.Severity;
import dev.idp.policy.Verdict;
import dev.idp.tests.kubernetes.Lines;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is found leads to a line, whoever made the objects, and may be waived there. */
class ChecksTest {

    private static final Lines LINES = Lines.of(ChecksTest.class);
    private static final LocalDate TODAY = LocalDate.of(2027, 1, 31);
    private static final Checks FIXED = Checks.thorough().only("fixed-image");
    private static final Environment PROD = prod().build();

    private static final String POD = """
            # written by hand
            apiVersion: v1
            kind: Pod
            metadata:
              name: web
              namespace: shop
              annotations: {}
            spec:
              containers:
              - name: web
                image: registry.example/web
              - name: proxy
                image: registry.example/proxy:latest
            """;

    private static Plan plan(Service.Builder service) {
        return Platform.named("shop")
                .environments(PROD)
                .services(service.build())
                .build()
                .plan();
    }

    private static ObjectSet rendered(Plan plan) {
        return ObjectSet.of(Kubernetes.backend().render(plan.in(PROD)));
    }

    @Test
    void aFindingInWhatWasRenderedLeadsToTheLineOfTheProgram() {
        Plan plan = plan(Service.named("orders").image("registry.example/orders")); // (image)

        List<Finding> found = FIXED.findings(rendered(plan));

        assertThat(found).hasSize(1);
        assertThat(found.get(0))
                .hasToString(LINES.cite("WARNING fixed-image: orders in prod: Deployment/orders container 'orders': its"
                        + " image is no fixed one (service orders, {image}); fix: name a version or a digest"));
        Location location = found.get(0).location().orElseThrow();
        assertThat(location.file()).isEqualTo("dev/idp/tests/kubernetes/check/ChecksTest.java");
        assertThat(LINES.at("image")).endsWith(":" + location.line());
        assertThat(location.object()).isEqualTo("Deployment/orders");
        assertThat(location.pointer()).isEqualTo("/spec/template/spec/containers/0");
    }

    @Test
    void aFindingInAFileLeadsToItsLine() {
        List<Finding> found = FIXED.findings(ObjectSet.parse("prod", "deploy/web.yaml", POD));

        assertThat(found).hasSize(2);
        assertThat(found.get(1))
                .hasToString(
                        "WARNING fixed-image: Pod/web in prod: Pod/web container 'proxy': its image is no fixed one"
                                + " (deploy/web.yaml:12 /spec/containers/1); fix: name a version or a digest");
        assertThat(found.get(1).location())
                .contains(new Location("deploy/web.yaml", 12, "Pod/web", "/spec/containers/1"));
    }

    @Test
    void theWaiversOfAServiceHoldForItsObjectsAndOfAContainerForThatAlone() {
        Service.Builder orders = Service.named("orders")
                .image("registry.example/orders")
                .sidecar(
                        Container.named("proxy").image("registry.example/proxy").build());
        assertThat(check(orders).open()).hasSize(2);

        orders.waives("fixed-image/proxy", "the vendor has no versions", "checkout", TODAY);
        assertThat(check(orders).open()).extracting(Finding::part).containsExactly("orders");
        assertThat(check(orders).waived()).hasSize(1);

        orders.waives("fixed-image", "until we have releases", "checkout", TODAY);
        assertThat(check(orders).isClean()).isTrue();
    }

    private static Verdict check(Service.Builder service) {
        return FIXED.check(rendered(plan(service)), TODAY);
    }

    @Test
    void waiversOfIntentAreNotJudgedByManifestsAlone() {
        Service.Builder orders = service("orders").waives("owner-set", "it is new", "checkout", TODAY);

        assertThat(check(orders).isClean()).isTrue();
    }

    @Test
    void intentAndManifestsAreJudgedTogether() {
        Plan plan = plan(Service.named("orders")
                .image("registry.example/orders")
                .waives("fixed-image", "until we have releases", "checkout", TODAY));
        Verdict verdict = FIXED.check(plan, Policy.standard().only("owner-set"), rendered(plan), TODAY);

        assertThat(verdict.open()).extracting(Finding::rule).containsExactly("owner-set");
        assertThat(verdict.waived()).hasSize(1);
    }

    @Test
    void whatIntentFindsIsNotFoundInManifestsOnceMore() {
        Plan plan = plan(Service.named("orders").image("registry.example/orders"));

        assertThat(FIXED.check(plan, Policy.standard().only("owner-set"), rendered(plan), TODAY)
                        .open())
                .extracting(Finding::rule)
                .containsExactly("fixed-image", "owner-set");
        assertThat(FIXED.check(plan, Policy.standard().only("image-pinned"), rendered(plan), TODAY)
                        .open())
                .extracting(Finding::rule)
                .containsExactly("image-pinned");
    }

    @Test
    void everyTwinIsARuleOfItsOwnKind() {
        Set<String> ofManifests =
                Checks.thorough().rules().stream().map(Rule::id).collect(Collectors.toSet());
        Set<String> ofIntent = Policy.standard().rules().stream().map(Rule::id).collect(Collectors.toSet());

        assertThat(ofManifests).isNotEmpty().doesNotContainAnyElementsOf(ofIntent);
        assertThat(ofManifests).contains("fixed-image", "probes-differ", "ingress-tls", "pod-security-run-as-non-root");
        assertThat(ofIntent).contains("image-pinned", "probes-distinct", "public-means-tls", "runs-as-root");
    }

    @Test
    void aFileWaivesByAnAnnotationUntilItExpires() {
        ObjectSet waiving = ObjectSet.parse(
                "prod",
                "web.yaml",
                POD.replace(
                        "annotations: {}",
                        "annotations: {waiver.dev.idp/fixed-image.proxy: 'until 2027-01-31, by web: it is new'}"));

        assertThat(FIXED.check(waiving, TODAY).open()).extracting(Finding::part).containsExactly("web");
        assertThat(FIXED.check(waiving, TODAY).waived())
                .extracting(waived -> waived.waiver().toString())
                .containsExactly("until 2027-01-31, by web: it is new");
        assertThat(FIXED.check(waiving, TODAY.plusDays(1)).open())
                .extracting(Finding::rule)
                .containsExactly("waiver-expired", "fixed-image", "fixed-image");
    }

    @Test
    void aWaiverThatNobodyCanReadIsFound() {
        ObjectSet unclear = ObjectSet.parse(
                "prod", "web.yaml", POD.replace("annotations: {}", "annotations: {waiver.dev.idp/fixed-image: 'yes'}"));

        assertThat(Checks.thorough().only("waiver-readable").findings(unclear))
                .hasToString(
                        "[WARNING waiver-readable: Pod/web in prod: Pod/web: annotation waiver.dev.idp/fixed-image does"
                                + " not say until when, by whom and why (web.yaml:7 /metadata/annotations/waiver.dev.idp~1fixed-image);"
                                + " fix: write it like: until 2027-01-31, by web: the image writes its configuration]");
    }

    @Test
    void aRuleOfOnesOwnIsAFewLinesAndItsFailureIsAFinding() {
        Rule<ObjectSet> own = ManifestRules.forKind("short-name", "", "Pod")
                .because("names are typed")
                .severity(Severity.ERROR)
                .fix("shorten it")
                .must(pod -> pod.name().length() < 3, "its name is long");
        Rule<ObjectSet> broken = ManifestRules.forPods("broken")
                .because("tests need one")
                .check((pod, found) -> {
                    throw new IllegalStateException("on purpose"); // (thrown)
                });

        List<Finding> found = Checks.of(own, broken).findings(ObjectSet.parse("prod", "web.yaml", POD));

        assertThat(found)
                .extracting(Finding::toString)
                .containsExactly(
                        LINES.cite("ERROR broken: Pod/web in prod: the rule failed at {thrown}:"
                                + " java.lang.IllegalStateException: on purpose; fix: mend the rule"),
                        "ERROR short-name: Pod/web in prod: Pod/web: its name is long (web.yaml:2); fix: shorten it");
    }

    @Test
    void typedObjectsOfOthersAreCheckedAsWell() {
        var objects = Kubernetes.backend()
                .render(plan(Service.named("orders").image("registry.example/orders"))
                        .in(PROD))
                .objects()
                .toList();

        List<Finding> found = FIXED.findings(ObjectSet.of("elsewhere", objects));

        assertThat(found).hasSize(1);
        assertThat(found.get(0).place()).isEmpty();
        assertThat(found.get(0).location())
                .isEqualTo(Optional.of(new Location("", 0, "Deployment/orders", "/spec/template/spec/containers/0")));
    }
}
