package dev.idp.explain;

import java.lang.StackWalker.StackFrame;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The place in a user's program where something was said.
 *
 * <p>Up to three frames are kept, nearest first, so that a statement made through a company's own wrapper still leads to
 * the program that called the wrapper. Origins never take part in the equality of anything that carries them: moving a
 * line does not change a platform.
 */
public final class Origin {

    /** Nothing of the user's program is known, as for values of a plan that was read back from a file. */
    public static final Origin UNKNOWN = new Origin(List.of(), null);

    private static final int KEPT_FRAMES = 3;

    /** Exact names: tests and examples live in packages of their own below {@code dev.idp} and count as users. */
    private static final Set<String> LIBRARY = Set.of(
            "dev.idp",
            "dev.idp.explain",
            "dev.idp.output",
            "dev.idp.plan",
            "dev.idp.policy",
            "dev.idp.resources",
            "dev.idp.spi",
            "dev.idp.internal.json",
            "dev.idp.internal.planning",
            "dev.idp.internal.text",
            "dev.idp.kubernetes",
            "dev.idp.kubernetes.admission",
            "dev.idp.kubernetes.apply",
            "dev.idp.kubernetes.check",
            "dev.idp.kubernetes.internal.apply",
            "dev.idp.kubernetes.internal.capacity",
            "dev.idp.kubernetes.internal.cel",
            "dev.idp.kubernetes.internal.check",
            "dev.idp.kubernetes.internal.check.wiring",
            "dev.idp.kubernetes.internal.check.podsecurity",
            "dev.idp.kubernetes.internal.cluster",
            "dev.idp.kubernetes.internal.condition",
            "dev.idp.kubernetes.internal.facets",
            "dev.idp.kubernetes.internal.model",
            "dev.idp.kubernetes.internal.ready",
            "dev.idp.kubernetes.internal.render",
            "dev.idp.kubernetes.internal.tree",
            "dev.idp.kubernetes.internal.schema",
            "dev.idp.kubernetes.internal.yaml",
            "dev.idp.testing",
            "dev.idp.testing.generate",
            "dev.idp.testing.junit",
            "dev.idp.testing.kubernetes",
            "dev.idp.testing.part",
            "dev.idp.testing.rule",
            "dev.idp.testing.snapshot");

    private static final String PLANNING = "dev.idp.internal.planning.";

    private static final List<String> PLATFORM = List.of("java.", "javax.", "jdk.", "sun.");

    /** Whoever starts programs is not part of them. */
    private static final List<String> LAUNCHERS = List.of("org.junit.", "org.apache.maven.", "org.gradle.");

    private static final StackWalker WALKER = StackWalker.getInstance();

    /** File names and lines are looked up when somebody asks: that costs ten times as much as the walk itself. */
    private final List<StackFrame> frames;

    /** A line of a file that is no program. */
    private final @Nullable String place;

    private Origin(List<StackFrame> frames, @Nullable String place) {
        this.frames = frames;
        this.place = place;
    }

    /**
     * Returns the place of something that was not said by a program, such as a line of a file of releases.
     *
     * @param place the place, as people should read it
     * @return the origin
     */
    public static Origin at(String place) {
        return new Origin(List.of(), Objects.requireNonNull(place, "the place of an origin is null"));
    }

    /**
     * Returns the nearest place outside this library on the calling thread's stack.
     *
     * @return the origin, {@link #UNKNOWN} when no frame of the stack belongs to a user
     */
    public static Origin capture() {
        return WALKER.walk(Origin::nearestUser);
    }

    private static Origin nearestUser(Stream<StackFrame> stack) {
        List<StackFrame> kept = new ArrayList<>(KEPT_FRAMES);
        for (Iterator<StackFrame> i = stack.iterator(); i.hasNext() && kept.size() < KEPT_FRAMES; ) {
            StackFrame frame = i.next();
            String type = frame.getClassName();
            if (startsWithAny(type, PLATFORM)) {
                continue;
            }
            if (!isLibrary(type) && !startsWithAny(type, LAUNCHERS)) {
                kept.add(frame);
            } else if (!kept.isEmpty() || type.startsWith(PLANNING)) {
                // Beyond stands whoever asked for a plan, who says nothing about what is in it.
                break;
            }
        }
        return kept.isEmpty() ? UNKNOWN : new Origin(List.copyOf(kept), null);
    }

    /**
     * Returns the nearest user's frame of an exception that a user's code threw.
     *
     * @param thrown the exception
     * @return {@code File.java:line}, or the exception's first frame when none is a user's
     */
    public static String of(Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        for (StackTraceElement element : trace) {
            if (element.getClassName().startsWith(PLANNING)) {
                break;
            }
            if (!isLibrary(element.getClassName()) && !startsWithAny(element.getClassName(), PLATFORM)) {
                return place(element);
            }
        }
        return trace.length == 0 ? "an unknown line" : place(trace[0]);
    }

    private static boolean isLibrary(String type) {
        int dot = type.lastIndexOf('.');
        return dot > 0 && LIBRARY.contains(type.substring(0, dot));
    }

    private static boolean startsWithAny(String type, List<String> prefixes) {
        for (String prefix : prefixes) {
            if (type.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    private static String place(StackTraceElement element) {
        return element.getFileName() + ":" + element.getLineNumber();
    }

    /**
     * Tells whether a line of the user's program is known.
     *
     * @return false for {@link #UNKNOWN} alone
     */
    public boolean isKnown() {
        return place != null || !frames.isEmpty();
    }

    /**
     * Returns the kept frames, nearest first, each as {@code File.java:line}.
     *
     * @return at most three places; none when the origin is unknown
     */
    public List<String> trail() {
        return place != null
                ? List.of(place)
                : frames.stream()
                        .map(frame -> place(frame.toStackTraceElement()))
                        .toList();
    }

    /**
     * Returns the nearest file, for tools that look it up.
     *
     * @return the source file by its package, like {@code org/example/Shop.java}, or a file that is no program; empty when
     *     none is known
     */
    public String file() {
        if (place != null) {
            int colon = place.lastIndexOf(':');
            return colon < 0 ? place : place.substring(0, colon);
        }
        if (frames.isEmpty()) {
            return "";
        }
        StackTraceElement nearest = frames.get(0).toStackTraceElement();
        String type = nearest.getClassName();
        return type.substring(0, type.lastIndexOf('.') + 1).replace('.', '/') + nearest.getFileName();
    }

    /**
     * Returns the line in the nearest file.
     *
     * @return the line, from 1; 0 when none is known
     */
    public int line() {
        if (place != null) {
            String after = place.substring(place.lastIndexOf(':') + 1);
            return after.matches("\\d{1,9}") ? Integer.parseInt(after) : 0;
        }
        return frames.isEmpty()
                ? 0
                : Math.max(0, frames.get(0).toStackTraceElement().getLineNumber());
    }

    /** Returns the nearest place as {@code File.java:line}. */
    @Override
    public String toString() {
        if (place != null) {
            return place;
        }
        return frames.isEmpty() ? "an unknown line" : place(frames.get(0).toStackTraceElement());
    }
}
