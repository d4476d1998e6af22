package dev.idp.testing.generate;

import dev.idp.Text;
import dev.idp.WorkloadSettings;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What workloads say about the resources that they need. */
final class ResourceWords {

    static final List<Supplier<Said<WorkloadSettings<?>>>> ALL = List.of(
            () -> say(
                    "mountReadOnly(\"/files\", files.volume())",
                    it -> it.mountReadOnly("/files", Scene.FILES.volume())),
            () -> say("mount(\"/shared\", files.volume())", it -> it.mount("/shared", Scene.FILES.volume())),
            () -> say("env(\"DB_URL\", db.url())", it -> it.env("DB_URL", Scene.DATABASE.url())),
            () -> say("uses(archive)", it -> it.uses(Scene.ARCHIVE)),
            () -> say("startsAfter(archive)", it -> it.startsAfter(Scene.ARCHIVE)),
            () -> say(
                    "secret(\"DB_PASSWORD\", Text.text(\"x:{}\", db.password()))",
                    it -> it.secret("DB_PASSWORD", Text.text("x:{}", Scene.DATABASE.password()))));

    private ResourceWords() {}

    private static Said<WorkloadSettings<?>> say(String source, Consumer<WorkloadSettings<?>> effect) {
        return Said.of(source, effect);
    }
}
