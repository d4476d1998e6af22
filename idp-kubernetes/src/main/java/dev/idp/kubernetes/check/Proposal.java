package dev.idp.kubernetes.check;

import java.util.Optional;

/**
 * How much of a resource a container should ask for.
 *
 * @param object the object that makes its pods
 * @param container the name of the container
 * @param resource {@code cpu} or {@code memory}
 * @param request what it asks for now, with the defaults of its namespace; empty if nothing
 * @param limit what it gets at most now; empty if there is no end
 * @param proposedRequest what it should ask for
 * @param proposedLimit what it should get at most; empty if it needs no limit
 * @param isWeak whether there is too little to go by
 * @param reasoning why, in one sentence with the figures
 */
public record Proposal(
        ManifestObject object,
        String container,
        String resource,
        Optional<String> request,
        Optional<String> limit,
        String proposedRequest,
        Optional<String> proposedLimit,
        boolean isWeak,
        String reasoning) {

    /** Returns the proposal in one line. */
    @Override
    public String toString() {
        return object.reference() + " container '" + container + "': " + resource + " request "
                + request.orElse("none") + " -> " + proposedRequest + ", limit " + limit.orElse("none") + " -> "
                + proposedLimit.orElse("none") + ": " + reasoning;
    }
}
