package dev.idp.tests.json;

import static dev.idp.Text.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Environment;
import dev.idp.Platform;
import dev.idp.Secret;
import dev.idp.Service;
import org.junit.jupiter.api.Test;

/** The order of keys is part of the JSON, the same in every process: the JDK's immutable maps have one of their own. */
class KeyOrderTest {

    @Test
    void isFixedWithinAComposedSecret() {
        Environment dev = Environment.named("dev").build();
        Service orders = Service.named("orders")
                .image("orders:1")
                .secret("URI", text("u:{}@h", Secret.named("db").key("password")))
                .build();

        String json = Platform.named("shop")
                .environments(dev)
                .services(orders)
                .build()
                .plan()
                .toJson();

        assertThat(json.replaceAll("\\s+", ""))
                .contains("\"URI\":[{\"text\":\"u:\"},{\"key\":\"password\",\"secret\":\"db\"},{\"text\":\"@h\"}]");
    }
}
