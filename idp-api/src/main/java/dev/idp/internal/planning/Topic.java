package dev.idp.internal.planning;

import dev.idp.Setting;
import dev.idp.Statement;

/** What a statement is about, within a service. */
record Topic(Setting<?> setting, String entry) {

    static Topic of(Statement<?> statement) {
        return new Topic(statement.setting(), statement.entry());
    }

    @Override
    public String toString() {
        return entry.isEmpty() ? setting.id() : setting.id() + " " + entry;
    }
}
