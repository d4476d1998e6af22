package dev.idp.kubernetes.internal.ready;

import dev.idp.kubernetes.apply.Readiness.Status;
import java.util.Optional;
import java.util.Set;

/** What is reached from outside. */
final class AddressRules {

    /** Said of a gateway, or of one of its listeners, when something that it names is wrong or not there. */
    private static final Set<String> REFUSALS = Set.of("Accepted", "ResolvedRefs");

    private AddressRules() {}

    static Status service(Subject subject) {
        if (!subject.spec("type").text("").equals("LoadBalancer")) {
            return Status.current("it needs no address from outside");
        }
        if (subject.spec("clusterIP").text("").isEmpty()) {
            return Status.inProgress("NoIPAssigned", "it has no address within the cluster yet");
        }
        if (!subject.by(Part.ADDRESSES)) {
            return Status.current("it has an address within the cluster");
        }
        return subject.status("loadBalancer", "ingress").items().stream()
                        .anyMatch(address -> isNamed(address.at("ip")) || isNamed(address.at("hostname")))
                ? Status.current("its load balancer has an address")
                : Status.inProgress("NoAddress", "its load balancer has no address yet");
    }

    private static boolean isNamed(Value address) {
        return !address.text("").isEmpty();
    }

    /**
     * The specification of gateways wants {@code Programmed} of every controller. A gateway that is not accepted may yet be:
     * the certificate of a listener often comes after it.
     */
    static Status gateway(Subject subject) {
        if (!subject.by(Part.ADDRESSES)) {
            return GenericRules.ready(subject);
        }
        Optional<Condition> programmed = subject.condition("Programmed");
        if (programmed.isEmpty()) {
            return Status.inProgress("NotProgrammed", "no controller has taken it up yet");
        }
        if (subject.by(Part.FRESH_CONDITIONS) && subject.isOutdated(programmed.get())) {
            return subject.outdated(programmed.get());
        }
        return refusedListener(subject)
                .or(() -> subject.conditions().stream()
                        .filter(condition -> condition.isFalse() && REFUSALS.contains(condition.type()))
                        .findFirst()
                        .map(condition -> refused(condition, "")))
                .orElseGet(() ->
                        programmed.get().isTrue() ? Status.current("it is programmed") : refused(programmed.get(), ""));
    }

    /** What a listener says is more telling than what its gateway says of all of them. */
    private static Optional<Status> refusedListener(Subject subject) {
        return subject.status("listeners").items().stream()
                .flatMap(listener -> Condition.in(listener).stream()
                        .filter(condition -> condition.isFalse()
                                && (condition.is("Programmed") || REFUSALS.contains(condition.type())))
                        .map(condition -> refused(
                                condition, "listener " + listener.at("name").text("") + ": ")))
                .findFirst();
    }

    private static Status refused(Condition condition, String of) {
        return Status.inProgress(
                condition.reasonOr("Not" + condition.type()),
                of + condition.messageOr("its condition " + condition.type() + " is " + condition.status()));
    }
}
