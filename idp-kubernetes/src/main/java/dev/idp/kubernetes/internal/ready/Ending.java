package dev.idp.kubernetes.internal.ready;

import java.util.Map;

/** How a container ended. */
final class Ending {

    private static final Map<Long, String> SIGNALS = Map.of(
            1L, "SIGHUP",
            2L, "SIGINT",
            3L, "SIGQUIT",
            4L, "SIGILL",
            6L, "SIGABRT",
            7L, "SIGBUS",
            8L, "SIGFPE",
            9L, "SIGKILL",
            11L, "SIGSEGV",
            15L, "SIGTERM");

    /** Shells and runtimes add the number of the signal to this. */
    private static final long SIGNALLED = 128;

    private static final long MOST_SIGNALS = 64;

    private Ending() {}

    /**
     * Says how a container ended. What the program itself has said of it is left out, since that may be anything; what the
     * runtime said of a program that never ran is not.
     */
    static String of(Value terminated) {
        long code = terminated.at("exitCode").number(0);
        String reason = terminated.at("reason").text("");
        if (reason.equals("OOMKilled")) {
            return "out of memory (OOMKilled, exit code " + code + ")";
        }
        String said = "exit code " + code;
        long signal = terminated.at("signal").number(0);
        if (signal == 0 && code > SIGNALLED && code <= SIGNALLED + MOST_SIGNALS) {
            signal = code - SIGNALLED;
        }
        if (signal > 0) {
            said += " (" + SIGNALS.getOrDefault(signal, "signal " + signal) + ")";
        } else if (code == 126) {
            said += " (the command cannot be executed)";
        } else if (code == 127) {
            said += " (there is no such command)";
        }
        String message = terminated.at("message").text("");
        return (reason.equals("StartError") || reason.equals("ContainerCannotRun")) && !message.isBlank()
                ? said + ": " + message
                : said;
    }

    /** Tells whether it was killed from outside, as by a probe that failed. */
    static boolean isKill(Value terminated) {
        long code = terminated.at("exitCode").number(0);
        return !terminated.at("reason").text("").equals("OOMKilled") && (code == 137 || code == 143);
    }
}
