package dev.idp.tests.kubernetes.apply.faults;

import java.io.IOException;
import java.net.Socket;

/** One request on its connection, and what can be done with it. */
final class Exchange {

    private final ReceivedRequest request;
    private final Journal.Entry entry;
    private final Upstream upstream;
    private final Socket connection;

    Exchange(ReceivedRequest request, Journal.Entry entry, Upstream upstream, Socket connection) {
        this.request = request;
        this.entry = entry;
        this.upstream = upstream;
        this.connection = connection;
    }

    Answer forward() throws IOException, InterruptedException {
        Answer answer = upstream.send(request);
        entry.answeredBy(answer.status());
        return answer;
    }

    /** Recorded first: whoever has the answer finds it in the records. */
    void answer(Answer answer) throws IOException {
        entry.answeredBy(answer.status());
        answer.writeTo(connection.getOutputStream());
    }

    void answerHalf(Answer answer) throws IOException {
        answer.writeHalfTo(connection.getOutputStream());
        connection.close();
    }

    void reset() throws IOException {
        connection.setSoLinger(true, 0);
        connection.close();
    }
}
