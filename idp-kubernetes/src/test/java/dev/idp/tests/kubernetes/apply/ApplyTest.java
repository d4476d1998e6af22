package dev.idp.tests.kubernetes.apply;

import static dev.idp.tests.kubernetes.apply.SampleObjects.CONFIG;
import static dev.idp.tests.kubernetes.apply.SampleObjects.DEPLOYMENT;
import static dev.idp.tests.kubernetes.apply.SampleObjects.SERVICE;
import static dev.idp.tests.kubernetes.apply.SampleObjects.WIDGET;
import static dev.idp.tests.kubernetes.apply.SampleObjects.WIDGETS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.kubernetes.apply.Action;
import dev.idp.kubernetes.apply.Adoption;
import dev.idp.kubernetes.apply.ApplyOptions;
import dev.idp.kubernetes.apply.ApplySet;
import dev.idp.kubernetes.apply.Change;
import dev.idp.kubernetes.apply.ChangeSet;
import dev.idp.kubernetes.apply.Conflict;
import dev.idp.kubernetes.apply.Drift;
import dev.idp.kubernetes.apply.FieldChange;
import dev.idp.kubernetes.apply.ObjectOutcome;
import dev.idp.kubernetes.apply.Outcome;
import dev.idp.kubernetes.apply.Outcome.Result;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** What applying does to a real API server, in which nobody but the test changes anything. */
@EnabledIfEnvironmentVariable(
        named = "KUBE_API_TEST_DIR",
        matches = ".+",
        disabledReason = "there are no binaries of a Kubernetes API server: name their directory in KUBE_API_TEST_DIR")
class ApplyTest {

    static final ApplyOptions AT_ONCE = ApplyOptions.defaults().withoutWaiting();

    private TestCluster test;

    @BeforeEach
    void open() throws Exception {
        test = TestCluster.open();
    }

    @AfterEach
    void close() {
        test.close();
    }

    private Outcome apply(ApplySet set) {
        return test.cluster().apply(set, AT_ONCE).orThrow();
    }

    private static ObjectOutcome of(Outcome outcome, String object) {
        return outcome.objects().stream()
                .filter(each -> each.object().isCalled(object))
                .findFirst()
                .orElseThrow();
    }

