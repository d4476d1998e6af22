package dev.idp.kubernetes.apply;

import dev.idp.kubernetes.internal.cluster.Answer;
import dev.idp.kubernetes.internal.cluster.Api;
import dev.idp.kubernetes.internal.cluster.Live;
import dev.idp.kubernetes.internal.cluster.Refusal;
import dev.idp.kubernetes.internal.cluster.Request;
import dev.idp.kubernetes.internal.cluster.ResourceType;
import dev.idp.kubernetes.internal.tree.Tree;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;

/** Deletes one object, and no other that has its name by now. */
final class Deletion {

    private static final long FIRST_PAUSE = 50;
    private static final long LONGEST_PAUSE = 2000;

    private final Api api;
    private final ObjectKey key;
    private final ResourceType type;

    Deletion(Api api, ObjectKey key, ResourceType type) {
        this.api = api;
        this.key = key;
        this.type = type;
    }

    /** Whether it is gone or going; if not, it changed since it was looked at. */
    boolean delete(Live live, boolean onlyIfUnchanged) {
        String options = "{\"kind\":\"DeleteOptions\",\"apiVersion\":\"v1\",\"propagationPolicy\":\"Background\","
                + "\"preconditions\":{\"uid\":\"" + live.uid() + "\""
                + (onlyIfUnchanged ? ",\"resourceVersion\":\"" + live.resourceVersion() + "\"" : "") + "}}";
        Answer answer = api.send(
                Request.delete(type.path(key.namespace(), key.name()), options).forMetadata());
        if (answer.isSuccess()) {
            return true;
        }
        Refusal refusal = answer.refusal();
        if (refusal.isNotFound()) {
            return true;
        }
        if (refusal.code() == 409) {
            return false;
        }
        throw new ObjectFailure(Refusals.text(key, refusal));
    }

    /** Waits until finalizers are through; whatever has its name afterwards is another object. */
    void awaitEnd(Live live, Duration timeout) {
        long end = System.nanoTime() + timeout.toNanos();
        long pause = FIRST_PAUSE;
        while (true) {
            Optional<Live> now = api.get(type, key.namespace(), key.name(), true);
            if (now.isEmpty() || !now.get().uid().equals(live.uid())) {
                return;
            }
            if (System.nanoTime() > end) {
                List<Tree> finalizers = now.get().tree().elementsOf("metadata", "finalizers");
                String held =
                        finalizers.stream().map(finalizer -> finalizer.text()).collect(Collectors.joining(", "));
                throw new ObjectFailure("it is still being deleted after " + timeout.toSeconds() + " s"
                        + (held.isEmpty() ? "" : ", held by " + held) + "; look with: kubectl get "
                        + key.groupKind().toLowerCase(Locale.ROOT)
                        + (key.namespace().isEmpty() ? "" : " -n " + key.namespace()) + " " + key.name() + " -o yaml");
            }
            try {
                Thread.sleep(pause);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new CancellationException("waiting for the end of " + key + " was cancelled");
            }
            pause = Math.min(pause * 2, LONGEST_PAUSE);
        }
    }
}
