package dev.idp.tests.kubernetes.apiserver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/**
 * A real API server before an etcd of its own. It can be killed and come back where it was, with all it had. No controllers run:
 * a deleted namespace stays in its end, a Deployment makes no pods, and nothing is collected that has lost its owner.
 */
public final class ApiServer implements AutoCloseable {

    private static final String ADMINISTRATOR = "administrator-token";
    private static final String NOBODY = "nobody-token";

    private final Path directory;
    private final SelfSigned identity;
    private final HttpClient client;
    private final int port = freePort();
    private final int etcdPort = freePort();
    private final ServerProcess etcd;
    private volatile ServerProcess server;

    private static final class Shared {
        private static final ApiServer SERVER = startForAll();
    }

    private ApiServer(Path directory) throws IOException, InterruptedException, GeneralSecurityException {
        this.directory = directory;
        this.etcd = startEtcd();
        this.identity = SelfSigned.in(directory);
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(identity.context())
                .build();
        Files.writeString(directory.resolve("certificate.pem"), identity.certificate());
        Files.writeString(directory.resolve("key.pem"), identity.key());
        Files.writeString(
                directory.resolve("tokens.csv"),
                ADMINISTRATOR + ",administrator,administrator,system:masters\n" + NOBODY + ",nobody,nobody\n");
        this.server = startServer();
    }

    /** The one that all tests share, as starting takes seconds; it ends with the JVM. */
    public static ApiServer shared() {
        return Shared.SERVER;
    }

    /** One for a test that nobody else may meet. */
    public static ApiServer start() throws Exception {
        return new ApiServer(Files.createTempDirectory("api-server"));
    }

    public URI address() {
        return URI.create("https://127.0.0.1:" + port);
    }

    /** An administrator's, by a certificate. */
    public String kubeConfig() throws GeneralSecurityException {
        return KubeConfigs.withCertificate(address(), identity.certificate(), identity.certificate(), identity.key());
    }

    /** An administrator's, by a token. */
    public String kubeConfigWithToken() throws GeneralSecurityException {
        return KubeConfigs.withToken(address(), identity.certificate(), ADMINISTRATOR);
    }

    /** Of the user {@code nobody}, who may do only what a test lets it do. */
    public String kubeConfigOfNobody() throws GeneralSecurityException {
        return KubeConfigs.withToken(address(), identity.certificate(), NOBODY);
    }

    /** Shows the certificate of the administrator and trusts that of the server. */
    public SSLContext sslContext() throws GeneralSecurityException, IOException {
        return identity.context();
    }

    /** Of HTTP/1.1, as the administrator. */
    public HttpClient client() {
        return client;
    }

    public Kubectl kubectl() throws IOException, GeneralSecurityException {
        return new Kubectl(directory, kubeConfig());
    }

    /** Leaves the server no time to answer whom it is answering. */
    public void kill() {
        server.kill();
    }

    /** Returns when the server is ready again. */
    public void restart() throws IOException, InterruptedException {
        server.kill();
        server = startServer();
    }

    @Override
    public void close() {
        server.kill();
        etcd.kill();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ApiServer startForAll() {
        try {
            ApiServer server = start();
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            return server;
        } catch (Exception e) {
            throw new IllegalStateException("there is no API server", e);
        }
    }

    /** Keeps nothing safe from a machine that stops, which is what its writes would wait for. */
    private ServerProcess startEtcd() throws IOException {
        String clients = "http://127.0.0.1:" + etcdPort;
        String peers = "http://127.0.0.1:0";
        return ServerProcess.start(
                "etcd",
                directory.resolve("etcd.log"),
                List.of(
                        "--data-dir=" + directory.resolve("etcd"),
                        "--unsafe-no-fsync",
                        "--listen-client-urls=" + clients,
                        "--advertise-client-urls=" + clients,
                        "--listen-peer-urls=" + peers,
                        "--initial-advertise-peer-urls=" + peers,
                        "--initial-cluster=default=" + peers));
    }

    private ServerProcess startServer() throws IOException, InterruptedException {
        Path certificate = directory.resolve("certificate.pem");
        Path key = directory.resolve("key.pem");
        ServerProcess started = ServerProcess.start(
                "kube-apiserver",
                directory.resolve("server.log"),
                List.of(
                        "--etcd-servers=http://127.0.0.1:" + etcdPort,
                        "--bind-address=127.0.0.1",
                        "--secure-port=" + port,
                        "--tls-cert-file=" + certificate,
                        "--tls-private-key-file=" + key,
                        "--client-ca-file=" + certificate,
                        "--token-auth-file=" + directory.resolve("tokens.csv"),
                        "--authorization-mode=RBAC",
                        "--service-account-issuer=https://localhost",
                        "--service-account-key-file=" + certificate,
                        "--service-account-signing-key-file=" + key,
                        "--disable-admission-plugins=ServiceAccount",
                        "--service-cluster-ip-range=10.0.0.0/16",
                        "--allow-privileged"));
        try {
            started.awaitThat(() -> answers("/readyz") && answers("/api/v1/namespaces/default"));
            return started;
        } catch (IOException e) {
            etcd.kill();
            throw e;
        }
    }

    private boolean answers(String path) throws InterruptedException {
        try {
            HttpRequest question =
                    HttpRequest.newBuilder(address().resolve(path)).build();
            return client.send(question, BodyHandlers.ofString()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
