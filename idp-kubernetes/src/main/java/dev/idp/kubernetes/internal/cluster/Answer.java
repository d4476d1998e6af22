package dev.idp.kubernetes.internal.cluster;

import dev.idp.kubernetes.internal.tree.JsonTrees;
import dev.idp.kubernetes.internal.tree.Tree;
import java.io.UncheckedIOException;

/** What an API server answered. */
public final class Answer {

    private final Request request;
    private final int code;
    private final byte[] body;
    private final long retryAfterSeconds;

    Answer(Request request, int code, byte[] body, long retryAfterSeconds) {
        this.request = request;
        this.code = code;
        this.body = body;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    /**
     * Returns the HTTP status.
     *
     * @return for example 201, where something was created
     */
    public int code() {
        return code;
    }

    /**
     * Tells whether the server did what it was asked.
     *
     * @return true of 200 to 299
     */
    public boolean isSuccess() {
        return code / 100 == 2;
    }

    /**
     * Returns what it sent.
     *
     * @return the object, or the list
     * @throws Unreachable if it is no JSON
     */
    public Tree tree() {
        return tree("");
    }

    /**
     * Returns what it sent, but for the notes about who set what, which are most of it.
     *
     * @return the object
     * @throws Unreachable if it is no JSON
     */
    Tree treeWithoutManagers() {
        return tree("managedFields");
    }

    private Tree tree(String without) {
        try {
            return JsonTrees.parse(body, without);
        } catch (UncheckedIOException broken) {
            throw new Unreachable(request + ": the answer is no JSON, or only half of it");
        }
    }

    /**
     * Returns why it did not do what it was asked.
     *
     * @return what it says of it, without the values of a Secret
     */
    public Refusal refusal() {
        Refusal refusal = Refusal.of(code, body);
        return request.isOfSecrets() ? refusal.withoutValues() : refusal;
    }

    long retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
