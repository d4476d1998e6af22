package dev.idp.tests.kubernetes.apply.faults;

import java.util.concurrent.atomic.AtomicInteger;

/** A script for one case after the other on the same proxy: each counts its requests from 1. */
final class Play implements Script {

    private Script scene = Script.nothing();
    private int asked;
    private final AtomicInteger met = new AtomicInteger();

    /** Begins another case. */
    synchronized void begin(Script next) {
        scene = next;
        asked = 0;
        met.set(0);
    }

    /** Nothing goes wrong from now on. */
    synchronized void end() {
        scene = Script.nothing();
    }

    /** How many requests of this case there were. */
    synchronized int asked() {
        return asked;
    }

    /** How many of them met a fault. */
    int met() {
        return met.get();
    }

    @Override
    public synchronized Fault at(int number, String method, String path) {
        asked++;
        Fault fault = scene.at(asked, method, path);
        if (fault.kind() != Fault.Kind.NONE) {
            met.incrementAndGet();
        }
        return fault;
    }
}
