package dev.idp.tests.workloads;

import dev.idp.Environment;
import dev.idp.Memory;
import dev.idp.Port;
import dev.idp.Resource;
import dev.idp.Secret;
import dev.idp.SecretText;
import dev.idp.Service;
import dev.idp.Storage;
import dev.idp.Text;
import dev.idp.spi.Provision;
import dev.idp.spi.Provisioner;
import dev.idp.spi.Volume;

/** A type of resource of a user's own. */
public record Bucket(String name) implements Resource {

    /** Where it is. */
    public Text url() {
        return output("url");
    }

    /** What opens it. */
    public SecretText password() {
        return secretOutput("password");
    }

    /** The volume behind it. */
    public Text volume() {
        return output("volume");
    }

    /** Supplies buckets by a service beside the workloads. */
    public record InCluster() implements Provisioner<Bucket> {

        @Override
        public String id() {
            return "in-cluster";
        }

        @Override
        public Provision provision(Bucket bucket, Environment environment) {
            Service store = Service.named(bucket.name() + "-store")
                    .image("minio:1")
                    .port(Port.http(9000))
                    .build();
            return Provision.builder()
                    .service(store)
                    .volume(new Volume(bucket.name(), Storage.of(Memory.gibibytes(1)), true))
                    .output("url", store.url())
                    .output("volume", Text.of(bucket.name()))
                    .output("password", Secret.named(bucket.name()).key("password"))
                    .build();
        }
    }
}