    private static Change of(ChangeSet changes, String object) {
        return changes.changes().stream()
                .filter(each -> each.object().isCalled(object))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void createsWhatIsNotThere() throws Exception {
        Outcome outcome = apply(test.set(CONFIG, DEPLOYMENT, SERVICE));

        assertThat(outcome.with(Result.CREATED)).hasSize(4);
        assertThat(test.field("deployment/orders", ".spec.replicas")).isEqualTo("2");
    }

    @Test
    void changesNothingTheSecondTimeAndAsksByKind() {
        ApplySet set = test.set(CONFIG, DEPLOYMENT, SERVICE);
        apply(set);

        Outcome again = apply(set);

        assertThat(again.with(Result.UNCHANGED)).hasSize(4);
        assertThat(again.requests())
                .as("a version of each group, the inventory, and each kind")
                .isEqualTo(2 + 1 + 4);
    }

    @Test
    void listsExactlyTheInventoryByTheLabel() throws Exception {
        ApplySet set = test.set(CONFIG, DEPLOYMENT, SERVICE);
        test.kubectl("create", "namespace", test.namespace());
        test.kubectl("create", "configmap", "foreign");
        apply(set);

        String kinds =
                test.field("configmap/set", ".metadata.annotations.applyset\\.kubernetes\\.io/contains-group-kinds");
        String listed = test.kubectl(
                "get",
                kinds.toLowerCase(Locale.ROOT),
                "--all-namespaces",
                "-l",
                "applyset.kubernetes.io/part-of=" + set.id(),
                "-o",
                "name");

        assertThat(listed.lines())
                .containsExactlyInAnyOrder(
                        "namespace/" + test.namespace(),
                        "configmap/config",
                        "deployment.apps/orders",
                        "service/orders");
    }

    @Test
    void updatesFieldsAndTakesAwayThoseThatAreNoLongerSaid() throws Exception {
        apply(test.set(CONFIG));

        Outcome outcome = apply(test.set(CONFIG.replace("A: \"1\"", "A: \"3\"").replace(", B: \"2\"", "")));

        assertThat(of(outcome, "ConfigMap/config").result()).isEqualTo(Result.UPDATED);
        assertThat(test.field("configmap/config", ".data")).isEqualTo("{\"A\":\"3\"}");
    }

    @Test
    void saysBeforehandWhichFieldsChange() {
        apply(test.set(CONFIG, DEPLOYMENT));

        ChangeSet changes = test.cluster()
                .diff(test.set(
                        CONFIG.replace("A: \"1\"", "A: \"3\""), DEPLOYMENT.replace("orders:1", "orders:2"), SERVICE));

        assertThat(changes.summary()).isEqualTo("1 to create, 2 to update, 1 unchanged");
        assertThat(of(changes, "ConfigMap/config").fields())
                .containsExactly(
                        new FieldChange("/data/A", Optional.of("\"1\""), Optional.of("\"3\""), Optional.empty()));
        assertThat(of(changes, "Deployment/orders").fields())
                .extracting(FieldChange::pointer)
                .containsExactly("/spec/template/spec/containers/0/image");
        assertThat(test.cluster().diff(test.set(CONFIG, DEPLOYMENT)).isEmpty()).isTrue();
    }

    @Test
    void saysOnceOfANamespaceThatIsMadeFirstThatNothingCouldBeTriedInIt() {
        ChangeSet changes = test.cluster().diff(test.set(CONFIG, DEPLOYMENT, SERVICE));

        assertThat(changes.toText()).isEqualTo("""
                set: 4 to create
                + Namespace/NS  to create: what goes into it cannot be tried before it is there
                + ConfigMap/NS/config
                + Deployment.apps/NS/orders
                + Service/NS/orders""".replace("NS", test.namespace()));
    }

    @Test
    void saysOfEachObjectThatItCouldNotBeTriedWhereNobodyMakesItsNamespace() {
        ChangeSet changes = test.cluster().diff(test.withoutNamespace(CONFIG, SERVICE));

        assertThat(changes.with(Action.CREATE))
                .hasSize(2)
                .extracting(Change::reason)
                .containsOnly("not tried: namespaces \"" + test.namespace() + "\" not found");
    }

    @Test
    void takesInWhatIsThereAndBelongsToNobody() throws Exception {
        test.kubectl("create", "namespace", test.namespace());
        test.kubectlWith(CONFIG.replace(", B: \"2\"", ", C: \"4\""), "create", "-f", "-");

        ChangeSet changes = test.cluster().diff(test.set(CONFIG));
        Outcome outcome = apply(test.set(CONFIG));

        assertThat(of(changes, "ConfigMap/config").action()).isEqualTo(Action.ADOPT);
        assertThat(of(changes, "Namespace/" + test.namespace()).action()).isEqualTo(Action.ADOPT);
        assertThat(of(outcome, "ConfigMap/config").result()).isEqualTo(Result.ADOPTED);
        assertThat(test.field("configmap/config", ".data"))
                .as("what others set beside it stays")
                .isEqualTo("{\"A\":\"1\",\"B\":\"2\",\"C\":\"4\"}");
    }

    @Test
    void leavesAloneWhatItMayNotTakeIn() throws Exception {
        test.kubectl("create", "namespace", test.namespace());
        Outcome none = test.cluster().apply(test.set(CONFIG), AT_ONCE.adopting(Adoption.NONE));
        apply(test.named("other", CONFIG));

        ChangeSet changes = test.cluster().diff(test.set(CONFIG));
        Outcome others = test.cluster().apply(test.set(CONFIG, SERVICE), AT_ONCE);
        Outcome all = test.cluster().apply(test.set(CONFIG, SERVICE), AT_ONCE.adopting(Adoption.ALL));

        assertThat(of(none, "Namespace/" + test.namespace()).message())
                .startsWith("it is there already")
                .contains("adopting(Adoption.UNOWNED)");
        assertThat(of(changes, "ConfigMap/config").action()).isEqualTo(Action.REFUSED);
        assertThat(of(others, "ConfigMap/config").result()).isEqualTo(Result.SKIPPED);
        assertThat(of(others, "Service/orders").message())
                .isEqualTo("Namespace/" + test.namespace() + " before it failed");
        assertThat(of(others, "Namespace/" + test.namespace()).message()).startsWith("it belongs to another set");
        assertThat(all.with(Result.ADOPTED)).hasSize(2);
    }

    @Test
    void overwritesNothingThatSomebodyElseSet() throws Exception {
        apply(test.set(CONFIG, DEPLOYMENT));
        test.kubectl("scale", "deployment/orders", "--replicas=5");
        ApplySet set = test.set(CONFIG, DEPLOYMENT.replace("orders:1", "orders:2"));

        ChangeSet changes = test.cluster().diff(set);
        Outcome outcome = test.cluster().apply(set, AT_ONCE);

        List<Conflict> conflicts = List.of(new Conflict(".spec.replicas", "kubectl"));
        assertThat(of(changes, "Deployment/orders").action()).isEqualTo(Action.CONFLICT);
        assertThat(of(changes, "Deployment/orders").conflicts()).isEqualTo(conflicts);
        assertThat(of(outcome, "Deployment/orders").conflicts()).isEqualTo(conflicts);
        assertThat(of(outcome, "Deployment/orders").message())
                .contains("takingOver(\"Deployment.apps/" + test.namespace() + "/orders\", \".spec.replicas\")");
        assertThat(test.field("deployment/orders", ".spec.template.spec.containers[0].image"))
                .endsWith("orders:1");
    }

    @Test
    void takesOverTheFieldsThatItMay() throws Exception {
        apply(test.set(CONFIG, DEPLOYMENT));
        test.kubectl("scale", "deployment/orders", "--replicas=5");
        test.kubectl("set", "image", "deployment/orders", "app=registry.example/orders:9");

        Outcome one = test.cluster()
                .apply(test.set(CONFIG, DEPLOYMENT), AT_ONCE.takingOver("Deployment/orders", ".spec.replicas"));
        Outcome all = test.cluster().apply(test.set(CONFIG, DEPLOYMENT), AT_ONCE.takingOver("Deployment/orders"));

        assertThat(of(one, "Deployment/orders").conflicts())
                .extracting(Conflict::field)
                .containsExactly(".spec.template.spec.containers[name=\"app\"].image");
        assertThat(all.isSuccess()).as(all.toText()).isTrue();
        assertThat(test.field("deployment/orders", ".spec.replicas")).isEqualTo("2");
    }

    @Test
    void takesOverWhatKubectlAppliedFromTheClientsSide() throws Exception {
        test.kubectl("create", "namespace", test.namespace());
        test.kubectlWith(CONFIG.replace("A: \"1\"", "A: old, Z: gone"), "apply", "-f", "-");

        ChangeSet changes = test.cluster().diff(test.set(CONFIG));
        Outcome outcome = apply(test.set(CONFIG));

        assertThat(of(changes, "ConfigMap/config").action()).isEqualTo(Action.ADOPT);
        assertThat(of(changes, "ConfigMap/config").fields())
                .extracting(FieldChange::pointer)
                .containsExactly("/data/A", "/data/Z");
        assertThat(of(outcome, "ConfigMap/config").result()).isEqualTo(Result.ADOPTED);
        assertThat(test.field("configmap/config", ".data")).isEqualTo("{\"A\":\"1\",\"B\":\"2\"}");
        assertThat(test.field("configmap/config", ".metadata.annotations")).isEmpty();
    }

    @Test
    void saysWhatCannotBeChangedAndReplacesItWhereThatIsAllowed() throws Exception {
        apply(test.set(CONFIG, DEPLOYMENT));
        String before = test.field("deployment/orders", ".metadata.uid");
        ApplySet set = test.set(CONFIG, DEPLOYMENT.replace("app: orders", "app: other"));

        ChangeSet changes = test.cluster().diff(set);
        Outcome refused = test.cluster().apply(set, AT_ONCE);
        Outcome replaced = test.cluster().apply(set, AT_ONCE.replacing("Deployment/orders"));

        assertThat(of(changes, "Deployment/orders").action()).isEqualTo(Action.REPLACE);
        assertThat(of(changes, "Deployment/orders").reason())
                .contains("field is immutable")
                .contains("replacing(");
        assertThat(of(refused, "Deployment/orders").message())
                .contains("it cannot be changed")
                .contains("replacing(");
        assertThat(of(replaced, "Deployment/orders").result()).isEqualTo(Result.REPLACED);
        assertThat(test.field("deployment/orders", ".metadata.uid")).isNotEqualTo(before);
    }

    @Test
    void takesNothingThatIsWrongForSomethingThatCannotBeChanged() {
        apply(test.set(SERVICE));

        Outcome outcome = test.cluster().apply(test.set(SERVICE.replace("port: 80,", "port: 99999,")), AT_ONCE);

        assertThat(of(outcome, "Service/orders").result()).isEqualTo(Result.FAILED);
        assertThat(of(outcome, "Service/orders").message())
                .contains("422")
                .contains("99999")
                .doesNotContain("replacing(");
    }

    @Test
    void prunesOnlyWhenAskedAndOnlyWhatIsItsOwn() throws Exception {
        ApplySet set = test.set(CONFIG, SERVICE);
        apply(set);
        test.kubectlWith(
                "{apiVersion: v1, kind: ConfigMap, metadata: {name: copy, labels: {applyset.kubernetes.io/part-of: "
                        + set.id() + "}}}",
                "create",
                "-f",
                "-");

        Outcome kept = apply(test.set(SERVICE));
        Outcome pruned =
                test.cluster().prune(test.set(SERVICE), ApplyOptions.defaults()).orThrow();

        assertThat(of(kept, "ConfigMap/config").result()).isEqualTo(Result.KEPT);
        assertThat(of(pruned, "ConfigMap/config").result()).isEqualTo(Result.PRUNED);
        assertThat(of(pruned, "ConfigMap/copy").message()).contains("others put the label");
        assertThat(test.isThere("configmap/config")).isFalse();
        assertThat(test.isThere("configmap/copy")).isTrue();
        assertThat(test.isThere("service/orders")).isTrue();
    }

    @Test
    void deletesNothingThatIsProtectedUnlessItIsNamed() throws Exception {
        String claim = """
                {apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: data}, spec: {accessModes: [ReadWriteOnce],
                 resources: {requests: {storage: 1Gi}}}}""";
        String marked = CONFIG.replace("name: config", "name: config, annotations: {dev.idp/prune: never}");
        apply(test.set(claim, marked, SERVICE));

        Outcome outcome = test.cluster().apply(test.set(SERVICE), AT_ONCE.pruning());
        Outcome named = test.cluster().apply(test.set(SERVICE), AT_ONCE.pruningProtected("ConfigMap/config"));

        assertThat(outcome.with(Result.KEPT)).hasSize(2).allMatch(object -> object.message()
                .contains("pruningProtected("));
        assertThat(of(named, "ConfigMap/config").result()).isEqualTo(Result.PRUNED);
        assertThat(test.isThere("persistentvolumeclaim/data")).isTrue();
    }

    @Test
    void anEmptySetDeletesNothingSilently() throws Exception {
        apply(test.set(CONFIG, SERVICE));
        ApplySet empty = ApplySet.of("set", test.namespace(), List.of());

        Outcome outcome = test.cluster().apply(empty, AT_ONCE.pruning());
        Outcome meant = test.cluster().apply(empty, AT_ONCE.pruning().emptying(test.namespace()));

        assertThat(of(outcome, "ConfigMap/config").result()).isEqualTo(Result.KEPT);
        assertThat(of(outcome, "ConfigMap/config").message()).contains("emptying(\"" + test.namespace() + "\")");
        assertThat(meant.with(Result.PRUNED)).hasSize(2);
        assertThat(test.isThere("namespace/" + test.namespace())).isTrue();
    }

    @Test
    void findsWhatDriftedAndWhoDidIt() throws Exception {
        ApplySet set = test.set(CONFIG, DEPLOYMENT, SERVICE);
        apply(set);
        test.kubectl("set", "image", "deployment/orders", "app=registry.example/orders:9");
        test.kubectl("delete", "service/orders");
        test.kubectl("label", "configmap/config", "added=later");

        Drift drift = test.cluster().drift(set);

        assertThat(drift.with(Drift.State.MISSING))
                .extracting(each -> each.object().toString())
                .containsExactly("Service/" + test.namespace() + "/orders");
        assertThat(drift.with(Drift.State.IN_SYNC)).hasSize(2);
        assertThat(drift.with(Drift.State.DRIFTED)).singleElement().satisfies(drifted -> {
            FieldChange field = drifted.fields().get(0);
            assertThat(field.pointer()).isEqualTo("/spec/template/spec/containers/0/image");
            assertThat(field.before()).contains("\"registry.example/orders:1\"");
            assertThat(field.after()).contains("\"registry.example/orders:9\"");
            assertThat(field.said().orElse("")).startsWith("kubectl-set at 2");
        });
    }

    @Test
    void tellsDriftFromWhatNobodyAppliedYet() {
        apply(test.set(CONFIG, SERVICE));

        Drift drift = test.cluster()
                .drift(test.set(CONFIG.replace("A: \"1\"", "A: \"3\"").replace(", B: \"2\"", "")));

        assertThat(drift.with(Drift.State.NOT_APPLIED)).singleElement().satisfies(object -> assertThat(object.fields())
                .extracting(FieldChange::pointer)
                .containsExactly("/data/A"));
        assertThat(drift.with(Drift.State.LEFT_OVER)).hasSize(1);
    }

    @Test
    void leavesTheNumberOfCopiesToAnAutoscaler() throws Exception {
        apply(test.set(CONFIG, DEPLOYMENT));
        test.kubectl("scale", "deployment/orders", "--replicas=7");
        String scaler = """
                apiVersion: autoscaling/v2
                kind: HorizontalPodAutoscaler
                metadata: {name: orders}
                spec: {minReplicas: 2, maxReplicas: 9, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: orders}}
                """;
        ApplySet set = test.set(CONFIG, DEPLOYMENT, scaler);

        apply(set);
        test.kubectl("scale", "deployment/orders", "--replicas=4");

        assertThat(test.cluster().drift(set).isInSync()).isTrue();
        assertThat(test.cluster().diff(set).isEmpty()).isTrue();
        assertThat(test.field("deployment/orders", ".spec.replicas")).isEqualTo("4");
    }

    @Test
    void takesNoCopiesAwayWithTheWordForThem() throws Exception {
        apply(test.set(CONFIG, DEPLOYMENT.replace("replicas: 2", "replicas: 6")));

        apply(test.set(CONFIG, DEPLOYMENT.replace("  replicas: 2\n", "")));

        assertThat(test.field("deployment/orders", ".spec.replicas")).isEqualTo("6");
    }

    @Test
    void appliesADefinitionAndItsObjectsInOneGo() throws Exception {
        ChangeSet changes = test.cluster().diff(test.set(WIDGET, WIDGETS));
        Outcome outcome = apply(test.set(WIDGET, WIDGETS));
        Outcome again = apply(test.set(WIDGET, WIDGETS));

        assertThat(changes.with(Action.CREATE)).hasSize(3);
        assertThat(outcome.with(Result.CREATED)).hasSize(3);
        assertThat(again.with(Result.UNCHANGED)).hasSize(3);
        assertThat(test.field("widget." + test.namespace() + ".example/one", ".spec.size"))
                .isEqualTo("3");
    }

    @Test
    void makesPasswordsUpOnceAndNeverReadsThemBack() throws Exception {
        String secret = """
                {apiVersion: v1, kind: Secret, metadata: {name: db, annotations: {dev.idp/made-up: "password,root"}},
                 data: {username: YXBw}}""";
        apply(test.set(secret));
        String first = test.field("secret/db", ".data.password");

        Outcome again = apply(test.set(secret));
        Outcome other = apply(test.set(secret.replace("password,root", "password,root,third")));

        assertThat(first).hasSize(44).isNotEqualTo(test.field("secret/db", ".data.root"));
        assertThat(of(again, "Secret/db").result()).isEqualTo(Result.UNCHANGED);
        assertThat(test.field("secret/db", ".data.password")).isEqualTo(first);
        assertThat(of(other, "Secret/db").result()).isEqualTo(Result.UPDATED);
        assertThat(test.field("secret/db", ".data.third")).hasSize(44);
        assertThat(test.field("secret/db", ".data.username")).isEqualTo("YXBw");
        assertThat(test.cluster().drift(test.set(secret)).objects())
                .noneMatch(object -> object.state() == Drift.State.MISSING);
    }

    @Test
    void aFailureStopsOnlyWhatDependsOnIt() {
        String broken = CONFIG.replace("{A:", "{\"not a key\":");

        Outcome outcome = test.cluster().apply(test.set(broken, DEPLOYMENT, SERVICE), AT_ONCE);

        assertThat(of(outcome, "ConfigMap/config").result()).isEqualTo(Result.FAILED);
        assertThat(of(outcome, "Deployment/orders").message())
                .isEqualTo("ConfigMap/" + test.namespace() + "/config before it failed");
        assertThat(of(outcome, "Service/orders").result()).isEqualTo(Result.CREATED);
    }

    @Test
    void waitsForTheEndOfANamespaceOfThatName() throws Exception {
        test.kubectl("create", "namespace", test.namespace());
        test.kubectl("delete", "namespace/" + test.namespace(), "--wait=false");
        Thread finisher = new Thread(() -> finalizeNamespace());
        ApplySet set = test.set(CONFIG);

        Outcome late = test.cluster().apply(set, AT_ONCE.timeoutPerObject(Duration.ofMillis(300)));
        finisher.start();
        Outcome outcome = test.cluster().apply(set, AT_ONCE.timeoutPerObject(Duration.ofSeconds(20)));
        finisher.join();

        assertThat(late.failure()).contains("still being deleted");
        assertThat(outcome.isSuccess()).as(outcome.toText()).isTrue();
        assertThat(test.field("configmap/config", ".data.A")).isEqualTo("1");
    }

    /** What the controller of namespaces would do. */
    private void finalizeNamespace() {
        test.client()
                .raw(
                        "/api/v1/namespaces/" + test.namespace() + "/finalize",
                        "PUT",
                        "{\"apiVersion\":\"v1\",\"kind\":\"Namespace\",\"metadata\":{\"name\":\"" + test.namespace()
                                + "\"},\"spec\":{\"finalizers\":[]}}");
    }

    @Test
    void saysThatAQuotaIsFull() throws Exception {
        test.kubectl("create", "namespace", test.namespace());
        test.kubectlWith(
                "{apiVersion: v1, kind: ResourceQuota, metadata: {name: few}, spec: {hard: {count/services: \"0\"}}, "
                        + "status: {hard: {count/services: \"0\"}}}",
                "create",
                "-f",
                "-");
        test.kubectl(
                "patch",
                "resourcequota/few",
                "--subresource=status",
                "--type=merge",
                "-p",
                "{\"status\":{\"hard\":{\"count/services\":\"0\"},\"used\":{\"count/services\":\"0\"}}}");

        Outcome outcome = test.cluster().apply(test.set(CONFIG, SERVICE), AT_ONCE);

        assertThat(of(outcome, "Service/orders").message())
                .contains("exceeded quota: few")
                .contains("kubectl describe quota -n " + test.namespace());
        assertThat(of(outcome, "ConfigMap/config").result()).isEqualTo(Result.CREATED);
    }

    @Test
    void refusesASavedChangeSetOnceTheClusterMovedOn() throws Exception {
        apply(test.set(CONFIG, SERVICE));
        ApplySet set = test.set(CONFIG.replace("A: \"1\"", "A: \"3\""), SERVICE.replace("port: 80,", "port: 81,"));
        ChangeSet seen = test.cluster().diff(set);
        test.kubectl("label", "configmap/config", "moved=on");

        Outcome outcome = test.cluster().apply(set, seen, AT_ONCE);
        Outcome otherProgram = test.cluster().apply(test.set(CONFIG.replace("A: \"1\"", "A: \"4\"")), seen, AT_ONCE);

        assertThat(of(outcome, "ConfigMap/config").message())
                .isEqualTo("somebody changed it since the change set was made: make another");
        assertThat(of(outcome, "Service/orders").result()).isEqualTo(Result.UPDATED);
        assertThat(of(otherProgram, "ConfigMap/config").message()).contains("the program says something else");
        assertThat(test.field("configmap/config", ".data.A")).isEqualTo("1");
    }
}
