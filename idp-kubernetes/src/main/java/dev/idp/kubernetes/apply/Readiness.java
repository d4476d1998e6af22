package dev.idp.kubernetes.apply;

import dev.idp.kubernetes.internal.ready.GroupKind;
import dev.idp.kubernetes.internal.ready.Judge;
import dev.idp.kubernetes.internal.ready.OneLine;
import dev.idp.kubernetes.internal.ready.Part;
import dev.idp.kubernetes.internal.ready.UserRules;
import dev.idp.kubernetes.internal.tree.JavaTrees;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;

/**
 * What it means that an object of a cluster is ready. It is a value, and judging is a pure function of the object and a time.
 *
 * <p>{@link #kstatus()} judges as kpt, Flux and Helm 4 do. {@link #strict()} is what this library takes unless it
 * is told otherwise: it waits for what those let pass, such as the end of a job. Parts of it can be had one by one, and kinds
 * of one's own can be given rules.
 *
 * <pre>{@code
 * Readiness readiness = Readiness.strict()
 *         .ready("cert-manager.io", "Certificate", "Ready")
 *         .rule("argoproj.io", "Rollout", rollout -> "Healthy".equals(rollout.get("status", "phase"))
 *                 ? Readiness.Status.current("the roll-out is healthy")
 *                 : Readiness.Status.inProgress("NotHealthy", "the roll-out is not healthy yet"));
 * }</pre>
 */
public final class Readiness {

    private static final Readiness KSTATUS = new Readiness(Judge.KSTATUS);

    private final Judge judge;

    private Readiness(Judge judge) {
        this.judge = judge;
    }

    /** How far an object is. */
    public enum State {
        /** It is on its way to what its specification says. */
        IN_PROGRESS,
        /** It is what its specification says. */
        CURRENT,
        /** It will not get there by itself. */
        FAILED,
        /** It is being deleted. */
        TERMINATING
    }

    /**
     * What is said of an object.
     *
     * @param state how far it is
     * @param reason why, in one word of CamelCase, as conditions have it; {@code Current} if it is ready
     * @param message why, in one clause, with figures: on one line, and of at most three hundred characters
     */
    public record Status(State state, String reason, String message) {

        /**
         * Checks what is said.
         *
         * @param state how far it is
         * @param reason why, in one word
         * @param message why, in one clause; line breaks become spaces, and what is too long is cut
         */
        public Status {
            Objects.requireNonNull(state, "the state is null");
            Objects.requireNonNull(reason, "the reason is null");
            message = OneLine.of(Objects.requireNonNull(message, "the message is null"));
        }

        /**
         * Returns that an object is on its way.
         *
         * @param reason why, in one word
         * @param message what is missing, in one clause
         * @return the status
         */
        public static Status inProgress(String reason, String message) {
            return new Status(State.IN_PROGRESS, reason, message);
        }

        /**
         * Returns that an object is ready.
         *
         * @param message what makes it so, in one clause
         * @return the status
         */
        public static Status current(String message) {
            return new Status(State.CURRENT, "Current", message);
        }

        /**
         * Returns that an object will not get ready by itself.
         *
         * @param reason why, in one word
         * @param message why, in one clause
         * @return the status
         */
        public static Status failed(String reason, String message) {
            return new Status(State.FAILED, reason, message);
        }

        /**
         * Tells whether nothing is left to wait for.
         *
         * @return true if it is current
         */
        public boolean isReady() {
            return state == State.CURRENT;
        }
    }

    /**
     * Returns the rules of kstatus (sigs.k8s.io/cli-utils), by which kpt, Flux and Helm 4 wait. It differs where
     * kstatus gives up with an error: a field of the wrong type is taken for one that is not there, a generation that is
     * written as a text for the number it says, and a phase of pods that nobody knows for one in progress.
     *
     * @return the rules of kstatus
     */
    public static Readiness kstatus() {
        return KSTATUS;
    }

    /**
     * Returns the rules of kstatus with every part that is named here: completed jobs, addresses, failed pods, unclaimed
     * volumes, served APIs, pods replaced by hand, and fresh conditions.
     *
     * <p>An Ingress is ready at once, since many controllers never write its address, and so is an autoscaler, which nobody
     * needs in order to be served. A custom resource that says nothing of itself is ready at once too, for nobody can know
     * whether it ever will: {@link #ready} says of a kind that it does.
     *
     * @return what this library takes unless it is told otherwise
     */
    public static Readiness strict() {
        return kstatus()
                .withCompletedJobs()
                .withAddresses()
                .withFailedPods()
                .withUnclaimedVolumes()
                .withServedApis()
                .withPodsReplacedByHand()
                .withFreshConditions();
    }

