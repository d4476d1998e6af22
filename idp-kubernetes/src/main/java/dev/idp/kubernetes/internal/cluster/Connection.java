package dev.idp.kubernetes.internal.cluster;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.RequestConfig;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javax.net.ssl.SSLHandshakeException;

/**
 * Sends requests through the HTTP client of a Fabric8 client: its certificates, tokens, proxies. It tries again where trying
 * again helps, which Fabric8's own retries are turned off for: they know neither how long one is willing to wait nor that one
 * stopped.
 */
public final class Connection {

    /** What an API server reads of a request at most. */
    private static final int LARGEST = 3 << 20;

    private final String root;
    private final HttpClient http;
    private final Duration patience;
    private final Duration timeout;
    private final Consumer<String> retries;
    private final AtomicLong sent;

    private Connection(
            String root,
            HttpClient http,
            Duration patience,
            Duration timeout,
            Consumer<String> retries,
            AtomicLong sent) {
        this.root = root;
        this.http = http;
        this.patience = patience;
        this.timeout = timeout;
        this.retries = retries;
        this.sent = sent;
    }

    /**
     * Takes a client.
     *
     * @param client whose configuration says where the server is and who asks
     * @param timeout how long one request may take
     * @param patience for how long to try again what fails by accident
     * @return a connection
     */
    public static Connection through(KubernetesClient client, Duration timeout, Duration patience) {
        RequestConfig once = client.getConfiguration().getRequestConfig();
        RequestConfig config = new RequestConfig(
                once.getWatchReconnectLimit(),
                once.getWatchReconnectInterval(),
                once.getRequestTimeout(),
                once.getScaleTimeout(),
                once.getLoggingInterval(),
                0,
                once.getRequestRetryBackoffInterval(),
                once.getUploadRequestTimeout());
        config.setImpersonateUsername(once.getImpersonateUsername());
        config.setImpersonateGroups(once.getImpersonateGroups());
        config.setImpersonateExtras(once.getImpersonateExtras());
        String url = client.getMasterUrl().toString();
        return new Connection(
                url.endsWith("/") ? url.substring(0, url.length() - 1) : url,
                client.getHttpClient().newBuilder().tag(config).build(),
                patience,
                timeout,
                retry -> {},
                new AtomicLong());
    }

    /**
     * Returns a connection of the same kind that counts for itself.
     *
     * @param listener takes a line for each attempt that failed and is made again
     * @return the connection
     */
    public Connection reportingTo(Consumer<String> listener) {
        return new Connection(root, http, patience, timeout, listener, new AtomicLong());
    }

    /**
     * Returns how many requests were sent, with those that were sent again.
     *
     * @return since this connection was made
     */
    public long sent() {
        return sent.get();
    }

    /**
     * Sends a request, again if it gets no answer, or one that says to come back: 429 and 5xx.
     *
     * @param request what to ask
     * @return the answer
     * @throws Unreachable if there was none in time
     * @throws CancellationException if this thread is interrupted
     */
    public Answer send(Request request) {
        requireSmall(request);
        Backoff backoff = new Backoff(patience);
        try {
            while (true) {
                String failure;
                long retryAfter = 0;
                try {
                    Answer answer = attempt(request);
                    if ((answer.code() != 429 && answer.code() / 100 != 5)
                            || answer.refusal().isOfTheObject()) {
                        return answer;
                    }
                    retryAfter = answer.retryAfterSeconds();
                    if (!backoff.hasTime(retryAfter)) {
                        return answer;
                    }
                    failure = answer.code() + " " + answer.refusal().summary();
                } catch (IOException lost) {
                    failure = String.valueOf(lost.getMessage());
                    if (!backoff.hasTime(0)) {
                        throw new Unreachable(
                                request + ": no answer within " + patience.toSeconds() + " s: " + failure);
                    }
                }
                retries.accept(request + " is sent again: " + failure);
                backoff.await(retryAfter);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException(request + " was cancelled");
        }
    }

    /** It would close before all is sent, and what it says of that is lost on some clients. */
    private static void requireSmall(Request request) {
        boolean mayBeLarge = request.body().length() > LARGEST / 3;
        int size = mayBeLarge ? request.body().getBytes(StandardCharsets.UTF_8).length : 0;
        if (size > LARGEST) {
            throw new Unreachable(request + ": it is too large, " + size + " bytes, of which an API server reads "
                    + LARGEST + ": split it");
        }
    }

    private Answer attempt(Request request) throws IOException, InterruptedException {
        HttpRequest.Builder asked = http.newHttpRequestBuilder()
                .uri(root + request.path())
                .timeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .method(
                        request.method(),
                        request.contentType().isEmpty() ? null : request.contentType(),
                        request.body().isEmpty() ? null : request.body());
        asked.setHeader("Accept", request.accept());
        asked.setHeader("User-Agent", "idp");
        sent.incrementAndGet();
        CompletableFuture<HttpResponse<byte[]>> answer = http.sendAsync(asked.build(), byte[].class);
        try {
            // The client's own limit ends with the head of the answer; a body may never end.
            HttpResponse<byte[]> got = answer.get(timeout.toMillis() * 2, TimeUnit.MILLISECONDS);
            return new Answer(request, got.code(), got.body() == null ? new byte[0] : got.body(), retryAfter(got));
        } catch (ExecutionException failed) {
            throw lost(request, failed);
        } catch (TimeoutException late) {
            answer.cancel(true);
            throw new IOException("no answer within " + timeout.toSeconds() * 2 + " s");
        } catch (InterruptedException stopped) {
            answer.cancel(true);
            throw stopped;
        }
    }

    private static long retryAfter(HttpResponse<byte[]> answer) {
        String seconds = answer.header("Retry-After");
        return seconds != null && seconds.matches("\\d{1,6}") ? Long.parseLong(seconds) : 0;
    }

    /** What may be otherwise the next time; that nobody can be trusted or found is the same then. */
    private static IOException lost(Request request, Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
            if (cause instanceof SSLHandshakeException || cause instanceof UnknownHostException) {
                throw new Unreachable(request + ": " + cause.getClass().getSimpleName() + ": " + cause.getMessage());
            }
        }
        String said = cause.getMessage();
        return new IOException(said == null || said.isBlank() ? cause.getClass().getSimpleName() : said);
    }
}
