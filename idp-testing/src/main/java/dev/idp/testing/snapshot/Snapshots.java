package dev.idp.testing.snapshot;

import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.Graph;
import dev.idp.plan.Plan;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * What came out last time, kept as YAML beside the tests of a class, and compared by meaning.
 *
 * <pre>{@code
 * class ShopTest {
 *
 *     @RegisterExtension
 *     static final Snapshots SNAPSHOTS = Snapshots.of(ShopTest.class);
 *
 *     @Test
 *     void theShopIsAsItWas() {
 *         SNAPSHOTS.matches("plan", Shop.platform().plan()); // fails with each field that differs, and who said it
 *     }
 * }
 * }</pre>
 *
 * <p>A snapshot that was never written is written, and passes: it is new in the change that is reviewed. Where the variable
 * {@code CI} is set nothing is written, and what is missing fails. {@code -Didp.snapshots=update} writes what differs by
 * meaning and deletes what nobody asks for, with a line about each; {@code -Didp.snapshots=check} is as strict as CI.
 *
 * <p>Registered in a static field, it finds files that no test asked for, also those of classes of the package that are
 * gone. It does so once all tests of the class have passed, so that running a single one accuses no file. Subpackages, and
 * directories in lower case beside those of classes, are left alone.
 *
 * <p>The values of {@code Secret}s of Kubernetes reach no file and no message. It is safe for tests that run in parallel.
 */
public final class Snapshots extends TestClassWatch {

    private final SnapshotSession session;
    private final SnapshotOptions options;

    private Snapshots(SnapshotSession session, SnapshotOptions options) {
        this.session = session;
        this.options = options;
    }

    /**
     * Returns the snapshots of a test class: in {@code src/test/resources}, in a directory of the class's package and name.
     * The module is found by the property {@code basedir}, that of Maven, else as what the compiled class lies in, else by
     * {@code user.dir}; {@code -Didp.snapshots.resources=DIRECTORY} says it otherwise.
     *
     * @param test the test class
     * @return its snapshots
     */
    public static Snapshots of(Class<?> test) {
        return of(test, Surroundings.PROCESS);
    }

    static Snapshots of(Class<?> test, Surroundings surroundings) {
        TestClassDirectory directory = new TestClassDirectory(test, ResourceRoot.of(test, surroundings));
        return new Snapshots(
                new SnapshotSession(test, directory.files(), directory.abandoned(), new Requests(), surroundings),
                SnapshotOptions.USUAL);
    }

    /**
     * Returns the snapshots in a directory, which is that of a single test class. Beside the directories of classes its name
     * starts in lower case, since there one in upper case belongs to a class.
     *
     * @param directory the directory; it is made when it is needed
     * @return the snapshots
     */
    public static Snapshots in(Path directory) {
        return in(directory, Surroundings.PROCESS);
    }

    static Snapshots in(Path directory, Surroundings surroundings) {
        SnapshotFiles files = new SnapshotFiles(directory, Objects.toString(directory.getFileName()));
        return new Snapshots(
                new SnapshotSession(null, files, List.of(), new Requests(), surroundings), SnapshotOptions.USUAL);
    }

    /**
     * Returns the same snapshots without some values, such as those that differ from build to build.
     *
     * <pre>
     * Snapshots.of(ShopTest.class).redacting("**&#47;image", "Deployment/orders/spec/replicas")
     * </pre>
     *
     * @param paths what to leave out: the subject's name and the path in it as messages show them, where {@code *} is
     *     anything within a step and {@code **} is any number of steps
     * @return snapshots of the same files
     */
    public Snapshots redacting(String... paths) {
        return with(new SnapshotOptions(
                options.redaction().and(List.of(paths)), options.mostDifferences(), options.mostLines()));
    }

    /**
     * Returns the same snapshots with messages of another length; usually they show 20 differences.
     *
     * @param differences how many differences a message shows before it counts the others
     * @return snapshots of the same files
     */
    public Snapshots showingAtMost(int differences) {
        return with(new SnapshotOptions(options.redaction(), differences, options.mostLines()));
    }

    /**
     * Returns the same snapshots with files that may only grow so far, so that somebody still reads them.
     *
     * @param lines how many lines a file may have; more fail, and are not written
     * @return snapshots of the same files
     */
    public Snapshots withFilesOfAtMost(int lines) {
        return with(new SnapshotOptions(options.redaction(), options.mostDifferences(), lines));
    }

    private Snapshots with(SnapshotOptions other) {
        return new Snapshots(session, other);
    }

    /**
     * Passes if a plan is as its snapshot says: a directory with a file for each environment.
     *
     * <pre>{@code
     * snapshots.matches("plan", plan); // passes if all is decided as it was
     * snapshots.matches("plan", plan); // fails after a change: replicas: "2" -> "3", by service orders, Shop.java:30
     * }</pre>
     *
     * @param name what the snapshot is called, unique in the test class
     * @param plan the plan
     */
    public void matches(String name, Plan plan) {
        matches(name, PlanSubjects.of(plan));
    }

    /**
     * Passes if the plan of an environment is as its snapshot says: one file.
     *
     * <pre>{@code
     * snapshots.matches("prod", plan.in("prod")); // passes if all is decided as it was
     * snapshots.matches("prod", plan.in("dev"));  // fails, and says what is different
     * }</pre>
     *
     * @param name what the snapshot is called, unique in the test class
     * @param environment the plan
     */
    public void matches(String name, EnvironmentPlan environment) {
        matches(name, PlanSubjects.of(environment, ""));
    }

    /**
     * Passes if a graph is as its snapshot says: one file, with what each node calls and starts after.
     *
     * <pre>{@code
     * snapshots.matches("graph", plan.in("prod").graph()); // passes if the same call the same
     * snapshots.matches("graph", plan.in("prod").graph()); // fails: calls/payments:http: added, by service orders, …
     * }</pre>
     *
     * @param name what the snapshot is called, unique in the test class
     * @param graph the graph
     */
    public void matches(String name, Graph graph) {
        matches(name, GraphSubjects.of(graph));
    }

    /**
     * Passes if what a backend made is as its snapshot says.
     *
     * <pre>{@code
     * snapshots.matches("prod", KubernetesSnapshot.of(manifests)); // passes if the objects mean the same
     * snapshots.matches("prod", KubernetesSnapshot.of(others));    // fails, object by object and field by field
     * }</pre>
     *
     * @param name what the snapshot is called, unique in the test class
     * @param subjects what it shows
     */
    public void matches(String name, List<? extends SnapshotSubject> subjects) {
        new SnapshotCheck(session, options, name).check(subjects);
    }

    /**
     * Passes if all files were asked for, for tests that JUnit does not run: to be called when all others are done.
     *
     * <pre>{@code
     * snapshots.hasNoOrphans(); // passes if each file was asked for
     * snapshots.hasNoOrphans(); // fails, and lists the files that were not; when updating, it deletes them
     * }</pre>
     */
    public void hasNoOrphans() {
        session.refuseOrphans();
    }

    @Override
    void allPassed(Class<?> test) {
        if (session.isOf(test)) {
            session.refuseOrphans();
        }
    }
}
