package dev.idp.tests.kubernetes;

import java.util.Map;

/**
 * How the kubelet expands the value of a variable, after its documentation: {@code $(NAME)} becomes the value of a variable
 * that is defined before, a reference to none stays as it is, and {@code $$} becomes a single {@code $}.
 */
public final class KubernetesExpansion {

    private KubernetesExpansion() {}

    /** Expands a value. */
    public static String expand(String value, Map<String, String> known) {
        StringBuilder expanded = new StringBuilder();
        int at = 0;
        while (at < value.length()) {
            char here = value.charAt(at);
            if (here != '$' || at + 1 == value.length()) {
                expanded.append(here);
                at++;
            } else if (value.charAt(at + 1) == '$') {
                expanded.append('$');
                at += 2;
            } else if (value.charAt(at + 1) == '(' && value.indexOf(')', at) > 0) {
                int end = value.indexOf(')', at);
                String name = value.substring(at + 2, end);
                expanded.append(known.getOrDefault(name, "$(" + name + ")"));
                at = end + 1;
            } else {
                expanded.append(here).append(value.charAt(at + 1));
                at += 2;
            }
        }
        return expanded.toString();
    }
}
