package dev.idp.tests.kubernetes.apply.faults;

import java.util.concurrent.atomic.AtomicBoolean;

/** Decides what goes wrong with a request before anything is done with it; asked for one request at a time. */
@FunctionalInterface
public interface Script {

    /** The first request of a proxy has the number 1; the path has its query. */
    Fault at(int number, String method, String path);

    static Script nothing() {
        return (number, method, path) -> Fault.none();
    }

    static Script nth(int n, Fault fault) {
        return (number, method, path) -> number == n ? fault : Fault.none();
    }

    static Script first(String verb, String partOfPath, Fault fault) {
        AtomicBoolean done = new AtomicBoolean();
        return (number, method, path) ->
                method.equals(verb) && path.contains(partOfPath) && done.compareAndSet(false, true)
                        ? fault
                        : Fault.none();
    }
}
