package dev.idp.internal.planning;

import dev.idp.Setting;
import dev.idp.Settings;
import dev.idp.Statement;
import org.jspecify.annotations.Nullable;

/** What a statement is about, within a service. */
record Topic(Setting<?> setting, String entry) {

    static Topic of(Statement<?> statement) {
        return new Topic(statement.setting(), statement.entry());
    }

    boolean isWaiver() {
        return setting.equals(Settings.WAIVER);
    }

    // By hand, since there are many, and what records bring along starts slowly.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Topic that && setting.equals(that.setting) && entry.equals(that.entry);
    }

    @Override
    public int hashCode() {
        return 31 * setting.hashCode() + entry.hashCode();
    }

    @Override
    public String toString() {
        return entry.isEmpty() ? setting.id() : setting.id() + " " + entry;
    }
}
