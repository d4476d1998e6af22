package dev.idp.kubernetes.internal.capacity;

import java.util.ArrayList;
import java.util.List;

/**
 * Comma-separated values as in RFC 4180: a cell in quotes may hold commas, line breaks, and quotes written twice.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 */
final class CsvRows {

    /**
     * One row.
     *
     * @param line the line that it starts on, from 1
     * @param cells what is in it
     */
    record Row(int line, List<String> cells) {}

    private final String text;
    private final UsageProblems problems;
    private final List<Row> rows = new ArrayList<>();
    private List<String> cells = new ArrayList<>();
    private int at;
    private int line = 1;

    private CsvRows(String text, UsageProblems problems) {
        this.text = text;
        this.problems = problems;
    }

    /** Rows without any text are left out. */
    static List<Row> of(String text, UsageProblems problems) {
        CsvRows rows = new CsvRows(text.startsWith("\uFEFF") ? text.substring(1) : text, problems);
        while (rows.at < rows.text.length()) {
            rows.row();
        }
        return rows.rows;
    }

    private void row() {
        int start = line;
        cells = new ArrayList<>();
        do {
            cells.add(cell());
        } while (skip(','));
        skip('\r');
        if (skip('\n')) {
            line++;
        }
        if (cells.size() > 1 || !cells.get(0).isBlank()) {
            rows.add(new Row(start, List.copyOf(cells)));
        }
    }

    private String cell() {
        if (!skip('"')) {
            int end = at;
            while (end < text.length() && ",\r\n".indexOf(text.charAt(end)) < 0) {
                end++;
            }
            String plain = text.substring(at, end).strip();
            at = end;
            // A carriage return that ends no line separates nothing, and must not stop the reading.
            if (at < text.length() && text.charAt(at) == '\r' && !text.startsWith("\r\n", at)) {
                line++;
            }
            return plain;
        }
        int start = line;
        StringBuilder quoted = new StringBuilder();
        while (at < text.length()) {
            char next = text.charAt(at++);
            if (next == '\n') {
                line++;
            }
            if (next != '"') {
                quoted.append(next);
            } else if (!skip('"')) {
                restOf(start);
                return quoted.toString();
            } else {
                quoted.append('"');
            }
        }
        problems.add("line " + start, "a quote is not closed");
        return quoted.toString();
    }

    private void restOf(int start) {
        int end = at;
        while (end < text.length() && ",\r\n".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        if (!text.substring(at, end).isBlank()) {
            problems.add("line " + start, "something follows a closing quote");
        }
        at = end;
    }

    private boolean skip(char character) {
        if (at < text.length() && text.charAt(at) == character) {
            at++;
            return true;
        }
        return false;
    }
}
