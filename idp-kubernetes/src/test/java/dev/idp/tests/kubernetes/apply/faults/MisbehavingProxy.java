package dev.idp.tests.kubernetes.apply.faults;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Stands before a server, records what it is asked, and lets go wrong what a script says. It speaks plain HTTP/1.1 to its clients
 * and has each answer in full before it writes any of it, so a watch is answered when it ends. A request that the server did not
 * answer ends in a reset.
 */
public final class MisbehavingProxy implements AutoCloseable {

    private final ServerSocket listener;
    private final Upstream upstream;
    private final Journal journal;
    private final ExecutorService threads = Executors.newCachedThreadPool(MisbehavingProxy::daemon);
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicReference<@Nullable Exception> mistake = new AtomicReference<>();

    private MisbehavingProxy(ServerSocket listener, Upstream upstream, Script script) {
        this.listener = listener;
        this.upstream = upstream;
        this.journal = new Journal(script);
    }

    /** The client is of HTTP/1.1, and has what the server wants to see of whoever asks. */
    public static MisbehavingProxy before(URI server, HttpClient client, Script script) throws IOException {
        ServerSocket listener = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        MisbehavingProxy proxy = new MisbehavingProxy(listener, new Upstream(server, client), script);
        proxy.threads.execute(proxy::accept);
        return proxy;
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    public List<RecordedRequest> requests() {
        return journal.requests();
    }

    /** How often each kind of fault was met. */
    public Map<Fault.Kind, Integer> injected() {
        return journal.injected();
    }

    /** How many connections clients have opened. */
    public int connections() {
        return connections.get();
    }

    /** Fails if a script or a step of a test did: a client would only have seen one more reset. */
    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket connection : open) {
            connection.close();
        }
        threads.shutdownNow();
        Exception thrown = mistake.get();
        if (thrown != null) {
            throw new IllegalStateException("a script or a step of it failed", thrown);
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket connection = listener.accept();
                connections.incrementAndGet();
                open.add(connection);
                threads.execute(() -> serve(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            connection.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(connection.getInputStream());
            OutputStream out = connection.getOutputStream();
            Optional<ReceivedRequest> next = ReceivedRequest.read(in, out);
            while (next.isPresent()) {
                ReceivedRequest request = next.get();
                answer(request, connection);
                if (connection.isClosed() || request.isTheLastOfItsConnection()) {
                    return;
                }
                next = ReceivedRequest.read(in, out);
            }
        } catch (IOException lost) {
            // The client is gone, as clients go that are killed.
        } finally {
            open.remove(connection);
        }
    }

    private void answer(ReceivedRequest request, Socket connection) throws IOException {
        try {
            Journal.Entry entry = journal.begin(request);
            entry.fault().happenTo(new Exchange(request, entry, upstream, connection));
        } catch (IOException unanswered) {
            reset(connection);
        } catch (Exception failed) {
            if (!listener.isClosed()) {
                mistake.compareAndSet(null, failed);
            }
            reset(connection);
        }
    }

    private static void reset(Socket connection) throws IOException {
        if (!connection.isClosed()) {
            connection.setSoLinger(true, 0);
            connection.close();
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "misbehaving proxy");
        thread.setDaemon(true);
        return thread;
    }
}
