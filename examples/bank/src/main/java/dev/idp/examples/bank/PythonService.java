package dev.idp.examples.bank;

import static dev.idp.Cpu.millis;
import static dev.idp.Memory.mebibytes;
import static dev.idp.Probe.httpGet;
import static dev.idp.examples.bank.BankService.seconds;

import dev.idp.Environment;
import dev.idp.ServicePath;
import dev.idp.ServicePaving;
import java.util.Optional;

/** For services written with Flask: small, and soon there. */
record PythonService(BankService base) implements ServicePath {

    @Override
    public String id() {
        return "python-service";
    }

    @Override
    public String version() {
        return "1.0";
    }

    @Override
    public Optional<ServicePath> extending() {
        return Optional.of(base);
    }

    @Override
    public void pave(ServicePaving service, Environment environment) {
        service.defaults()
                .cpu(millis(100), millis(250))
                .memory(mebibytes(64), mebibytes(128))
                .readiness(httpGet("/ready")
                        .initialDelay(seconds(10))
                        .period(seconds(5))
                        .timeout(seconds(10)));
    }
}
