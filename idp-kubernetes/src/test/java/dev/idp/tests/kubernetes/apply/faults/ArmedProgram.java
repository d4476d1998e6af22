package dev.idp.tests.kubernetes.apply.faults;

import dev.idp.kubernetes.apply.Cluster;
import dev.idp.kubernetes.apply.Outcome;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;

/** A process that applies a {@link SmallSet} through a proxy once it is told to, so that the next may begin while one is killed. */
final class ArmedProgram implements AutoCloseable {

    private final ServerSocket listener;
    private final KilledProcess process;

    private ArmedProgram(ServerSocket listener, KilledProcess process) {
        this.listener = listener;
        this.process = process;
    }

    static ArmedProgram start(Path output, URI proxy, SmallSet set, boolean prunes) throws IOException {
        ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        KilledProcess process = KilledProcess.start(
                output,
                Main.class,
                String.valueOf(listener.getLocalPort()),
                proxy.toString(),
                set.namespace(),
                String.valueOf(prunes));
        return new ArmedProgram(listener, process);
    }

    /** Lets it apply, until it is killed or through. */
    int run() throws IOException, InterruptedException {
        try (Socket connection = listener.accept()) {
            connection.getOutputStream().write('!');
            return process.end();
        }
    }

    void kill() {
        process.kill();
    }

    String output() throws IOException {
        return process.output();
    }

    @Override
    public void close() throws IOException {
        process.close();
        listener.close();
    }

    /** The program. */
    static final class Main {

        public static void main(String[] arguments) throws Exception {
            SmallSet set = new SmallSet(arguments[2]);
            try (KubernetesClient client = Trials.client(URI.create(arguments[1]));
                    Socket connection = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0]))) {
                Cluster cluster = Cluster.of(client);
                connection.getInputStream().read();
                Outcome outcome = cluster.apply(
                        Boolean.parseBoolean(arguments[3]) ? set.half() : set.whole(), Trials.AT_ONCE.pruning());
                System.out.println(outcome.toText());
                System.exit(outcome.isSuccess() ? 0 : 1);
            }
        }
    }
}
