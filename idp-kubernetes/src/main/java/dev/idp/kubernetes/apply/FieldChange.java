package dev.idp.kubernetes.apply;

import java.util.Optional;

/**
 * A field that differs. Values of Secrets are never in it: they are shown as {@code (hidden)}.
 *
 * @param pointer the field, as a JSON pointer (RFC 6901) into what is applied, or into what is there if it goes away
 * @param before its value as JSON; empty if it is not there
 * @param after its value as JSON afterwards; empty if it goes away
 * @param said who says so, and on which line of the program; empty if nobody knows
 */
public record FieldChange(String pointer, Optional<String> before, Optional<String> after, Optional<String> said) {}
