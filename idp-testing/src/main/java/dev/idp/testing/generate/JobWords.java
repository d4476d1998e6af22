package dev.idp.testing.generate;

import dev.idp.JobSettings;
import dev.idp.Overlap;
import dev.idp.Schedule;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What jobs alone say. */
final class JobWords {

    private final Choices choices;
    private final Scene scene;
    private final MadeJob me;

    JobWords(Choices choices, Scene scene, MadeJob me) {
        this.choices = choices;
        this.scene = scene;
        this.me = me;
    }

    Said<JobSettings<?>> image() {
        String image = "registry.example/" + me.name() + ":" + me.number();
        return say("image(\"" + image + "\")", it -> it.image(image));
    }

    List<Supplier<Said<JobSettings<?>>>> all() {
        List<Supplier<Said<JobSettings<?>>>> words = new ArrayList<>(List.of(
                this::schedule,
                () -> say("overlap(Overlap.ALLOW)", it -> it.overlap(Overlap.ALLOW)),
                () -> say("retries(" + me.number() + ")", it -> it.retries(me.number())),
                () -> say("deadline(Duration.ofHours(1))", it -> it.deadline(Duration.ofHours(1))),
                () -> say("keptFor(Duration.ofDays(1))", it -> it.keptFor(Duration.ofDays(1)))));
        new WorkloadWords(choices, scene, me.name(), me.number())
                .all()
                .forEach(word -> words.add(() -> word.get().by()));
        return words;
    }

    private Said<JobSettings<?>> schedule() {
        return choices.oneIn(2)
                ? say(
                        "schedule(Schedule.cron(\"30 3 * * mon-fri\").inZone(ZoneId.of(\"Europe/Berlin\")))",
                        it -> it.schedule(Schedule.cron("30 3 * * mon-fri").inZone(ZoneId.of("Europe/Berlin"))))
                : say("schedule(\"@daily\")", it -> it.schedule("@daily"));
    }

    private static Said<JobSettings<?>> say(String source, Consumer<JobSettings<?>> effect) {
        return Said.of(source, effect);
    }
}
