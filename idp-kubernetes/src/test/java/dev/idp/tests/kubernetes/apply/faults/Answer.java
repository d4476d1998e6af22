package dev.idp.tests.kubernetes.apply.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An answer in full, written as HTTP/1.1. */
final class Answer {

    private final int status;
    private final List<Map.Entry<String, String>> headers;
    private final byte[] body;

    private Answer(int status, List<Map.Entry<String, String>> headers, byte[] body) {
        this.status = status;
        this.headers = List.copyOf(headers);
        this.body = body;
    }

    /** The length of what a HEAD has not is known by its header alone. */
    static Answer of(HttpResponse<byte[]> response) {
        boolean hasNoBody = response.request().method().equals("HEAD");
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        response.headers().map().forEach((name, values) -> {
            boolean kept =
                    name.equalsIgnoreCase("content-length") ? hasNoBody : !ReceivedRequest.endsAtTheNextHop(name);
            if (kept && !name.startsWith(":")) {
                values.forEach(value -> headers.add(Map.entry(name, value)));
            }
        });
        return new Answer(response.statusCode(), headers, response.body());
    }

    static Answer text(int status, String text) {
        return new Answer(
                status,
                List.of(Map.entry("Content-Type", "text/plain; charset=utf-8")),
                text.getBytes(StandardCharsets.UTF_8));
    }

    /** As Kubernetes says that something failed. */
    static Answer failure(int status, String reason) {
        String object = """
                {"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":"injected: %s",\
                "reason":"%s","details":{"retryAfterSeconds":1},"code":%d}
                """.formatted(reason, reason, status);
        return new Answer(
                status,
                List.of(Map.entry("Content-Type", "application/json")),
                object.getBytes(StandardCharsets.UTF_8));
    }

    Answer with(String name, String value) {
        List<Map.Entry<String, String>> more = new ArrayList<>(headers);
        more.add(Map.entry(name, value));
        return new Answer(status, more, body);
    }

    int status() {
        return status;
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(head());
        out.write(body);
        out.flush();
    }

    /** Half of the body under a head that promises all of it; of an answer without one, half of the head. */
    void writeHalfTo(OutputStream out) throws IOException {
        byte[] head = head();
        out.write(head, 0, body.length == 0 ? head.length / 2 : head.length);
        out.write(body, 0, body.length / 2);
        out.flush();
    }

    private byte[] head() {
        StringBuilder head = new StringBuilder("HTTP/1.1 ").append(status).append(" \r\n");
        headers.forEach(header -> head.append(header.getKey())
                .append(": ")
                .append(header.getValue())
                .append("\r\n"));
        if (hasLength()) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private boolean hasLength() {
        return status != 204
                && status != 304
                && headers.stream().noneMatch(header -> header.getKey().equalsIgnoreCase("content-length"));
    }
}
