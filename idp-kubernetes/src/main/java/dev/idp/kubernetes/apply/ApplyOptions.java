package dev.idp.kubernetes.apply;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * How objects are applied. It never changes: each method returns other options.
 *
 * <p>Without any, nothing that others set is overwritten, nothing is deleted, and all is waited for.
 */
public final class ApplyOptions {

    private static final ApplyOptions DEFAULTS = new ApplyOptions(new Draft());

    /** The one place where a value is set. */
    private static final class Draft {
        Readiness readiness = Readiness.strict();
        boolean waits = true;
        Duration timeout = Duration.ofMinutes(20);
        Duration timeoutPerObject = Duration.ofMinutes(10);
        int parallelism = 16;
        Adoption adoption = Adoption.UNOWNED;
        List<TakeOver> takeOvers = List.of();
        List<String> replaced = List.of();
        boolean prunes = false;
        List<String> prunedThoughProtected = List.of();
        List<String> emptied = List.of();
        Consumer<ApplyEvent> listener = event -> {};
        Cancellation cancellation = new Cancellation();

        Draft() {}

        Draft(Draft other) {
            readiness = other.readiness;
            waits = other.waits;
            timeout = other.timeout;
            timeoutPerObject = other.timeoutPerObject;
            parallelism = other.parallelism;
            adoption = other.adoption;
            takeOvers = other.takeOvers;
            replaced = other.replaced;
            prunes = other.prunes;
            prunedThoughProtected = other.prunedThoughProtected;
            emptied = other.emptied;
            listener = other.listener;
            cancellation = other.cancellation;
        }
    }

    private record TakeOver(String object, List<String> fields) {}

    private final Draft draft;

    private ApplyOptions(Draft draft) {
        this.draft = draft;
    }

    /**
     * Returns the options of somebody who asks for nothing.
     *
     * @return the defaults
     */
    public static ApplyOptions defaults() {
        return DEFAULTS;
    }

    private ApplyOptions with(Consumer<Draft> change) {
        Draft other = new Draft(draft);
        change.accept(other);
        return new ApplyOptions(other);
    }

    /**
     * Waits by other rules than {@link Readiness#strict()}.
     *
     * @param readiness what ready means
     * @return other options
     */
    public ApplyOptions readiness(Readiness readiness) {
        return with(options -> options.readiness = Objects.requireNonNull(readiness, "the readiness is null"));
    }

    /**
     * Does not wait until objects are ready. Those that start after others start as soon as these are applied; custom resources
     * still wait for their definitions.
     *
     * @return other options
     */
    public ApplyOptions withoutWaiting() {
        return with(options -> options.waits = false);
    }

    /**
     * Gives up after a time.
     *
     * @param timeout for everything; 20 minutes unless it is said
     * @return other options
     */
    public ApplyOptions timeout(Duration timeout) {
        return with(options -> options.timeout = positive(timeout));
    }

    /**
     * Gives up an object after a time.
     *
     * @param timeout from when it was applied until it is ready; 10 minutes unless it is said, as long as Kubernetes gives the
     *     roll-out of a Deployment
     * @return other options
     */
    public ApplyOptions timeoutPerObject(Duration timeout) {
        return with(options -> options.timeoutPerObject = positive(timeout));
    }

