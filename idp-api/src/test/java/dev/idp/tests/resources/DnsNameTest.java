package dev.idp.tests.resources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.resources.DnsName;
import org.junit.jupiter.api.Test;

class DnsNameTest {

    private static final DnsName API = DnsName.named("api");

    @Test
    void itStandsBelowTheDomainThatTheEnvironmentSays() {
        Supplied orders =
                Supplied.by(DnsName.class, DnsName.below("shop.example"), it -> it.env("PUBLIC_HOST", API.host()));

        assertThat(orders.variables()).isEqualTo("PUBLIC_HOST = api.shop.example\n");
        assertThat(orders.resource().provisioner().get()).isEqualTo("dns-name-below");
        assertThat(orders.plan().graph().edges()).isEmpty();
    }

    @Test
    void anExistingOneIsAsItIs() {
        Supplied orders = Supplied.by(
                DnsName.class, DnsName.existing("api.example.com"), it -> it.env("PUBLIC_HOST", API.host()));

        assertThat(orders.variables()).isEqualTo("PUBLIC_HOST = api.example.com\n");
        assertThat(orders.resource().provisioner().get()).isEqualTo("existing-dns-name");
    }
}
