package dev.idp.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which names say that what they name is a secret.
 *
 * <p>Only the last word counts, since it is what the name is a name of: {@code DB_PASSWORD} is a password,
 * {@code PASSWORD_FILE} a file, {@code TOKEN_URL} a URL, {@code MAX_TOKENS} a number. Words such as {@code VALUE},
 * {@code BASE64} or a number behind it do not make it something else.
 */
final class SecretName {

    /** The word, and names that were written together, like {@code PGPASSWORD}. */
    private static final Pattern WORD = Pattern.compile(
            "[a-z0-9]*(password|passwd|passphrase|apikey|secretkey|accesskey|privatekey|secret|token)|credentials?");

    /** Words that are secrets behind another word alone: {@code DB_PASS}, but {@code PWD} is a directory. */
    private static final Set<String> SHORT = Set.of("pass", "pwd");

    /** The keys that are kept, as opposed to those of a map or of a cache. */
    private static final Set<String> KEYS = Set.of(
            "api", "private", "access", "secret", "signing", "encryption", "master", "auth", "account", "shared");

    private static final Set<String> QUALIFIERS = Set.of(
            "value",
            "base64",
            "b64",
            "base",
            "text",
            "txt",
            "plain",
            "plaintext",
            "default",
            "primary",
            "secondary",
            "old",
            "new",
            "current",
            "previous",
            "dev",
            "test",
            "staging",
            "prod",
            "production");

    private static final Pattern BOUNDARY =
            Pattern.compile("[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    /** Yes and no, also as 1 and 0, what stands for a value that is filled in elsewhere, and brackets that begin one on the next line. */
    private static final Pattern PLACEHOLDER = Pattern.compile(
            "(?i)true|false|yes|no|on|off|[01]|none|null|enabled|disabled|required|optional|[*.x]+|[\\[\\](){}|<>+,;:-]+"
                    + "|\\$\\{.*}|\\$\\(.*\\)|\\$[a-z_][a-z0-9_]*|\\{\\{.*}}|<.*>|%.*%|@.*@",
            Pattern.DOTALL);

    /** The place of a secret is not the secret: a path, a URL, an entry of a vault. */
    private static final Pattern PLACE = Pattern.compile(
            "(?i)\\.{0,2}/\\S*|[a-z]:\\\\\\S*|(?:file|vault|op|arn|sm|secretref|keyring|awssm|gcpsm|azkv|env"
                    + "|ref\\+[a-z0-9]+|https?|ldaps?|spiffe):\\S*");

    private SecretName() {}

    static boolean matches(String name) {
        List<String> words = Arrays.stream(BOUNDARY.split(name))
                .filter(word -> !word.isEmpty())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
        int last = words.size() - 1;
        while (last > 0
                && (QUALIFIERS.contains(words.get(last))
                        || NUMBER.matcher(words.get(last)).matches())) {
            last--;
        }
        if (last < 0) {
            return false;
        }
        String word = words.get(last);
        return WORD.matcher(word).matches()
                || (last > 0 && SHORT.contains(word))
                || (last > 0 && word.equals("key") && KEYS.contains(words.get(last - 1)));
    }

    /** Tells whether a value cannot be a secret, whatever its name is. */
    static boolean isHarmless(String value) {
        String bare = value.strip();
        return bare.isEmpty()
                || PLACEHOLDER.matcher(bare).matches()
                || PLACE.matcher(bare).matches();
    }
}
