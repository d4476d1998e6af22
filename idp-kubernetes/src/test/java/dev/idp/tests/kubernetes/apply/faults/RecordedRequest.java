package dev.idp.tests.kubernetes.apply.faults;

/** What a client asked, in the order of the proxy; the status is the server's or the proxy's own, and 0 where there was none. */
public record RecordedRequest(
        int number, String method, String path, long contentLength, int status, Fault.Kind fault) {

    RecordedRequest answeredBy(int answer) {
        return new RecordedRequest(number, method, path, contentLength, answer, fault);
    }
}
