package dev.idp.kubernetes.internal.capacity;

import dev.idp.kubernetes.check.Field;

/**
 * How many pods there may be beyond those that are wanted, while new ones take the place of old ones.
 *
 * @param pods how many
 * @param percent how many of a hundred that are wanted, rounded up
 */
record Surge(long pods, long percent) {

    static final Surge NONE = new Surge(0, 0);

    private static final Surge UNSAID = new Surge(0, 25);

    static Surge of(Field strategy) {
        if (strategy.get("type").text().filter("Recreate"::equals).isPresent()) {
            return NONE;
        }
        String said = strategy.at("rollingUpdate", "maxSurge").scalar().orElse("");
        if (said.matches("\\d{1,3}%")) {
            return new Surge(0, Long.parseLong(said.substring(0, said.length() - 1)));
        }
        return said.matches("\\d{1,9}") ? new Surge(Long.parseLong(said), 0) : UNSAID;
    }

    long beyond(long wanted) {
        return wanted == 0 ? 0 : pods + (wanted * percent + 99) / 100;
    }
}
