package dev.idp.testing.generate;

import dev.idp.Container;
import dev.idp.Cpu;
import dev.idp.Memory;
import dev.idp.Permission;
import dev.idp.Secret;
import dev.idp.Settings;
import dev.idp.Team;
import dev.idp.Text;
import dev.idp.WorkloadSettings;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What services and jobs say alike. */
final class WorkloadWords {

    private static final Secret SECRET = Secret.named("made-up");

    private final Choices choices;
    private final Scene scene;
    private final String name;
    private final int number;

    WorkloadWords(Choices choices, Scene scene, String name, int number) {
        this.choices = choices;
        this.scene = scene;
        this.name = name;
        this.number = number;
    }

    List<Supplier<Said<WorkloadSettings<?>>>> all() {
        List<Supplier<Said<WorkloadSettings<?>>>> words = new ArrayList<>(List.of(
                () -> say("env(\"MADE_UP_MODE\", \"" + name + "\")", it -> it.env("MADE_UP_MODE", name)),
                () -> say("uses(mail)", it -> it.uses(scene.mail())),
                () -> say(
                        "env(\"MADE_UP_MAIL\", Text.text(\"mail={}\", mail.address()))",
                        it -> it.env(
                                "MADE_UP_MAIL",
                                Text.text("mail={}", scene.mail().address()))),
                () -> say(
                        "secret(\"MADE_UP_TOKEN\", Text.text(\"x:{}@{}\", Secret.named(\"made-up\").key(\"token\"), mail.host()))",
                        it -> it.secret(
                                "MADE_UP_TOKEN",
                                Text.text(
                                        "x:{}@{}",
                                        SECRET.key("token"),
                                        scene.mail().host()))),
                this::team,
                () -> say(
                        "file(\"/etc/made-up/a.conf\", \"a=1\").secretFile(\"/etc/made-up/b.conf\","
                                + " Secret.named(\"made-up\").key(\"conf\"))",
                        it -> it.file("/etc/made-up/a.conf", "a=1")
                                .secretFile("/etc/made-up/b.conf", SECRET.key("conf"))),
                this::sidecar,
                () -> say("scratch(\"/var/made-up\")", it -> it.scratch("/var/made-up")),
                this::initSteps,
                () -> say("command(\"run\", \"" + name + "\")", it -> it.command("run", name)),
                () -> say("arguments(\"--number\", \"" + number + "\")", it -> it.arguments("--number", "" + number)),
                this::user,
                () -> say(
                        "writableRootFilesystem(\"it always did\")", it -> it.writableRootFilesystem("it always did")),
                () -> say("readOnlyRootFilesystem()", it -> it.readOnlyRootFilesystem()),
                () -> say("may(Permission.toRead(\"configmaps\"))", it -> it.may(Permission.toRead("configmaps"))),
                () -> say("label(\"made-up\", \"n" + number + "\")", it -> it.label("made-up", "n" + number)),
                () -> say("annotation(\"made-up\", \"by seed\")", it -> it.annotation("made-up", "by seed")),
                () -> say("shutdownGrace(Duration.ofSeconds(30))", it -> it.shutdownGrace(Duration.ofSeconds(30))),
                this::memory,
                () -> say("cpu(Cpu.millis(100), Cpu.cores(1))", it -> it.cpu(Cpu.millis(100), Cpu.cores(1))),
                () -> say("unset(Settings.CPU_LIMIT)", it -> it.unset(Settings.CPU_LIMIT)),
                () -> say(
                        "waives(\"made-up-rule\", \"it is made up\", \"nobody\", LocalDate.of(2027, 1, 31))",
                        it -> it.waives("made-up-rule", "it is made up", "nobody", LocalDate.of(2027, 1, 31)))));
        if (scene.resources()) {
            words.addAll(ResourceWords.ALL);
        }
        return words;
    }

    private Said<WorkloadSettings<?>> team() {
        return say(
                "ownedBy(Team.named(\"team-" + number + "\").reachedAt(\"#team\"))",
                it -> it.ownedBy(Team.named("team-" + number).reachedAt("#team")));
    }

    private Said<WorkloadSettings<?>> sidecar() {
        return say(
                "scratch(\"/var/shared\").sidecar(Container.named(\"made-up-proxy\").image(\"proxy:1\")"
                        + ".env(\"MADE_UP_MAIL\", mail.address()).cpu(Cpu.millis(5)).sharing(\"/var/shared\").build())",
                it -> it.scratch("/var/shared")
                        .sidecar(Container.named("made-up-proxy")
                                .image("proxy:1")
                                .env("MADE_UP_MAIL", scene.mail().address())
                                .cpu(Cpu.millis(5))
                                .sharing("/var/shared")
                                .build()));
    }

    private Said<WorkloadSettings<?>> initSteps() {
        return say(
                "initStep(Container.named(\"made-up-one\").image(\"step:1\").command(\"step\")"
                        + ".memory(Memory.mebibytes(1), Memory.mebibytes(2)).build())"
                        + ".initStep(Container.named(\"made-up-two\").image(\"step:2\").build())",
                it -> it.initStep(Container.named("made-up-one")
                                .image("step:1")
                                .command("step")
                                .memory(Memory.mebibytes(1), Memory.mebibytes(2))
                                .build())
                        .initStep(Container.named("made-up-two").image("step:2").build()));
    }

    private Said<WorkloadSettings<?>> user() {
        long user = 1L + choices.below(1000);
        return switch (choices.below(4)) {
            case 0 -> say("runAsUser(" + user + ")", it -> it.runAsUser(user));
            case 1 -> say("runAsNonRoot()", it -> it.runAsNonRoot());
            case 2 -> say("runAsRoot(\"it always did\")", it -> it.runAsRoot("it always did"));
            default -> say("set(Settings.USER_ID, " + user + "L)", it -> it.set(Settings.USER_ID, user));
        };
    }

    private Said<WorkloadSettings<?>> memory() {
        long memory = 16L + choices.below(64);
        return say(
                "memory(Memory.mebibytes(" + memory + "), Memory.mebibytes(" + 2 * memory + "))",
                it -> it.memory(Memory.mebibytes(memory), Memory.mebibytes(2 * memory)));
    }

    private static Said<WorkloadSettings<?>> say(String source, Consumer<WorkloadSettings<?>> effect) {
        return Said.of(source, effect);
    }
}
