package dev.idp.kubernetes.internal.facets;

import dev.idp.Segment;
import dev.idp.Text;

/** Planned texts as Kubernetes takes them. */
final class Texts {

    private Texts() {}

    /** The services of an environment share a namespace, so a service's name is its host name. */
    static String plain(Text planned) {
        StringBuilder text = new StringBuilder();
        for (Segment segment : planned.segments()) {
            if (segment instanceof Segment.Literal literal) {
                text.append(literal.text());
            } else if (segment instanceof Segment.Host host) {
                text.append(host.service());
            } else {
                throw new IllegalStateException("not a planned text: " + segment);
            }
        }
        return text.toString();
    }

    /**
     * Kubernetes <a
     * href="https://kubernetes.io/docs/tasks/inject-data-application/define-command-argument-container/">puts variables
     * into</a> commands, arguments and values. Texts are meant as they are written, so what would mean something else is
     * escaped, and {@code $HOME} stays as it is.
     */
    static String verbatim(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            escaped.append(c);
            if (c == '$' && i + 1 < text.length() && "$(".indexOf(text.charAt(i + 1)) >= 0) {
                escaped.append('$');
            }
        }
        return escaped.toString();
    }
}