    /**
     * Returns these rules, but a job is ready when it is complete; to kstatus, when it runs. One that is suspended is on its
     * way, since somebody is to resume it, and one that has decided to fail fails before its last pod has ended.
     *
     * @return these rules with that
     */
    public Readiness withCompletedJobs() {
        return with(Part.COMPLETED_JOBS);
    }

    /**
     * Returns these rules, but a Service of type LoadBalancer is ready when it has an address, and a Gateway when it and each
     * of its listeners are programmed, which its controller says once it has an address. Neither ever fails: certificates and
     * addresses often come later than what needs them.
     *
     * @return these rules with that
     */
    public Readiness withAddresses() {
        return with(Part.ADDRESSES);
    }

    /**
     * Returns these rules, but a pod whose phase is Failed fails; to kstatus it has ended, which is all it asks.
     *
     * @return these rules with that
     */
    public Readiness withFailedPods() {
        return with(Part.FAILED_PODS);
    }

    /**
     * Returns these rules, but a claim on a volume is waited for only while somebody provides the volume, and one that has
     * lost its volume fails. A claim may wait for its first pod (the volume binding mode WaitForFirstConsumer), and whoever
     * waits for the claim before making the pod waits for ever. Nothing is lost: a pod is not ready before its claims are
     * bound, and a claim that no pod mounts holds up nobody.
     *
     * @return these rules with that
     */
    public Readiness withUnclaimedVolumes() {
        return with(Part.UNCLAIMED_VOLUMES);
    }

    /**
     * Returns these rules, but an APIService is ready when its API is available.
     *
     * @return these rules with that
     */
    public Readiness withServedApis() {
        return with(Part.SERVED_APIS);
    }

    /**
     * Returns these rules, but of a StatefulSet or a DaemonSet whose update strategy is OnDelete the pods must be there and
     * ready, old ones and new. Kstatus asks nothing of the first, and of the second that every pod is new, which comes about
     * only when somebody deletes the old ones.
     *
     * @return these rules with that
     */
    public Readiness withPodsReplacedByHand() {
        return with(Part.PODS_REPLACED_BY_HAND);
    }

    /**
     * Returns these rules, but a condition that says for which generation it was found is believed for that one alone: until
     * the controller has seen the present generation, the object is on its way.
     *
     * @return these rules with that
     */
    public Readiness withFreshConditions() {
        return with(Part.FRESH_CONDITIONS);
    }

    /**
     * Returns these rules, but objects of a kind are judged by a rule of one's own alone, built-in kinds too. It is not asked
     * about objects that are being deleted. What it throws is thrown on to whoever asks.
     *
     * @param group the group, such as {@code argoproj.io}; empty for the oldest, which has no name
     * @param kind the kind
     * @param rule judges an object, and should be a pure function of it
     * @return these rules with that, in the place of an earlier one for the same kind
     */
    public Readiness rule(String group, String kind, Function<GenericKubernetesResource, Status> rule) {
        Objects.requireNonNull(rule, "the rule is null");
        return new Readiness(judge.with(new GroupKind(group, kind), UserRules.of(rule)));
    }

    /**
     * Returns these rules, but objects of a kind are ready when a condition of theirs is {@code True}, for the present
     * generation where they say for which; one that is not there yet is waited for, and none ever fails.
     *
     * @param group the group, such as {@code cert-manager.io}; empty for the oldest, which has no name
     * @param kind the kind
     * @param conditionType the type of the condition, such as {@code Ready}
     * @return these rules with that, in the place of an earlier one for the same kind
     */
    public Readiness ready(String group, String kind, String conditionType) {
        Objects.requireNonNull(conditionType, "the type of the condition is null");
        return new Readiness(judge.with(new GroupKind(group, kind), UserRules.whenTrue(conditionType)));
    }

    /**
     * Judges an object as a cluster returned it.
     *
     * @param object the object
     * @param now the present time: a pod is given a quarter of a minute to find a node
     * @return how far it is
     */
    public Status of(HasMetadata object, Instant now) {
        return judge.judge(JavaTrees.of(object), now);
    }

    /** Lets this package judge what it has read itself. */
    Judge judge() {
        return judge;
    }

    private Readiness with(Part part) {
        return new Readiness(judge.with(part));
    }
}
