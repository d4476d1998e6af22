package dev.idp.benchmarks.apply;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.SSLContext;

/** The same requests and nothing else, sixteen at a time: what the server itself takes. */
final class PlainHttp {

    private final String server;
    private final SSLContext trust;

    PlainHttp(String server, SSLContext trust) {
        this.server = server;
        this.trust = trust;
    }

    /** A request for an object: its path, and the object. */
    record Patch(String path, String body) {}

    void send(List<Patch> patches) throws Exception {
        HttpClient client = HttpClient.newBuilder().sslContext(trust).build();
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Future<Integer>> answers = new ArrayList<>();
            for (Patch patch : patches) {
                answers.add(threads.submit(() -> send(client, patch)));
            }
            for (Future<Integer> answer : answers) {
                answer.get();
            }
        } finally {
            threads.shutdown();
        }
    }

    private int send(HttpClient client, Patch patch) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server + patch.path() + "?fieldManager=plain"))
                .method("PATCH", HttpRequest.BodyPublishers.ofString(patch.body()))
                .header("Content-Type", "application/apply-patch+yaml")
                .build();
        HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(patch.path() + ": " + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return answer.statusCode();
    }
}
