package dev.idp.kubernetes.internal.ready;

import dev.idp.kubernetes.apply.Readiness.Status;
import java.util.Optional;

/** What is reached from outside. */
final class AddressRules {

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
        Condition condition = programmed.get();
        if (subject.by(Part.FRESH_CONDITIONS) && subject.isOutdated(condition)) {
            return subject.outdated(condition);
        }
        if (condition.isTrue()) {
            return Status.current("it is programmed");
        }
        return subject.condition("Accepted")
                .filter(Condition::isFalse)
                .map(refused -> Status.inProgress(
                        refused.reasonOr("NotAccepted"), refused.messageOr("its controller does not accept it")))
                .orElseGet(() -> Status.inProgress(
                        condition.reasonOr("NotProgrammed"), condition.messageOr("it is not programmed yet")));
    }
}
