package dev.idp.testing.snapshot;

import dev.idp.explain.Source;
import java.util.Optional;

/**
 * One thing that a snapshot shows: a service of a plan, a manifest. Whoever writes a backend makes its output known to
 * snapshots by it.
 *
 * <pre>{@code
 * snapshots.matches("compose", List.of(new ComposeService("orders", tree))); // passes if it is as the file says
 * snapshots.matches("compose", List.of());                                   // fails: orders is gone
 * }</pre>
 */
public interface SnapshotSubject {

    /**
     * Returns in which file of the snapshot it is kept, for snapshots that are a directory.
     *
     * @return a name without an ending, such as the service's; empty if the snapshot is one file
     */
    String file();

    /**
     * Returns its name, under which it stands in the file.
     *
     * @return for example {@code services/orders} or {@code Deployment/orders}, unique in the file
     */
    String name();

    /**
     * Returns where it is, to be told beside its name.
     *
     * @return for example {@code prod}; empty if there is no more to say
     */
    String environment();

    /**
     * Returns what is kept of it.
     *
     * @return a tree of maps with text keys, lists, texts, numbers and truth values
     */
    Object tree();

    /**
     * Finds out who said what stands in a field. It is asked only about what differs.
     *
     * @param pointer the field, as a JSON pointer (RFC 6901); empty for the whole
     * @return who, with the line of the program; empty if nobody but the library did
     */
    Optional<Source> source(String pointer);
}
