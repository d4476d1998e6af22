package dev.idp.policy;

import dev.idp.explain.Decision;

/**
 * A text that anyone may read.
 *
 * @param where what it is, as people call it: {@code env PORT}
 * @param name the name that it has there; empty if it has none
 * @param value the text
 * @param cause who said it
 * @param remedy what to say instead if it is a secret, in one clause
 */
record PlainText(String where, String name, String value, Decision<?> cause, String remedy) {

    PlainText named(String inner, String innerName, String innerValue) {
        return new PlainText(where + inner, innerName, innerValue, cause, remedy);
    }
}
