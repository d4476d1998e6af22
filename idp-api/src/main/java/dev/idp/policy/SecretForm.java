package dev.idp.policy;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a text looks like that is a secret, or holds one.
 *
 * <p>Most issuers mark their keys, which leaves no doubt. What bears no mark is judged by its {@link Randomness}.
 * Patterns look at each character a bounded number of times, since files can be large.
 *
 * @param description what it looks like, for a message; never the text
 * @param certain whether it can hardly be anything else
 */
record SecretForm(String description, boolean certain) {

    private record Mark(Pattern pattern, SecretForm form) {}

    private static final List<Mark> MARKS = List.of(
            certain("a private key", "-----BEGIN (?:[A-Z0-9]{1,20} ){0,3}PRIVATE KEY(?: BLOCK)?-----"),
            certain("an access key of AWS", "\\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}\\b"),
            certain("a token of GitHub", "\\bgh[pousr]_[A-Za-z0-9]{36,}+|\\bgithub_pat_[A-Za-z0-9_]{22,}+"),
            certain("a token of GitLab", "\\bglpat-[A-Za-z0-9_-]{20,}+"),
            certain(
                    "a token of Slack",
                    "\\bxox[abeoprs]-[A-Za-z0-9-]{10,}+|hooks\\.slack\\.com/services/T[A-Z0-9]+/B[A-Z0-9]+/[A-Za-z0-9]+"),
            certain("a key of Google's APIs", "\\bAIza[A-Za-z0-9_-]{35}"),
            certain("a key of Stripe", "\\b[rs]k_(?:live|test)_[A-Za-z0-9]{16,}+"),
            certain("a key of SendGrid", "\\bSG\\.[A-Za-z0-9_-]{16,}+\\.[A-Za-z0-9_-]{16,}+"),
            certain("a token of npm", "\\bnpm_[A-Za-z0-9]{36}\\b"),
            certain("a token of PyPI", "\\bpypi-[A-Za-z0-9_-]{50,}+"),
            certain("a token of Vault", "\\bhv[sb]\\.[A-Za-z0-9_-]{24,}+"),
            certain("a key of a language model", "\\bsk-(?:ant-|proj-)[A-Za-z0-9_-]{20,}+|\\bsk-[A-Za-z0-9]{32,}+"),
            certain("a JSON web token", "\\beyJ[A-Za-z0-9_-]{10,}+\\.eyJ[A-Za-z0-9_-]{10,}+\\."),
            likely("a password in an address", "://[^\\s/:@?#]{0,200}+:([^\\s/@]{1,500}+)@"),
            likely(
                    "a password in an address",
                    "(?i)[?&;] ?(?:password|passwd|pwd|access_token|api_?key|client_secret)=([^&;\\s\"']++)"));

    private static final SecretForm RANDOM = new SecretForm("what looks like a random key", false);

    private static Mark certain(String description, String pattern) {
        return new Mark(Pattern.compile(pattern), new SecretForm(description, true));
    }

    /** The first group is the secret itself, which may also be a mere placeholder. */
    private static Mark likely(String description, String pattern) {
        return new Mark(Pattern.compile(pattern), new SecretForm(description, false));
    }

    static Optional<SecretForm> in(String text) {
        return MARKS.stream()
                .filter(mark -> marks(mark, text))
                .map(Mark::form)
                .findFirst()
                .or(() -> Randomness.isIn(text) ? Optional.of(RANDOM) : Optional.empty());
    }

    private static boolean marks(Mark mark, String text) {
        Matcher matcher = mark.pattern().matcher(text);
        while (matcher.find()) {
            if (matcher.groupCount() == 0 || !SecretName.isHarmless(matcher.group(1))) {
                return true;
            }
        }
        return false;
    }
}
