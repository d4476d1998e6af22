package dev.idp.tests.resources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Environment;
import dev.idp.Port;
import dev.idp.Resource;
import dev.idp.Service;
import dev.idp.Text;
import dev.idp.spi.Provision;
import dev.idp.spi.Provisioner;
import org.junit.jupiter.api.Test;

/** A type of resource of one's own: a record that names its outputs, and a provisioner that supplies them. */
class OwnResourceTypeTest {

    record SearchIndex(String name) implements Resource {
        Text url() {
            return output("url");
        }
    }

    record InCluster(String id) implements Provisioner<SearchIndex> {
        @Override
        public Provision provision(SearchIndex index, Environment environment) {
            Service search = Service.named(index.name())
                    .image("opensearchproject/opensearch:2.19.1")
                    .port(Port.http(9200))
                    .build();
            return Provision.builder()
                    .service(search)
                    .output("url", search.url())
                    .build();
        }
    }

    @Test
    void isUsedLikeThoseOfTheLibrary() {
        SearchIndex products = new SearchIndex("products");

        Supplied shop = Supplied.by(
                SearchIndex.class, new InCluster("opensearch"), orders -> orders.env("SEARCH", products.url()));

        assertThat(shop.variables()).isEqualTo("SEARCH = http://products:9200\n");
        assertThat(shop.plan().graph().edges()).hasToString("[orders -> products:http]");
        assertThat(shop.resource().provisioner().get()).isEqualTo("opensearch");
    }
}
