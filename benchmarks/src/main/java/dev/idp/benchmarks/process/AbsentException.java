package dev.idp.benchmarks.process;

/** Says why a tool is not compared, and how to get it. */
final class AbsentException extends Exception {

    private static final long serialVersionUID = 1;

    AbsentException(String reason, String remedy) {
        super(reason + "; " + remedy);
    }
}
