package dev.idp.kubernetes.internal.ready;

import dev.idp.kubernetes.apply.Readiness.Status;

/** What makes a cluster know more kinds. */
final class ApiRules {

    private ApiRules() {}

    static Status definition(Subject subject) {
        for (Condition condition : subject.conditions()) {
            if (condition.is("NamesAccepted") && condition.isFalse()) {
                return Status.failed(
                        condition.reasonOr("NamesNotAccepted"), condition.messageOr("its names are taken"));
            }
            if (condition.is("Established")
                    && condition.isFalse()
                    && !condition.reason().equals("Installing")) {
                return Status.failed(
                        condition.reasonOr("NotEstablished"), condition.messageOr("its kind is not served"));
            }
            if (condition.is("Established") && condition.isTrue()) {
                return Status.current("its kind is served");
            }
        }
        return Status.inProgress("Installing", "its kind is not served yet");
    }

    static Status service(Subject subject) {
        if (!subject.by(Part.SERVED_APIS)) {
            return GenericRules.ready(subject);
        }
        return subject.condition("Available")
                .map(condition -> condition.isTrue()
                        ? Status.current("its API is available")
                        : Status.inProgress(
                                condition.reasonOr("NotAvailable"), condition.messageOr("its API is not available")))
                .orElseGet(() -> Status.inProgress("NotAvailable", "nobody has looked for its API yet"));
    }
}
