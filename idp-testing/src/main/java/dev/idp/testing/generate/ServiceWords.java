package dev.idp.testing.generate;

import dev.idp.Cpu;
import dev.idp.Job;
import dev.idp.Memory;
import dev.idp.Metric;
import dev.idp.Port;
import dev.idp.Probe;
import dev.idp.Route;
import dev.idp.ServiceSettings;
import dev.idp.Spread;
import dev.idp.Storage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What services alone say. */
final class ServiceWords {

    private final Choices choices;
    private final Scene scene;
    private final MadeService me;

    ServiceWords(Choices choices, Scene scene, MadeService me) {
        this.choices = choices;
        this.scene = scene;
        this.me = me;
    }

    Said<ServiceSettings<?>> image() {
        String image = "registry.example/" + me.name() + ":" + me.number();
        return say("image(\"" + image + "\")", it -> it.image(image));
    }

    /** The port that others can name. */
    Said<ServiceSettings<?>> http() {
        int number = me.free(8080 + me.number());
        int reached = me.free(80);
        return choices.oneIn(2)
                ? say(
                        "port(Port.http(" + number + ").servedOn(" + reached + "))",
                        it -> it.port(Port.http(number).servedOn(reached)))
                : say("port(Port.http(" + number + "))", it -> it.port(Port.http(number)));
    }

    List<Supplier<Said<ServiceSettings<?>>>> all() {
        List<Supplier<Said<ServiceSettings<?>>>> words = new ArrayList<>(List.of(
                this::anotherPort,
                () -> say("startup(Probe.exec(\"up\", \"yet\"))", it -> it.startup(Probe.exec("up", "yet"))),
                this::copies,
                () -> say("spread(Spread.overZones())", it -> it.spread(Spread.overZones())),
                () -> say("scaleAt(Metric.ofCopies(\"rps\", 100))", it -> it.scaleAt(Metric.ofCopies("rps", 100))),
                () -> say("scaleAtCpu(" + (40 + me.number()) + ")", it -> it.scaleAtCpu(40 + me.number())),
                this::migration));
        if (me.speaksHttp()) {
            words.add(() -> say(
                    "liveness(Probe.httpGet(\"/\").onPort(\"http\").period(Duration.ofSeconds(5)))",
                    it -> it.liveness(Probe.httpGet("/").onPort("http").period(Duration.ofSeconds(5)))));
            words.add(() -> say(
                    "readiness(Probe.tcpConnect().onPort(\"http\"))",
                    it -> it.readiness(Probe.tcpConnect().onPort("http"))));
            if (scene.isPublic()) {
                String path = "/" + me.name();
                words.add(() -> say(
                        "publicAt(Route.at(\"www\").below(\"" + path + "\").toPort(\"http\"))",
                        it -> it.publicAt(Route.at("www").below(path).toPort("http"))));
            }
        }
        new WorkloadWords(choices, scene, me.name(), me.number())
                .all()
                .forEach(word -> words.add(() -> word.get().by()));
        return words;
    }

    private Said<ServiceSettings<?>> anotherPort() {
        int kind = choices.below(3);
        int number = me.free(List.of(9000, 7000, 5353).get(kind));
        return switch (kind) {
            case 0 -> say("port(Port.grpc(" + number + "))", it -> it.port(Port.grpc(number)));
            case 1 ->
                say(
                        "port(Port.tcp(" + number + ").named(\"raw\"))",
                        it -> it.port(Port.tcp(number).named("raw")));
            default -> say("port(Port.udp(" + number + "))", it -> it.port(Port.udp(number)));
        };
    }

    /** How many there are, and what they are to each other. */
    private Said<ServiceSettings<?>> copies() {
        int least = 2 + choices.below(3);
        return switch (choices.below(6)) {
            case 0 -> say("replicas(" + least + ")", it -> it.replicas(least));
            case 1 -> say("stateless()", it -> it.stateless());
            case 2 ->
                say("stateful().storage(\"/var/made-up/data\", Storage.of(Memory.gibibytes(1)))", it -> it.stateful()
                        .storage("/var/made-up/data", Storage.of(Memory.gibibytes(1))));
            case 3 -> say("onEveryNode()", it -> it.onEveryNode());
            case 4 ->
                say("replicas(2, 5).cpu(Cpu.millis(100), Cpu.cores(1))", it -> it.replicas(2, 5)
                        .cpu(Cpu.millis(100), Cpu.cores(1)));
            default ->
                say(
                        "replicas(2, 5).scaleAtMemory(80).cpu(Cpu.millis(50), Cpu.cores(1))"
                                + ".memory(Memory.mebibytes(64), Memory.mebibytes(64))",
                        it -> it.replicas(2, 5)
                                .scaleAtMemory(80)
                                .cpu(Cpu.millis(50), Cpu.cores(1))
                                .memory(Memory.mebibytes(64), Memory.mebibytes(64)));
        };
    }

    private Said<ServiceSettings<?>> migration() {
        String name = me.name() + "-migrate";
        return say(
                "migratedBy(Job.named(\"" + name + "\").env(\"STEP\", \"1\").build())",
                it -> it.migratedBy(Job.named(name).env("STEP", "1").build()));
    }

    private static Said<ServiceSettings<?>> say(String source, Consumer<ServiceSettings<?>> effect) {
        return Said.of(source, effect);
    }
}
