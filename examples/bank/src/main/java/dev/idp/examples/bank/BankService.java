package dev.idp.examples.bank;

import static dev.idp.Port.http;
import static dev.idp.Probe.httpGet;

import dev.idp.Environment;
import dev.idp.Service;
import dev.idp.ServicePath;
import dev.idp.ServicePaving;
import dev.idp.kubernetes.CloudIdentity;
import dev.idp.kubernetes.KubernetesSettings;
import java.time.Duration;

/** What every service of the bank gets: an image by its name, HTTP on 8080, and the key to verify who has logged in. */
record BankService(JwtKeys keys) implements ServicePath {

    private static final String RELEASE = "v0.6.10";
    private static final String PUBLIC_KEY = "/tmp/.ssh/publickey";

    @Override
    public String id() {
        return "bank-service";
    }

    @Override
    public String version() {
        return "1.0";
    }

    @Override
    public void pave(ServicePaving service, Environment environment) {
        service.defaults("images are called after their services")
                .image("us-central1-docker.pkg.dev/bank-of-anthos-ci/bank-of-anthos/" + service.serviceName() + ":"
                        + RELEASE);
        service.defaults()
                .port(http(8080))
                .readiness(httpGet("/ready").period(seconds(5)).timeout(seconds(10)))
                .scratch("/tmp")
                .shutdownGrace(seconds(5))
                .env("VERSION", RELEASE)
                .env("PORT", Service.self().listeningPort())
                .env("LOG_LEVEL", "info")
                .env("LOCAL_ROUTING_NUM", BankOfAnthos.ROUTING_NUMBER)
                .env("PUB_KEY_PATH", PUBLIC_KEY)
                .secretFile(PUBLIC_KEY, keys.publicKey())
                .env("ENABLE_TRACING", Boolean.toString(environment.isProduction()));
        if (environment.isProduction()) {
            service.defaults("it reports to the cloud that it runs in")
                    .set(
                            KubernetesSettings.CLOUD_IDENTITY,
                            CloudIdentity.googleServiceAccount("bank-service@bank-prod.iam.gserviceaccount.com"))
                    .uses(GoogleCloud.APIS)
                    .uses(GoogleCloud.METADATA);
        }
    }

    static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }
}
