package dev.idp.tests.backend;

import dev.idp.Environment;
import dev.idp.Port;
import dev.idp.Resource;
import dev.idp.Secret;
import dev.idp.SecretText;
import dev.idp.Service;
import dev.idp.Text;
import dev.idp.spi.Provision;
import dev.idp.spi.Provisioner;

/** A resource type of a user's own, and what supplies it. */
record Bucket(String name) implements Resource {

    Text url() {
        return output("url");
    }

    SecretText password() {
        return secretOutput("password");
    }

    /** A MinIO in the environment. */
    record InMinio(String id) implements Provisioner<Bucket> {
        @Override
        public Provision provision(Bucket bucket, Environment environment) {
            Service minio = Service.named(bucket.name() + "-minio")
                    .image("minio/minio:2025")
                    .port(Port.http(9000))
                    .build();
            return Provision.builder()
                    .service(minio)
                    .output("url", Text.text("{}/{}", minio.url(), Text.of(bucket.name())))
                    .output("password", Secret.named("minio").key("password"))
                    .build();
        }
    }
}
