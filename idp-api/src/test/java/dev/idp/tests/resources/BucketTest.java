package dev.idp.tests.resources;

import static dev.idp.tests.Shop.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Secret;
import dev.idp.Service;
import dev.idp.resources.Bucket;
import dev.idp.resources.ExistingBuckets;
import dev.idp.tests.Lines;
import dev.idp.tests.Shop;
import org.junit.jupiter.api.Test;

class BucketTest {

    private static final Lines LINES = Lines.of(BucketTest.class);

    private static final Bucket UPLOADS = Bucket.named("uploads");

    private static final ExistingBuckets AT_AMAZON =
            Bucket.existingAt("s3.eu-central-1.amazonaws.com").credentials(Secret.named("s3"));

    private static void everything(Service.Builder orders) {
        orders.env("BUCKET", UPLOADS.bucket())
                .env("ENDPOINT", UPLOADS.endpoint())
                .env("REGION", UPLOADS.region())
                .secret("ACCESS_KEY", UPLOADS.accessKey())
                .secret("SECRET_KEY", UPLOADS.secretKey());
    }

    @Test
    void anExistingOneIsAnExternalService() {
        Supplied orders = Supplied.by(
                Bucket.class,
                AT_AMAZON.region("eu-central-1").prefixed("shop-prod-").within("52.219.0.0/16"),
                BucketTest::everything);

        assertThat(orders.variables()).isEqualTo("""
                BUCKET = shop-prod-uploads
                ENDPOINT = https://s3.eu-central-1.amazonaws.com:443
                REGION = eu-central-1
                ACCESS_KEY = {secret s3/access-key}
                SECRET_KEY = {secret s3/secret-key}
                """);
        assertThat(orders.plan().externals())
                .extracting(external -> external.get().toString())
                .containsExactly("uploads at s3.eu-central-1.amazonaws.com:443 within 52.219.0.0/16");
        assertThat(orders.plan().graph().edges()).hasToString("[orders -> uploads]");
        assertThat(orders.resource().provisioner().get()).isEqualTo("existing-buckets");
    }

    @Test
    void withoutAPrefixItIsNamedLikeTheResourceAndInTheRegionOfServersWithoutRegions() {
        Supplied orders = Supplied.by(Bucket.class, AT_AMAZON, it -> it.env("BUCKET", UPLOADS.bucket())
                .env("REGION", UPLOADS.region()));

        assertThat(orders.variables()).isEqualTo("""
                BUCKET = uploads
                REGION = us-east-1
                """);
    }

    @Test
    void nothingSuppliesItUntilSomebodySaysWhat() {
        assertThat(report(Shop.of(Service.named("orders")
                        .image("orders:1")
                        .env("BUCKET", UPLOADS.bucket()) // (bucket)
                        .build())))
                .isEqualTo(LINES.cite("""
                        1 problem in platform 'shop':
                          uploads in dev: nothing supplies a Bucket here
                              needed {bucket}
                              fix    add provides(Bucket.class, ...) to environment dev or to the platform"""));
    }
}
