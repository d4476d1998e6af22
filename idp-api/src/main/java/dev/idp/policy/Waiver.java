package dev.idp.policy;

import dev.idp.JsonForm;
import dev.idp.internal.json.Fields;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Leave to be different from a mandate or a policy, for a while.
 *
 * @param reason why, in one clause
 * @param owner who answers for it
 * @param until the last day on which it holds
 */
public record Waiver(String reason, String owner, LocalDate until) {

    /** How plans hold waivers. */
    public static final JsonForm<Waiver> JSON = new JsonForm<>(
            waiver -> new TreeMap<>(
                    Map.of("reason", waiver.reason, "owner", waiver.owner, "until", waiver.until.toString())),
            json -> new Waiver(
                    Fields.of(json).text("reason"),
                    Fields.of(json).text("owner"),
                    LocalDate.parse(Fields.of(json).text("until"))));

    /**
     * Refuses null.
     *
     * @param reason why, in one clause
     * @param owner who answers for it
     * @param until the last day on which it holds
     */
    public Waiver {
        Objects.requireNonNull(reason, "the reason of a waiver is null");
        Objects.requireNonNull(owner, "the owner of a waiver is null");
        Objects.requireNonNull(until, "the last day of a waiver is null");
    }

    /**
     * Tells whether the waiver no longer holds.
     *
     * @param today the day on which that is asked
     * @return true after its last day
     */
    public boolean isExpired(LocalDate today) {
        return today.isAfter(until);
    }

    /** Returns for example {@code until 2027-01-31, by payments: the vendor's image runs as root}. */
    @Override
    public String toString() {
        return "until " + until + ", by " + owner + ": " + reason;
    }
}
