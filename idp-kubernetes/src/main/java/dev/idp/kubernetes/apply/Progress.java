package dev.idp.kubernetes.apply;

import dev.idp.kubernetes.internal.ready.OneLine;
import java.io.Console;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Prints how far applying is, for {@link ApplyOptions#listener}. Nothing is printed unless somebody asks for it by this.
 *
 * <p>Into a file or a log it prints a line for each object with which something was done, that failed, or that is waited for,
 * and one at the end. On a terminal one line shows how far it is, and what failed or was asked again stands above it.
 */
public final class Progress implements Consumer<ApplyEvent> {

    private static final int WIDTH = 100;

    /** ECMA-48: to the beginning of the line, and erase to its end. */
    private static final String ERASE = "\r\u001b[K";

    private final PrintStream out;
    private final boolean terminal;
    private final int width;
    private final String name;
    private final Map<ObjectKey, String> waiting = new HashMap<>();
    private LiveLine line = new LiveLine("", 0);
    private String shown = "";

    private Progress(PrintStream out, boolean terminal, int width, String name) {
        this.out = out;
        this.terminal = terminal;
        this.width = width;
        this.name = name;
    }

    /**
     * Prints to a stream.
     *
     * @param out where to
     * @param terminal whether it leads to a terminal, which understands to erase a line
     * @return a listener, for one apply after the other
     */
    public static Progress on(PrintStream out, boolean terminal) {
        return new Progress(Objects.requireNonNull(out, "the stream is null"), terminal, WIDTH, "");
    }

    /**
     * Prints to the standard error, as to a terminal if this program has one.
     *
     * @return a listener, for one apply after the other
     */
    public static Progress onConsole() {
        boolean understands = !String.valueOf(System.getenv("TERM")).equals("dumb");
        return on(System.err, understands && isTerminal());
    }

    /** From JDK 22 on there is a console without a terminal too, and JDK 17 has no method to ask it. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (NoSuchMethodException beforeJdk22) {
            return true;
        } catch (ReflectiveOperationException unknown) {
            return false;
        }
    }

    /**
     * Cuts the line of a terminal.
     *
     * @param columns how many characters it has at most; 100 unless it is said
     * @return another listener
     * @throws IllegalArgumentException if nothing fits in
     */
    public Progress withWidth(int columns) {
        if (columns < 20) {
            throw new IllegalArgumentException(
                    "a line of " + columns + " characters shows nothing: give it 20 at least");
        }
        return new Progress(out, terminal, columns, name);
    }

    /**
     * Begins each line with a name, so that several clusters can share a log.
     *
     * @param name the name
     * @return another listener
     */
    public Progress named(String name) {
        return new Progress(out, terminal, width, name + " ");
    }

    @Override
    public synchronized void accept(ApplyEvent event) {
        if (event instanceof ApplyEvent.Started started) {
            line = new LiveLine(started.set(), started.objects());
            waiting.clear();
        }
        String text = begun(text(event));
        if (terminal) {
            line.take(event);
            show(event, text);
        } else if (!text.isEmpty()) {
            out.println(text);
        }
        out.flush();
    }

    private void show(ApplyEvent event, String text) {
        boolean isLast = event instanceof ApplyEvent.Finished;
        boolean staysAbove = isLast
                || event instanceof ApplyEvent.Failed
                || event instanceof ApplyEvent.Skipped
                || event instanceof ApplyEvent.Retried;
        String next = isLast ? "" : cut(begun(line.toString()));
        if (staysAbove) {
            out.print(shown.isEmpty() ? "" : ERASE);
            out.println(text);
            out.print(next);
        } else if (!next.equals(shown)) {
            out.print(ERASE + next);
        }
        shown = next;
    }

    private String begun(String text) {
        return text.isEmpty() ? "" : name + text;
    }

    private String cut(String text) {
        return text.codePointCount(0, text.length()) <= width
                ? text
                : text.substring(0, text.offsetByCodePoints(0, width - 3)) + "...";
    }

    /** What is worth a line of its own; empty if nothing is. */
    private String text(ApplyEvent event) {
        if (event instanceof ApplyEvent.Applied applied) {
            return switch (applied.result()) {
                case UNCHANGED, KEPT -> "";
                default -> line(applied.result().name().toLowerCase(Locale.ROOT), applied.object(), "");
            };
        }
        if (event instanceof ApplyEvent.Waiting waits) {
            boolean isNew = !waits.message().equals(waiting.put(waits.object(), waits.message()));
            return isNew ? line("waiting", waits.object(), waits.message()) : "";
        }
        if (event instanceof ApplyEvent.Ready ready) {
            return waiting.remove(ready.object()) == null ? "" : line("ready", ready.object(), "");
        }
        if (event instanceof ApplyEvent.Failed failed) {
            return line("failed", failed.object(), failed.message());
        }
        if (event instanceof ApplyEvent.Skipped skipped) {
            return line("skipped", skipped.object(), skipped.message());
        }
        if (event instanceof ApplyEvent.Retried retried) {
            return word("again") + OneLine.uncut(retried.message());
        }
        if (event instanceof ApplyEvent.Finished finished) {
            double seconds = finished.took().toMillis() / 1000.0;
            return line.set() + ": " + finished.summary() + String.format(Locale.ROOT, ", in %.1f s", seconds);
        }
        return "";
    }

    private static String line(String word, ObjectKey object, String message) {
        return word(word) + OneLine.uncut(object + (message.isEmpty() ? "" : ": " + message));
    }

    private static String word(String word) {
        return String.format(Locale.ROOT, "%-9s", word);
    }
}
