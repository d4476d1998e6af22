package dev.idp.benchmarks.process;

/** What an object is found by. */
record ObjectKey(String environment, String kind, String namespace, String name) {

    @Override
    public String toString() {
        return kind + "/" + name + " in " + environment;
    }
}
