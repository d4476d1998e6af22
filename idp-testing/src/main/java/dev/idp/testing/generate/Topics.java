package dev.idp.testing.generate;

import dev.idp.JobSettings;
import dev.idp.ServiceSettings;
import dev.idp.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Listens to what is said, and keeps what it is about and the ports in it. */
final class Topics implements ServiceSettings<Topics>, JobSettings<Topics> {

    /**
     * What one call is about.
     *
     * @param setting the setting
     * @param entry the entry of it
     * @param value what it is to be
     */
    record Topic(Setting<?> setting, String entry, @Nullable Object value) {

        String id() {
            return entry.isEmpty() ? setting.id() : setting.id() + "/" + entry;
        }
    }

    private final List<Topic> topics = new ArrayList<>();

    private Topics() {}

    static List<Topic> of(Consumer<? super Topics> said) {
        Topics topics = new Topics();
        said.accept(topics);
        return topics.topics;
    }

    @Override
    public <T> Topics say(Setting<T> setting, String entry, @Nullable T value) {
        topics.add(new Topic(setting, entry, value));
        return this;
    }
}
