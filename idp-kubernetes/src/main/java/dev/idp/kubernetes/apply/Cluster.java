package dev.idp.kubernetes.apply;

import dev.idp.kubernetes.internal.cluster.Api;
import dev.idp.kubernetes.internal.cluster.Connection;
import dev.idp.kubernetes.internal.cluster.RequestFailure;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/**
 * A cluster that objects are taken to.
 *
 * <p>It asks through the client's own HTTP client, with its certificates and tokens, and changes nothing of it. Several threads
 * may use it at a time.
 *
 * <pre>{@code
 * try (KubernetesClient client = new KubernetesClientBuilder().build()) {
 *     Cluster cluster = Cluster.of(client);
 *     ApplySet set = ApplySet.of(Kubernetes.backend().render(plan.in("prod")));
 *     System.out.println(cluster.diff(set).toText());
 *     cluster.apply(set).orThrow();
 * }
 * }</pre>
 */
public final class Cluster {

    private static final Pattern MANAGER = Pattern.compile("[A-Za-z0-9._-]{1,100}");
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final KubernetesClient client;
    private final String manager;
    private final Duration timeout;
    private final Duration patience;
    private final Api api;

    private Cluster(KubernetesClient client, String manager, Duration timeout, Duration patience) {
        this.client = client;
        this.manager = manager;
        this.timeout = timeout;
        this.patience = patience;
        this.api = new Api(Connection.through(client, timeout, patience));
    }

    /**
     * Takes objects to where a client leads.
     *
     * @param client stays open and is closed by whoever made it
     * @return the cluster; fields are set as {@code idp}, requests take half a minute at most, and what fails by accident is
     *     tried again for a minute
     */
    @SuppressWarnings("exports") // Whoever passes a client requires its module; whoever renders must not have to.
    public static Cluster of(KubernetesClient client) {
        return new Cluster(client, "idp", TIMEOUT, PATIENCE);
    }

    /**
     * Sets fields under another name: of two programs that set the same objects, each has its own.
     *
     * @param name the field manager: letters, digits, dots, dashes
     * @return the same cluster, for another manager
     * @throws IllegalArgumentException if it cannot be one
     */
    public Cluster as(String name) {
        if (!MANAGER.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "'" + name + "' cannot be a field manager: use up to 100 letters, digits, dots and dashes");
        }
        return new Cluster(client, name, timeout, patience);
    }

    /**
     * Says how long to wait for answers.
     *
     * @param perRequest how long one may take
     * @param tries for how long to try again what got no answer, or 429, or 5xx
     * @return the same cluster, asked so
     */
    public Cluster patience(Duration perRequest, Duration tries) {
        return new Cluster(client, manager, perRequest, tries);
    }

    /**
     * Applies a set, and waits until its objects are ready.
     *
     * @param set the set
     * @return what became of each object
     */
    public Outcome apply(ApplySet set) {
        return apply(set, ApplyOptions.defaults());
    }

    /**
     * Applies a set.
     *
     * @param set the set
     * @param options how
     * @return what became of each object, also if nothing could be done at all
     */
    public Outcome apply(ApplySet set, ApplyOptions options) {
        return new ApplyJob(api, manager, set, options, Approval.ofAll()).apply();
    }

    /**
     * Says what applying a set would do, and changes nothing.
     *
     * @param set the set
     * @return what would become of each object
     * @throws ApplyException if the cluster cannot be asked, or remembers another set by this name
     */
    public ChangeSet diff(ApplySet set) {
        return diff(set, ApplyOptions.defaults());
    }

    /**
     * Says what applying a set would do with options, and changes nothing.
     *
     * @param set the set
     * @param options how it would be applied
     * @return what would become of each object
     * @throws ApplyException if the cluster cannot be asked, or remembers another set by this name
     */
    public ChangeSet diff(ApplySet set, ApplyOptions options) {
        return asking(options, (asked, workers) -> {
            Survey survey = Survey.of(asked, set, manager, workers);
            return new ChangeSet(
                    set.name(), set.id(), new Differ(asked, survey, options, set, manager).changes(workers));
        });
    }

    /**
     * Applies a set as somebody saw it before. Objects that changed since, in the cluster or in the program, are refused, and
     * so is all that depends on them.
     *
     * @param set the set
     * @param seen what {@link #diff(ApplySet, ApplyOptions)} said
     * @param options how, as it was then
     * @return what became of each object
     * @throws ApplyException if it was made for another set
     */
    public Outcome apply(ApplySet set, ChangeSet seen, ApplyOptions options) {
        return new ApplyJob(api, manager, set, options, Approval.of(set, seen)).apply();
    }

    /**
     * Deletes what earlier runs applied and the set has no longer, and changes nothing else.
     *
     * @param set the set
     * @param options what may be deleted though something protects it
     * @return what became of what is no longer wanted
     */
    public Outcome prune(ApplySet set, ApplyOptions options) {
        return new ApplyJob(api, manager, set, options.pruning(), Approval.ofAll()).prune();
    }

    /**
     * Finds out how far the cluster is from what a set says. It only reads, by kind and namespace.
     *
     * @param set the set
     * @return how each object is
     * @throws ApplyException if the cluster cannot be asked, or remembers another set by this name
     */
    public Drift drift(ApplySet set) {
        long begin = System.nanoTime();
        return asking(ApplyOptions.defaults(), (asked, workers) -> {
            Survey survey = Survey.of(asked, set, manager, workers);
            List<Drift.DriftedObject> objects = new DriftFinder(survey, manager).find();
            return new Drift(set.name(), objects, asked.sent(), Duration.ofNanos(System.nanoTime() - begin));
        });
    }

    /**
     * Lists the sets that the cluster remembers and that this library keeps.
     *
     * @return in the order of namespaces and names; needs the right to list ConfigMaps of all namespaces
     * @throws ApplyException if the cluster cannot be asked
     */
    public List<KnownSet> sets() {
        return asking(ApplyOptions.defaults(), (asked, workers) -> Inventory.all(asked));
    }

    private <T> T asking(ApplyOptions options, BiFunction<Api, Workers, T> questions) {
        OneAtATime listener = new OneAtATime(options.listener());
        Api asked = api.reportingTo(retry -> listener.accept(new ApplyEvent.Retried(retry)));
        try (Workers workers = new Workers(options.parallelism())) {
            return questions.apply(asked, workers);
        } catch (RequestFailure failed) {
            throw new ApplyException(String.valueOf(failed.getMessage()));
        }
    }
}
