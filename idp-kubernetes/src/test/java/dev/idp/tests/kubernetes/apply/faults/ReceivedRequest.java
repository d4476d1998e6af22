package dev.idp.tests.kubernetes.apply.faults;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A request of HTTP/1.1 in full, as it was read from a connection. */
final class ReceivedRequest {

    private static final int LARGEST_BODY = 16 << 20;

    /** What is said to the next hop and not to the one after it, or is written anew by whoever sends it on. */
    private static final Set<String> HOP = Set.of(
            "connection",
            "content-length",
            "expect",
            "host",
            "http2-settings",
            "keep-alive",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private final String method;
    private final String path;
    private final List<Map.Entry<String, String>> headers;
    private final byte[] body;

    private ReceivedRequest(String method, String path, List<Map.Entry<String, String>> headers, byte[] body) {
        this.method = method;
        this.path = path;
        this.headers = headers;
        this.body = body;
    }

    static boolean endsAtTheNextHop(String header) {
        return HOP.contains(header.toLowerCase(Locale.ROOT));
    }

    /** Empty where the client has closed the connection; whoever waits to be asked for a body is asked for it. */
    static Optional<ReceivedRequest> read(InputStream in, OutputStream out) throws IOException {
        int first = in.read();
        if (first < 0) {
            return Optional.empty();
        }
        String[] start = ((char) first + line(in)).split(" ", -1);
        if (start.length != 3) {
            throw new IOException("no request of HTTP/1.1");
        }
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.add(Map.entry(
                    line.substring(0, colon), line.substring(colon + 1).strip()));
        }
        if (value(headers, "expect").equalsIgnoreCase("100-continue")) {
            out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }
        return Optional.of(new ReceivedRequest(start[0], start[1], headers, body(in, headers)));
    }

    String method() {
        return method;
    }

    String path() {
        return path;
    }

    byte[] body() {
        return body;
    }

    List<Map.Entry<String, String>> headersToForward() {
        return headers.stream()
                .filter(header -> !endsAtTheNextHop(header.getKey()))
                .toList();
    }

    boolean isTheLastOfItsConnection() {
        return value(headers, "connection").equalsIgnoreCase("close");
    }

    private static byte[] body(InputStream in, List<Map.Entry<String, String>> headers) throws IOException {
        if (value(headers, "transfer-encoding").equalsIgnoreCase("chunked")) {
            return chunks(in);
        }
        String length = value(headers, "content-length");
        return length.isEmpty() ? new byte[0] : exactly(Integer.parseInt(length), in);
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int size = chunkSize(in); size > 0; size = chunkSize(in)) {
            all.write(exactly(size, in));
            line(in);
            requireSmall(all.size());
        }
        skipTrailers(in);
        return all.toByteArray();
    }

    /** They say nothing that Kubernetes reads. */
    private static void skipTrailers(InputStream in) throws IOException {
        String line = line(in);
        while (!line.isEmpty()) {
            line = line(in);
        }
    }

    private static int chunkSize(InputStream in) throws IOException {
        return Integer.parseInt(line(in).split(";", 2)[0].strip(), 16);
    }

    private static byte[] exactly(int length, InputStream in) throws IOException {
        requireSmall(length);
        byte[] read = in.readNBytes(length);
        if (read.length < length) {
            throw new EOFException("the client closed in the middle of a body");
        }
        return read;
    }

    private static void requireSmall(int length) throws IOException {
        if (length > LARGEST_BODY) {
            throw new IOException("a body of " + length + " bytes");
        }
    }

    private static String value(List<Map.Entry<String, String>> headers, String name) {
        return headers.stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the client closed in the middle of a line");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
