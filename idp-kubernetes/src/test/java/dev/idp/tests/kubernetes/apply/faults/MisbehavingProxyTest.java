package dev.idp.tests.kubernetes.apply.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client sees of each fault, and whether the server has seen the request. */
class MisbehavingProxyTest {

    private final HttpClient direct =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Tries to change to HTTP/2, as the client of the JDK does unless it is told otherwise. */
    private final HttpClient client = HttpClient.newHttpClient();

    private MirrorServer server;

    @BeforeEach
    void start() throws IOException {
        server = new MirrorServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    static Stream<Arguments> losses() {
        return Stream.of(
                arguments(Fault.resetBefore(), 0, 0),
                arguments(Fault.insteadOfForwarding(() -> {}), 0, 0),
                arguments(Fault.resetAfter(), 1, 201),
                arguments(Fault.halfAnswer(), 1, 201));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void losesAnAnswer(Fault fault, int seen, int status) throws Exception {
        try (MisbehavingProxy proxy = before(Script.nth(1, fault))) {
            assertThatIOException().isThrownBy(() -> post(proxy, "/a", "body"));

            assertThat(server.seen()).hasSize(seen);
            assertThat(proxy.requests()).containsExactly(new RecordedRequest(1, "POST", "/a", 4, status, fault.kind()));
            assertThat(proxy.injected()).isEqualTo(Map.of(fault.kind(), 1));
            assertThat(post(proxy, "/b", "").statusCode()).as("the next one").isEqualTo(201);
        }
    }

    @Test
    void losesAnAnswerWithoutABody() throws Exception {
        try (MisbehavingProxy proxy = before(Script.nth(1, Fault.halfAnswer()))) {
            assertThatIOException().isThrownBy(() -> send(proxy, "DELETE", "/a", ""));

            assertThat(server.seen()).containsExactly("DELETE /a ");
        }
    }

    static Stream<Arguments> errors() {
        return Stream.of(
                arguments(Fault.tooMany(), 429, 0, "\"reason\":\"TooManyRequests\""),
                arguments(Fault.tooManyInWords(), 429, 0, "Too many requests"),
                arguments(Fault.serverError(500), 500, 0, "\"reason\":\"InternalError\""),
                arguments(Fault.serverError(502), 502, 0, "Bad Gateway"),
                arguments(Fault.serverError(503), 503, 0, "\"reason\":\"ServiceUnavailable\""),
                arguments(Fault.serverError(504), 504, 0, "\"reason\":\"Timeout\""),
                arguments(Fault.serverErrorAfter(500), 500, 1, "\"code\":500"));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void answersAnError(Fault fault, int status, int seen, String text) throws Exception {
        try (MisbehavingProxy proxy = before(Script.nth(1, fault))) {
            HttpResponse<String> answer = post(proxy, "/a", "body");

            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(answer.body()).contains(text);
            assertThat(answer.headers().firstValue("Retry-After").isPresent()).isEqualTo(status == 429);
            assertThat(server.seen()).hasSize(seen);
            assertThat(proxy.requests()).extracting(RecordedRequest::status).containsExactly(status);
            assertThat(post(proxy, "/b", "").statusCode()).as("the next one").isEqualTo(201);
        }
    }

    @Test
    void passesOnWhatIsSaidAndNothingOfTheConnection() throws Exception {
        try (MisbehavingProxy proxy = before(Script.nothing())) {
            HttpRequest patch = HttpRequest.newBuilder(at(proxy, "/apis/a%2Fb?fieldManager=idp&force=true"))
                    .header("X-Said", "yes")
                    .method("PATCH", BodyPublishers.ofString("é"))
                    .build();

            HttpResponse<String> answer = client.send(patch, BodyHandlers.ofString());

            assertThat(answer.body()).isEqualTo("PATCH /apis/a%2Fb?fieldManager=idp&force=true é");
            assertThat(answer.headers().allValues("X-Mirror")).containsExactly("one", "two");
            assertThat(proxy.requests())
                    .containsExactly(new RecordedRequest(
                            1, "PATCH", "/apis/a%2Fb?fieldManager=idp&force=true", 2, 201, Fault.Kind.NONE));
            assertThat(proxy.injected()).isEmpty();
            assertThat(server.headers().get(0))
                    .containsEntry("X-said", List.of("yes"))
                    .doesNotContainKeys("Upgrade", "Http2-settings", "Connection");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 16 << 10, 1 << 20})
    void takesABodyInChunks(int length) throws Exception {
        String body = "x".repeat(length);
        try (MisbehavingProxy proxy = before(Script.nothing())) {
            HttpRequest chunked = HttpRequest.newBuilder(at(proxy, "/a"))
                    .POST(BodyPublishers.ofInputStream(
                            () -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))))
                    .build();

            assertThat(client.send(chunked, BodyHandlers.ofString()).body()).isEqualTo("POST /a " + body);
            assertThat(proxy.requests().get(0).contentLength()).isEqualTo(length);
        }
    }

    @Test
    void asksForTheBodyOfWhoWaitsToBeAsked() throws Exception {
        try (MisbehavingProxy proxy = before(Script.nothing())) {
            HttpRequest waiting = HttpRequest.newBuilder(at(proxy, "/a"))
                    .expectContinue(true)
                    .version(HttpClient.Version.HTTP_1_1)
                    .PUT(BodyPublishers.ofString("body"))
                    .build();

            assertThat(client.send(waiting, BodyHandlers.ofString()).body()).isEqualTo("PUT /a body");
        }
    }

    @Test
    void keepsAConnectionForWhoeverAsksAgain() throws Exception {
        try (MisbehavingProxy proxy = before(Script.nth(3, Fault.tooMany()))) {
            for (String method : List.of("GET", "POST", "PUT", "DELETE", "HEAD", "PATCH")) {
                send(proxy, method, "/a", method.equals("HEAD") ? "" : "body");
            }

            assertThat(proxy.connections()).isEqualTo(1);
            assertThat(proxy.requests())
                    .extracting(RecordedRequest::method)
                    .containsExactly("GET", "POST", "PUT", "DELETE", "HEAD", "PATCH");
            assertThat(proxy.requests())
                    .extracting(RecordedRequest::status)
                    .containsExactly(201, 201, 429, 204, 200, 201);
        }
    }

    /** So whoever counts requests of this client counts those it makes itself: it takes a lost GET for a connection that was too old. */
    @Test
    void isAskedAgainByTheClientOfTheJdkForAReadThatWasResetAndForNothingElse() throws Exception {
        try (MisbehavingProxy proxy =
                before((number, method, path) -> number == 2 || number == 4 ? Fault.resetBefore() : Fault.none())) {
            send(proxy, "GET", "/a", "");
            assertThat(send(proxy, "GET", "/b", "").statusCode()).isEqualTo(201);
            assertThatIOException().isThrownBy(() -> send(proxy, "PUT", "/c", "body"));

            assertThat(proxy.requests())
                    .extracting(request -> request.method() + " " + request.path())
                    .containsExactly("GET /a", "GET /b", "GET /b", "PUT /c");
        }
    }

    @Test
    void doesSomethingBeforeAndAfterTheServer() throws Exception {
        List<Integer> seenThen = new ArrayList<>();
        Fault.Step look = () -> seenThen.add(server.seen().size());
        try (MisbehavingProxy proxy = before(
                (number, method, path) -> number == 1 ? Fault.beforeForwarding(look) : Fault.afterForwarding(look))) {
            assertThat(post(proxy, "/a", "").statusCode()).isEqualTo(201);
            assertThat(post(proxy, "/b", "").statusCode()).isEqualTo(201);

            assertThat(seenThen).containsExactly(0, 2);
            assertThat(proxy.injected()).isEqualTo(Map.of(Fault.Kind.CALLBACK, 2));
        }
    }

    @Test
    void answersLate() throws Exception {
        try (MisbehavingProxy proxy = before(Script.nth(1, Fault.slow(Duration.ofMillis(40))))) {
            long start = System.nanoTime();

            assertThat(post(proxy, "/a", "").statusCode()).isEqualTo(201);

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(40));
        }
    }

