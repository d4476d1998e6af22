package dev.idp.examples.bank;

import static dev.idp.Cpu.millis;
import static dev.idp.Memory.gibibytes;
import static dev.idp.Memory.mebibytes;
import static dev.idp.Port.http;
import static dev.idp.Probe.httpGet;
import static dev.idp.Probe.tcpConnect;
import static dev.idp.examples.bank.Environments.PROD;

import dev.idp.Service;
import dev.idp.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** Asks all services whether they are ready, and shows customers what they said in the last weeks. */
final class StatusPage {

    private StatusPage() {}

    static Service of(List<Service> asked) {
        return Service.named("status")
                .image("ghcr.io/twin/gatus:v5.36.0")
                .ownedBy(Teams.FRONTEND)
                .stateful()
                .replicas(1)
                .storage("/data", gibibytes(1))
                .file("/config/config.yaml", configuration(asked))
                .port(http(8080).servedOn(80))
                .readiness(httpGet("/health"))
                .liveness(tcpConnect())
                .cpu(millis(50), millis(250))
                .memory(mebibytes(64), mebibytes(128))
                .publicAt("status")
                .in(Environments.DEV, FrontEnd::withoutTls)
                .in(
                        PROD,
                        status -> status.waives(
                                "two-copies",
                                "its history is in one file, until it moves to a database",
                                "frontend",
                                LocalDate.of(2027, 6, 30)))
                .build();
    }

    private static Text configuration(List<Service> asked) {
        String endpoints = asked.stream()
                .map(service -> "  - {name: " + service.name()
                        + ", url: \"{}/ready\", interval: 1m, conditions: [\"[STATUS] == 200\"]}\n")
                .collect(Collectors.joining());
        return Text.text(
                "storage: {type: sqlite, path: /data/status.db}\nendpoints:\n" + endpoints,
                asked.stream().map(Service::url).toArray(Text[]::new));
    }
}
