package dev.idp.tests.kubernetes.apply.faults;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The requests of a proxy in their order, and what went wrong with each. */
final class Journal {

    private final Script script;
    private final List<RecordedRequest> requests = new ArrayList<>();

    Journal(Script script) {
        this.script = script;
    }

    /** One at a time, or a number would not say which request came first. */
    synchronized Entry begin(ReceivedRequest request) {
        int number = requests.size() + 1;
        Fault fault = script.at(number, request.method(), request.path());
        requests.add(
                new RecordedRequest(number, request.method(), request.path(), request.body().length, 0, fault.kind()));
        return new Entry(number, fault);
    }

    synchronized List<RecordedRequest> requests() {
        return List.copyOf(requests);
    }

    synchronized Map<Fault.Kind, Integer> injected() {
        Map<Fault.Kind, Integer> counts = new EnumMap<>(Fault.Kind.class);
        requests.stream()
                .filter(request -> request.fault() != Fault.Kind.NONE)
                .forEach(request -> counts.merge(request.fault(), 1, Integer::sum));
        return counts;
    }

    private synchronized void answered(int number, int status) {
        requests.set(number - 1, requests.get(number - 1).answeredBy(status));
    }

    /** A request of this journal. */
    final class Entry {

        private final int number;
        private final Fault fault;

        private Entry(int number, Fault fault) {
            this.number = number;
            this.fault = fault;
        }

        Fault fault() {
            return fault;
        }

        void answeredBy(int status) {
            answered(number, status);
        }
    }
}