    @Test
    void findsTheFirstOfAKind() throws Exception {
        try (MisbehavingProxy proxy = before(Script.first("POST", "/b", Fault.serverError(503)))) {
            List<Integer> statuses = new ArrayList<>();
            for (String path : List.of("/a", "/b?x", "/b?x")) {
                statuses.add(send(proxy, "PUT", path, "").statusCode());
                statuses.add(post(proxy, path, "").statusCode());
            }

            assertThat(statuses).containsExactly(201, 201, 201, 503, 201, 201);
        }
    }

    @Test
    void servesManyClientsAtOnce() throws Exception {
        int clients = 16;
        int each = 50;
        Script script = (number, method, path) -> switch (number % 4) {
            case 0 -> Fault.resetBefore();
            case 1 -> Fault.resetAfter();
            case 2 -> Fault.serverError(503);
            default -> Fault.none();
        };
        try (MisbehavingProxy proxy = before(script)) {
            List<Integer> statuses = atOnce(clients, () -> statuses(proxy, each));

            int quarter = clients * each / 4;
            assertThat(statuses).hasSize(clients * each);
            assertThat(statuses.stream().filter(status -> status == 0)).hasSize(2 * quarter);
            assertThat(statuses.stream().filter(status -> status == 503)).hasSize(quarter);
            assertThat(statuses.stream().filter(status -> status == 201)).hasSize(quarter);
            assertThat(server.seen()).hasSize(2 * quarter);
            assertThat(proxy.requests())
                    .extracting(RecordedRequest::number)
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, clients * each).boxed().toList());
            assertThat(proxy.injected())
                    .isEqualTo(Map.of(
                            Fault.Kind.RESET_BEFORE, quarter,
                            Fault.Kind.RESET_AFTER, quarter,
                            Fault.Kind.SERVER_ERROR, quarter));
        }
    }

    @Test
    void resetsWhatAServerDoesNotAnswer() throws Exception {
        try (MisbehavingProxy proxy = before(Script.nothing())) {
            server.close();

            assertThatIOException().isThrownBy(() -> post(proxy, "/a", ""));
            assertThat(proxy.requests()).extracting(RecordedRequest::status).containsExactly(0);
        }
    }

    @Test
    void doesNotHideThatAStepOfATestFailed() throws Exception {
        MisbehavingProxy proxy = before(Script.nth(1, Fault.beforeForwarding(() -> {
            throw new IllegalArgumentException("wrong");
        })));
        assertThatIOException().isThrownBy(() -> post(proxy, "/a", ""));

        assertThatIllegalStateException().isThrownBy(proxy::close).withStackTraceContaining("wrong");
    }

    private MisbehavingProxy before(Script script) throws IOException {
        return MisbehavingProxy.before(server.address(), direct, script);
    }

    private static URI at(MisbehavingProxy proxy, String path) {
        return URI.create(proxy.address() + path);
    }

    private HttpResponse<String> post(MisbehavingProxy proxy, String path, String body) throws Exception {
        return send(proxy, "POST", path, body);
    }

    private HttpResponse<String> send(MisbehavingProxy proxy, String method, String path, String body)
            throws Exception {
        HttpRequest request = HttpRequest.newBuilder(at(proxy, path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    /** With 0 for an answer that was lost. */
    private List<Integer> statuses(MisbehavingProxy proxy, int count) throws Exception {
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            try {
                statuses.add(post(proxy, "/" + i, "body").statusCode());
            } catch (IOException lost) {
                statuses.add(0);
            }
        }
        return statuses;
    }

    private static List<Integer> atOnce(int count, Callable<List<Integer>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            List<Integer> all = new ArrayList<>();
            for (Future<List<Integer>> done : threads.invokeAll(
                    IntStream.range(0, count).mapToObj(i -> work).toList())) {
                all.addAll(done.get());
            }
            return all;
        } finally {
            threads.shutdownNow();
        }
    }
}
