package dev.idp.tests.kubernetes.apply.faults;

import java.time.Duration;

/** What goes wrong with one request. */
public final class Fault {

    /** What faults are counted by. */
    public enum Kind {
        NONE,
        RESET_BEFORE,
        RESET_AFTER,
        HALF_ANSWER,
        TOO_MANY,
        SERVER_ERROR,
        SERVER_ERROR_AFTER,
        EXPIRED,
        SLOW,
        CALLBACK
    }

    /** What a test does in the middle of a request. */
    @FunctionalInterface
    public interface Step {
        void run() throws Exception;
    }

    @FunctionalInterface
    private interface Course {
        void take(Exchange exchange) throws Exception;
    }

    private final Kind kind;
    private final Course course;

    private Fault(Kind kind, Course course) {
        this.kind = kind;
        this.course = course;
    }

    public static Fault none() {
        return new Fault(Kind.NONE, exchange -> exchange.answer(exchange.forward()));
    }

    /** The server never sees the request. */
    public static Fault resetBefore() {
        return new Fault(Kind.RESET_BEFORE, Exchange::reset);
    }

    /** The server did it, and nobody is told. */
    public static Fault resetAfter() {
        return new Fault(Kind.RESET_AFTER, exchange -> {
            exchange.forward();
            exchange.reset();
        });
    }

    /** The length of the whole answer, and half of it. */
    public static Fault halfAnswer() {
        return new Fault(Kind.HALF_ANSWER, exchange -> exchange.answerHalf(exchange.forward()));
    }

    /** As a server answers that protects itself, in an object. */
    public static Fault tooMany() {
        return instead(Kind.TOO_MANY, Answer.failure(429, "TooManyRequests").with("Retry-After", "1"));
    }

    /** As priority and fairness answer: in words, no object. */
    public static Fault tooManyInWords() {
        Answer words = Answer.text(429, "Too many requests, please try again later.\n");
        return instead(Kind.TOO_MANY, words.with("Retry-After", "1"));
    }

    /** Said by something on the way or by the server before it did anything. */
    public static Fault serverError(int status) {
        return instead(Kind.SERVER_ERROR, error(status));
    }

    /** Said although the server did it. */
    public static Fault serverErrorAfter(int status) {
        return new Fault(Kind.SERVER_ERROR_AFTER, exchange -> {
            exchange.forward();
            exchange.answer(error(status));
        });
    }

    /** As a server answers who asks for the rest of a list that it no longer has. */
    public static Fault expired() {
        return instead(Kind.EXPIRED, Answer.failure(410, "Expired"));
    }

    /** The server has done it at once, and the answer takes its time. */
    public static Fault slow(Duration pause) {
        return new Fault(Kind.SLOW, exchange -> {
            Answer answer = exchange.forward();
            Thread.sleep(pause.toMillis());
            exchange.answer(answer);
        });
    }

    /** Something else happens first, and then what was asked: who kills the client here leaves a request that is done. */
    public static Fault beforeForwarding(Step step) {
        return new Fault(Kind.CALLBACK, exchange -> {
            step.run();
            exchange.answer(exchange.forward());
        });
    }

    /** Something else happens, and the server never sees the request: who kills the client here kills it in time. */
    public static Fault insteadOfForwarding(Step step) {
        return new Fault(Kind.CALLBACK, exchange -> {
            step.run();
            exchange.reset();
        });
    }

    /** Something else happens between what the server did and its answer. */
    public static Fault afterForwarding(Step step) {
        return new Fault(Kind.CALLBACK, exchange -> {
            Answer answer = exchange.forward();
            step.run();
            exchange.answer(answer);
        });
    }

    public Kind kind() {
        return kind;
    }

    @Override
    public String toString() {
        return kind.toString();
    }

    void happenTo(Exchange exchange) throws Exception {
        course.take(exchange);
    }

    private static Fault instead(Kind kind, Answer answer) {
        return new Fault(kind, exchange -> exchange.answer(answer));
    }

    /** A bad gateway is said by a balancer, which knows nothing of the objects of Kubernetes. */
    private static Answer error(int status) {
        return switch (status) {
            case 500 -> Answer.failure(status, "InternalError");
            case 502 -> Answer.text(status, "<html><body>Bad Gateway</body></html>\n");
            case 503 -> Answer.failure(status, "ServiceUnavailable");
            case 504 -> Answer.failure(status, "Timeout");
            default -> throw new IllegalArgumentException("no error of a server: " + status);
        };
    }
}
