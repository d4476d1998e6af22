package dev.idp.examples.orders;

import static dev.idp.Port.http;
import static dev.idp.Probe.httpGet;

import dev.idp.Cpu;
import dev.idp.Job;
import dev.idp.Memory;
import dev.idp.Service;
import dev.idp.Team;
import dev.idp.examples.payments.PaymentsPart;
import dev.idp.spi.Part;
import dev.idp.spi.PartContents;
import java.time.Duration;

/** What the orders team releases: its service and a nightly report. It builds on payments, and takes that part. */
public final class OrdersPart implements Part {

    /** Who owns it. */
    public static final Team ORDERS = Team.named("orders");

    /** A part is made by {@link java.util.ServiceLoader} as well. */
    public OrdersPart() {}

    @Override
    public String id() {
        return "dev.idp.examples:orders-part";
    }

    @Override
    public String version() {
        return "2.0";
    }

    @Override
    public void compose(PartContents part) {
        var orders = Service.named("orders")
                .image("registry.example/orders:1.4.2")
                .ownedBy(ORDERS)
                .port(http(8080).servedOn(80))
                .liveness(httpGet("/live"))
                .readiness(httpGet("/ready"))
                .cpu(Cpu.millis(200))
                .memory(Memory.mebibytes(512), Memory.mebibytes(512))
                .env("PAYMENTS_URL", Service.ref("payments").url())
                .build();
        var report = Job.named("orders-report")
                .image("registry.example/orders-report:1.0.3")
                .ownedBy(ORDERS)
                .schedule("30 2 * * *")
                .deadline(Duration.ofMinutes(30))
                .cpu(Cpu.millis(100))
                .memory(Memory.mebibytes(256), Memory.mebibytes(256))
                .env("ORDERS_URL", orders.url())
                .build();
        part.parts(new PaymentsPart()).services(orders).jobs(report);
    }
}
