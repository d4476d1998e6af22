package dev.idp.tests.kubernetes.apply.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** The server behind a proxy, and the client that may talk to it. */
record Upstream(URI server, HttpClient client) {

    Answer send(ReceivedRequest request) throws IOException, InterruptedException {
        BodyPublisher body =
                request.body().length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(request.body());
        HttpRequest.Builder sent =
                HttpRequest.newBuilder(URI.create(server + request.path())).method(request.method(), body);
        request.headersToForward().forEach(header -> sent.header(header.getKey(), header.getValue()));
        return Answer.of(client.send(sent.build(), BodyHandlers.ofByteArray()));
    }
}
