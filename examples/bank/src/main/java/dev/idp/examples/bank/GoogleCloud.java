package dev.idp.examples.bank;

import dev.idp.ExternalService;

/** What Google runs for the bank where it runs in Google's cloud. */
final class GoogleCloud {

    /** Takes traces and metrics, at the addresses of Private Google Access. */
    static final ExternalService APIS = ExternalService.named("google-apis")
            .at("private.googleapis.com", 443)
            .ownedBy("Google Cloud")
            .within("199.36.153.8/30")
            .build();

    /** Tells workloads where they run, and gives them the tokens of their identity. */
    static final ExternalService METADATA = ExternalService.named("metadata-server")
            .at("metadata.google.internal", 80)
            .ownedBy("Google Cloud")
            .within("169.254.169.254/32")
            .build();

    private GoogleCloud() {}
}
