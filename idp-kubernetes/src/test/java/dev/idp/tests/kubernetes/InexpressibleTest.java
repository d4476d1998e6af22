package dev.idp.tests.kubernetes;

import static dev.idp.tests.kubernetes.Platforms.prod;
import static dev.idp.tests.kubernetes.Platforms.render;
import static dev.idp.tests.kubernetes.Platforms.service;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idp.Environment;
import dev.idp.Resource;
import dev.idp.kubernetes.Kubernetes;
import dev.idp.plan.PlatformException;
import dev.idp.spi.Extension;
import dev.idp.spi.Provision;
import dev.idp.spi.Provisioner;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import org.junit.jupiter.api.Test;

/** What cannot be rendered yet is refused with its line, all of it at once. */
class InexpressibleTest {

    private static final Lines LINES = Lines.of(InexpressibleTest.class);

    private static final Extension FAULTY = Kubernetes.edit("faulty", Deployment.class, deployment -> {
        throw new IllegalStateException("no more"); // (thrown)
    });

    private record Database(String name) implements Resource {}

    private record Made(String id) implements Provisioner<Database> {
        @Override
        public Provision provision(Database database, Environment environment) {
            return Provision.builder().with(FAULTY).build();
        }
    }

    @Test
    void editsByProvisioners() {
        Environment prod = prod().provides(Database.class, new Made("made")) // (provides)
                .build();

        assertThatThrownBy(() -> render(
                        prod,
                        service("orders").uses(new Database("db")).with(FAULTY), // (edit)
                        service("default-deny"))) // (name)
                .isInstanceOf(PlatformException.class)
                .hasMessageMatching(LINES.cite("""
                        3 problems in platform 'shop':
                          default-deny in prod: the namespace's own network policy has this name
                              declared Platforms.java:\\d+
                              fix      rename the service
                          db in prod: its provisioner attaches edit 'faulty', and nothing generated is the resource's \
                        alone
                              supplied environment prod, {provides}
                              fix      let the provisioner add objects as they should be, or edit them in the environment
                          orders in prod: edit 'faulty' of Deployment/orders failed at {thrown}: \
                        java.lang.IllegalStateException: no more
                              said {edit}
                              fix  mend the edit"""));
    }
}
