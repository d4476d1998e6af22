package dev.idp.tests.problems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idp.Bound;
import dev.idp.Environment;
import dev.idp.ExternalService;
import dev.idp.JsonForm;
import dev.idp.Platform;
import dev.idp.Port;
import dev.idp.Service;
import dev.idp.Setting;
import dev.idp.Settings;
import dev.idp.plan.PlatformException;
import dev.idp.resources.Redis;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said must not go unheard: neither by a slip of the pen nor by two meanings of one word. */
class UnheardTest {

    @ParameterizedTest
    @MethodSource("slips")
    void isReportedWithItsLine(Consumer<Environment.Builder> inDev, Consumer<Service.Builder> ofOrders, String report) {
        Environment.Builder dev = Environment.named("dev");
        inDev.accept(dev);
        Service.Builder orders = Service.named("orders").image("orders:1");
        ofOrders.accept(orders);

        Platform shop = Platform.named("shop")
                .environments(dev.build())
                .services(orders.build())
                .build();

        assertThatThrownBy(shop::plan)
                .isInstanceOf(PlatformException.class)
                .extracting(
                        thrown -> thrown.getMessage().replaceAll("UnheardTest\\.java:\\d+", "UnheardTest.java:LINE"))
                .isEqualTo("1 problem in platform 'shop':\n" + report.indent(2).stripTrailing());
    }

    static Stream<Arguments> slips() {
        return Stream.of(
                slip(
                        dev -> dev.provides(Redis.class, "cahce", Redis.inCluster()),
                        orders -> orders.env("CACHE", Redis.named("cache").address()),
                        """
                          environment dev: nothing here needs a Redis named 'cahce'
                              provided UnheardTest.java:LINE
                              fix      did you mean 'cache'?"""),
                slip(dev -> dev.defaults(service -> service.replicas(2).replicas(3)), orders -> {}, """
                          environment dev: replicas is said twice: 2 and 3
                              first  UnheardTest.java:LINE
                              second UnheardTest.java:LINE
                              fix    remove one of them"""),
                slip(
                        dev -> dev.mandates(
                                "order",
                                all -> all.require(
                                        Settings.PORT, new Bound<Port>("high", port -> port.listening() > 1024))),
                        orders -> orders.port(Port.http(80)),
                        """
                          orders in dev: port has entries, and a bound can hold for one value only
                              mandate environment dev: order, UnheardTest.java:LINE
                              fix     bound a setting with one value, or mandate an entry"""),
                slip(dev -> {}, orders -> orders.set(Setting.of("replicas", JsonForm.TEXT), "many"), """
                          orders in dev: two settings have the id 'replicas'
                              replicas UnheardTest.java:LINE
                              fix      give the one that is not the library's another id"""),
                slip(
                        dev -> {},
                        orders -> orders.set(
                                Setting.of("mood", JsonForm.TEXT).checkedBy(mood -> {
                                    throw new IllegalStateException("bad day");
                                }),
                                "fine"),
                        """
                          orders in dev: the check of mood failed at UnheardTest.java:LINE: %s
                              mood UnheardTest.java:LINE
                              fix  mend the check""".formatted("java.lang.IllegalStateException: bad day")),
                slip(dev -> {}, orders -> orders.set(Settings.PORT, "web", Port.http(80)), """
                          orders in dev: 'http' is said under the name 'web'
                              port UnheardTest.java:LINE
                              fix  say port(...), which takes the name from what is said"""),
                slip(dev -> {}, orders -> orders.unset(Settings.NON_ROOT), """
                          orders in dev: non-root cannot be unset, only lifted with a reason
                              unset UnheardTest.java:LINE
                              fix   say runAsRoot(because) or writableRootFilesystem(because)"""),
                slip(dev -> {}, orders -> orders.env("X", Service.ref("").url()), """
                          orders in dev: env/X: there is no service ''
                              said UnheardTest.java:LINE
                              fix  add it to the platform, or declare it as an external service"""),
                slip(
                        dev -> {},
                        orders -> orders.uses(ExternalService.named("mail")
                                .at("smtp corp", 25)
                                .build()),
                        """
                          mail in dev: 'smtp corp' is not a host
                              declared external service mail, UnheardTest.java:LINE
                              fix      say a host name or an address, without scheme and port"""),
                slip(
                        dev -> {},
                        orders -> orders.uses(ExternalService.named("mail")
                                .at("smtp.corp", 25)
                                .within("1:2/64")
                                .build()),
                        """
                          mail in dev: '1:2/64' is not a network
                              declared external service mail, UnheardTest.java:LINE
                              fix      write it like 203.0.113.0/24"""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/8", "::/0", "2001:db8::/32", "2001:db8:0:0:0:0:0:1/128", "fe80::1:2/64"})
    void realNetworksAreNot(String network) {
        ExternalService mail = ExternalService.named("mail")
                .at("smtp.corp", 25)
                .within(network)
                .build();

        assertThat(mail.flaw()).isEqualTo(Optional.empty());
    }

    private static Arguments slip(
            Consumer<Environment.Builder> inDev, Consumer<Service.Builder> ofOrders, String report) {
        return Arguments.of(inDev, ofOrders, report);
    }
}
