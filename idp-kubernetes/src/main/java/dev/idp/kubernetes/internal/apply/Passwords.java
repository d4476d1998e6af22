package dev.idp.kubernetes.internal.apply;

import dev.idp.kubernetes.internal.cluster.Live;
import dev.idp.kubernetes.internal.tree.SecretText;
import dev.idp.kubernetes.internal.tree.Tree;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values of Secrets that nobody knows. */
public final class Passwords {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /** Of 62 characters each, 190 bits: more than anybody tries, and few enough for any database. */
    private static final int LENGTH = 32;

    private static final SecureRandom RANDOM = new SecureRandom();

    private Passwords() {}

    /**
     * Returns which values are missing, by who set which field: the values themselves are not looked at.
     *
     * @param keys the keys that shall be there
     * @param live the Secret, or its metadata
     * @return those that nobody ever set
     */
    public static List<String> missing(List<String> keys, Live live) {
        return keys.stream()
                .filter(key -> live.managers().stream()
                        .noneMatch(manager ->
                                manager.fields().find("f:data", "f:" + key).isPresent()))
                .toList();
    }

    /**
     * Makes values up.
     *
     * @param keys for which keys
     * @param live the Secret as it must still be
     * @return a merge patch (RFC 7396) that adds them, and fails if it changed since
     */
    public static Tree patch(List<String> keys, Live live) {
        Map<String, Tree> data = new LinkedHashMap<>();
        keys.forEach(key -> data.put(key, Tree.scalar(new SecretText(password()))));
        Map<String, Tree> fields = new LinkedHashMap<>();
        fields.put(
                "metadata",
                Tree.map(Map.of(
                        "resourceVersion", Tree.scalar(live.resourceVersion()),
                        "uid", Tree.scalar(live.uid()))));
        fields.put("data", Tree.map(data));
        return Tree.map(fields);
    }

    private static String password() {
        StringBuilder password = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            password.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return Base64.getEncoder().encodeToString(password.toString().getBytes(StandardCharsets.UTF_8));
    }
}
