package dev.idp.policy;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a text holds a word that nobody made up: 20 to 200 characters of hexadecimal digits or of the alphabets of
 * Base64, which are random by these measures.
 *
 * <ul>
 *   <li>Base64: capitals, small letters and digits; a Shannon entropy of 4.5 bits a character, or 85 % of what its length
 *       allows if that is less (3.7 bits at 20 characters, 4.25 at 32); and parts of 3.5 characters at most on average,
 *       where a part is a run of digits, or of letters up to the next capital after a small one. Names of classes and
 *       paths have longer parts.
 *   <li>hexadecimal: letters and digits, and 3 bits a character. The lengths of digests (32, 40, 64, 96, 128) are exempt,
 *       because commits and checksums are far more common in configuration than keys of that length; of those, only the
 *       name tells.
 * </ul>
 *
 * <p>Of random words of 20 characters nine in ten are found, of 40 nearly all. Whatever announces itself as public is left
 * out: UUIDs, digests like {@code sha256-…}, certificates and public keys, data URLs, addresses.
 */
final class Randomness {

    private static final Pattern PUBLIC = Pattern.compile("-----BEGIN [A-Z0-9 ]++-----[^-]*+-----END [A-Z0-9 ]++-----"
            + "|\\bdata:[^,\\s]{0,100}+,\\S*+"
            + "|(?i:\\b(?:sha(?:1|224|256|384|512)|md5)[-:=]\\S*+)"
            + "|\\b(?:ssh-[a-z0-9-]{1,40}+|ecdsa-[a-z0-9-]{1,40}+) AAAA\\S*+"
            + "|://\\S*+");

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9+/_=-]++");
    private static final int SHORTEST = 20;
    private static final int LONGEST = 200;

    private static final Pattern HEX = Pattern.compile("[0-9a-f]++|[0-9A-F]++");
    private static final Set<Integer> DIGESTS = Set.of(32, 40, 64, 96, 128);
    private static final double HEX_ENTROPY = 3;

    private static final double ENTROPY = 4.5;
    private static final double SHARE_OF_POSSIBLE = 0.85;
    private static final Pattern PART = Pattern.compile("[A-Z]++[a-z]*+|[a-z]++|[0-9]++");
    private static final double LONGEST_PART = 3.5;

    private Randomness() {}

    static boolean isIn(String text) {
        Matcher word = WORD.matcher(PUBLIC.matcher(text).replaceAll(" "));
        while (word.find()) {
            int length = word.end() - word.start();
            if (length >= SHORTEST && length <= LONGEST && isRandom(word.group())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isRandom(String word) {
        boolean digits = word.chars().anyMatch(Character::isDigit);
        boolean small = word.chars().anyMatch(Character::isLowerCase);
        boolean capital = word.chars().anyMatch(Character::isUpperCase);
        if (HEX.matcher(word).matches()) {
            return digits && (small || capital) && !DIGESTS.contains(word.length()) && entropy(word) >= HEX_ENTROPY;
        }
        double needed = Math.min(ENTROPY, SHARE_OF_POSSIBLE * bits(word.length()));
        return digits && small && capital && entropy(word) >= needed && averagePart(word) <= LONGEST_PART;
    }

    private static double averagePart(String word) {
        Matcher part = PART.matcher(word);
        int parts = 0;
        int letters = 0;
        while (part.find()) {
            parts++;
            letters += part.end() - part.start();
        }
        return (double) letters / parts;
    }

    /** Shannon's, in bits a character. */
    private static double entropy(String word) {
        Map<Integer, Integer> counts = new HashMap<>();
        word.chars().forEach(character -> counts.merge(character, 1, Integer::sum));
        return entropy(counts.values(), word.length());
    }

    private static double entropy(Collection<Integer> counts, int length) {
        return bits(length)
                - counts.stream().mapToDouble(count -> count * bits(count)).sum() / length;
    }

    private static double bits(int count) {
        return Math.log(count) / Math.log(2);
    }
}