    private static Duration positive(Duration timeout) {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("a timeout of " + timeout + " leaves no time: say more than zero");
        }
        return timeout;
    }

    /**
     * Sends so many requests at a time at most.
     *
     * @param requests from 1 to 100; 16 unless it is said, which keeps an API server busy and leaves room for others
     * @return other options
     */
    public ApplyOptions parallelism(int requests) {
        if (requests < 1 || requests > 100) {
            throw new IllegalArgumentException(
                    requests + " requests at a time: say 1 to 100, beyond which API servers end streams");
        }
        return with(options -> options.parallelism = requests);
    }

    /**
     * Says what becomes of objects that are there already.
     *
     * @param adoption {@link Adoption#UNOWNED} unless it is said
     * @return other options
     */
    public ApplyOptions adopting(Adoption adoption) {
        return with(options -> options.adoption = Objects.requireNonNull(adoption, "the adoption is null"));
    }

    /**
     * Takes fields of one object from whoever set them.
     *
     * @param object the object, as in {@link ObjectKey#isCalled}
     * @param fields the fields, as a {@link Conflict} says them; none for all of this object
     * @return other options
     */
    public ApplyOptions takingOver(String object, String... fields) {
        return with(options -> options.takeOvers = and(options.takeOvers, new TakeOver(object, List.of(fields))));
    }

    /**
     * Deletes objects and makes them again where they cannot be changed. What they hold is lost, and what they serve is not
     * served meanwhile.
     *
     * @param objects the objects, as in {@link ObjectKey#isCalled}
     * @return other options
     */
    public ApplyOptions replacing(String... objects) {
        return with(options -> {
            for (String object : objects) {
                options.replaced = and(options.replaced, object);
            }
        });
    }

    /**
     * Deletes what is no longer wanted, once everything else was applied. Claims of volumes, namespaces, definitions of custom
     * resources and what is annotated {@code dev.idp/prune: never} are left.
     *
     * @return other options
     */
    public ApplyOptions pruning() {
        return with(options -> options.prunes = true);
    }

    /**
     * Deletes what is no longer wanted, and these also though they are protected.
     *
     * @param objects the objects, as in {@link ObjectKey#isCalled}
     * @return other options
     */
    public ApplyOptions pruningProtected(String... objects) {
        return with(options -> {
            options.prunes = true;
            for (String object : objects) {
                options.prunedThoughProtected = and(options.prunedThoughProtected, object);
            }
        });
    }

    /**
     * Allows pruning to leave nothing of the set in a namespace, which is refused otherwise: an empty set, or one that has
     * another namespace than before, is more often a mistake.
     *
     * @param namespaces the namespaces; empty for what is in none
     * @return other options
     */
    public ApplyOptions emptying(String... namespaces) {
        return with(options -> {
            for (String namespace : namespaces) {
                options.emptied = and(options.emptied, namespace);
            }
        });
    }

    /**
     * Tells somebody what happens.
     *
     * @param listener called by one thread at a time, and quick
     * @return other options
     */
    public ApplyOptions listener(Consumer<ApplyEvent> listener) {
        return with(options -> options.listener = Objects.requireNonNull(listener, "the listener is null"));
    }

    /**
     * Lets somebody stop it.
     *
     * @param cancellation what they call
     * @return other options
     */
    public ApplyOptions stoppedBy(Cancellation cancellation) {
        return with(options -> options.cancellation = Objects.requireNonNull(cancellation, "the cancellation is null"));
    }

    ApplyOptions withoutPruning() {
        return with(options -> options.prunes = false);
    }

    private static <T> List<T> and(List<T> list, T more) {
        List<T> all = new ArrayList<>(list);
        all.add(Objects.requireNonNull(more, "an object, a field or a namespace of the options is null"));
        return List.copyOf(all);
    }

    Readiness readiness() {
        return draft.readiness;
    }

    boolean waits() {
        return draft.waits;
    }

    Duration timeout() {
        return draft.timeout;
    }

    Duration timeoutPerObject() {
        return draft.timeoutPerObject;
    }

    int parallelism() {
        return draft.parallelism;
    }

    Adoption adoption() {
        return draft.adoption;
    }

    boolean mayTakeOver(ObjectKey object, String field) {
        return draft.takeOvers.stream()
                .anyMatch(takeOver -> object.isCalled(takeOver.object())
                        && (takeOver.fields().isEmpty() || takeOver.fields().contains(field)));
    }

    boolean mayReplace(ObjectKey object) {
        return draft.replaced.stream().anyMatch(object::isCalled);
    }

    boolean prunes() {
        return draft.prunes;
    }

    boolean mayPruneProtected(ObjectKey object) {
        return draft.prunedThoughProtected.stream().anyMatch(object::isCalled);
    }

    boolean mayEmpty(String namespace) {
        return draft.emptied.contains(namespace);
    }

    Consumer<ApplyEvent> listener() {
        return draft.listener;
    }

    Cancellation cancellation() {
        return draft.cancellation;
    }
}
