package dev.idp.tests.values;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Cpu;
import dev.idp.Image;
import dev.idp.Memory;
import dev.idp.Port;
import dev.idp.Probe;
import dev.idp.PublicEntry;
import dev.idp.Replicas;
import dev.idp.Restriction;
import dev.idp.Route;
import dev.idp.Setting;
import dev.idp.Settings;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitsTest {

    private static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of(Cpu.millis(250), "250m"),
                Arguments.of(Cpu.cores(2), "2000m"),
                Arguments.of(new Memory(1), "1"),
                Arguments.of(new Memory(1536), "1536"),
                Arguments.of(new Memory(1024), "1Ki"),
                Arguments.of(Memory.mebibytes(64), "64Mi"),
                Arguments.of(Memory.mebibytes(1024), "1Gi"),
                Arguments.of(Memory.mebibytes(1536), "1536Mi"),
                Arguments.of(Memory.gibibytes(4), "4Gi"),
                Arguments.of(Memory.gibibytes(2048), "2Ti"),
                Arguments.of(new Memory(0), "0"),
                Arguments.of(Memory.mebibytes(-5), "-5Mi"),
                Arguments.of(Replicas.fixed(3), "3"),
                Arguments.of(Replicas.between(3, 9), "3..9"),
                Arguments.of(Replicas.between(3, 3), "3"),
                Arguments.of(new Image("a:1"), "a:1"),
                Arguments.of(Port.http(8080), "http 8080"),
                Arguments.of(Port.grpc(50051).servedOn(443).named("api"), "api 443→50051"),
                Arguments.of(Route.at("www").below("/shop"), "www/shop"),
                Arguments.of(Restriction.HOLDS, "holds"),
                Arguments.of(Restriction.liftedBecause("legacy"), "lifted: legacy"),
                Arguments.of(Probe.tcpConnect(), "TCP connect"),
                Arguments.of(Probe.grpcHealth().onPort("api"), "gRPC health on api"),
                Arguments.of(
                        Probe.httpGet("/live")
                                .header("A", "b")
                                .initialDelay(Duration.ofSeconds(3))
                                .period(Duration.ofMinutes(1)),
                        "GET /live with A: b, first after 3s, every 60s"),
                Arguments.of(PublicEntry.named("nginx", "ingress"), "nginx in ingress"),
                Arguments.of(
                        PublicEntry.named("nginx", "ingress").certificatesFrom("letsencrypt"),
                        "nginx in ingress, certificates from letsencrypt"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("texts")
    void valuesReadLikeThis(Object value, String text) {
        assertThat(value).hasToString(text);
    }

    private static Stream<Arguments> jsonForms() {
        return Stream.of(
                Arguments.of(Settings.CPU, Cpu.millis(250), "250m"),
                Arguments.of(Settings.MEMORY, Memory.mebibytes(64), "64Mi"),
                Arguments.of(Settings.MEMORY, new Memory(1001), "1001"),
                Arguments.of(Settings.MEMORY, Memory.gibibytes(4096), "4Ti"),
                Arguments.of(Settings.IMAGE, new Image("a:1"), "a:1"),
                Arguments.of(Settings.REPLICAS, Replicas.fixed(3), "3"),
                Arguments.of(Settings.REPLICAS, Replicas.between(1, 9), "1..9"),
                Arguments.of(Settings.NON_ROOT, Restriction.HOLDS, "holds"),
                Arguments.of(Settings.NON_ROOT, Restriction.liftedBecause("lifted: twice"), "lifted: lifted: twice"),
                Arguments.of(Settings.SHUTDOWN_GRACE, Duration.ofMinutes(2), 120L),
                Arguments.of(Settings.USER_ID, 1000L, 1000L),
                Arguments.of(
                        Settings.PORT,
                        Port.http(8080).servedOn(80),
                        Map.of("name", "http", "protocol", "HTTP", "listening", 8080L, "reachedUnder", 80L)),
                Arguments.of(
                        Settings.ROUTE,
                        Route.at("www").below("/a").toPort("http"),
                        Map.of("host", "www", "path", "/a", "port", "http")),
                Arguments.of(
                        Settings.LIVENESS,
                        Probe.httpGet("/l").header("A", "b").period(Duration.ofSeconds(7)),
                        Map.of(
                                "kind",
                                "HTTP_GET",
                                "path",
                                "/l",
                                "port",
                                "",
                                "headers",
                                Map.of("A", "b"),
                                "periodSeconds",
                                7L)),
                Arguments.of(Settings.READINESS, Probe.tcpConnect(), Map.of("kind", "TCP", "port", "")));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("jsonForms")
    <T> void valuesReadBackFromTheirJson(Setting<T> setting, T value, Object json) {
        assertThat(setting.json().write().apply(value)).isEqualTo(json);
        assertThat(setting.json().read().apply(json)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "orders,-,false",
                "orders:1,1,true",
                "orders:latest,latest,false",
                "localhost:5000/orders,-,false",
                "localhost:5000/orders:1.2,1.2,true",
                "registry.example/team/orders:v1,v1,true",
                "orders@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa,-,true",
                "orders:latest@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa,latest,true"
            })
    void anImageHasATagAndMayBePinned(String reference, String tag, boolean pinned) {
        Image image = new Image(reference);

        assertThat(image.tag()).isEqualTo(Optional.ofNullable(tag));
        assertThat(image.isPinned()).isEqualTo(pinned);
        assertThat(Settings.IMAGE.flawOf("", image)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Orders",
                "orders:",
                "orders:-1",
                ":1",
                "/orders",
                "orders/",
                "a b",
                "a//b",
                "orders@sha256:abc",
                "a:1:2",
                "a__b___c",
                "http://a/b",
                "orders:1\n"
            })
    void whatIsNoImageIsFlawed(String reference) {
        assertThat(Settings.IMAGE.flawOf("", new Image(reference))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a_b", "a__b", "a--b.c", "r.example:5000/a/b/c:1.0_x", "UPPER.example/a:B"})
    void whatIsAnImageIsNotFlawed(String reference) {
        assertThat(Settings.IMAGE.flawOf("", new Image(reference))).isEmpty();
    }

    @Test
    void amountsAreCompared() {
        assertThat(Cpu.cores(1)).isGreaterThan(Cpu.millis(999)).isEqualByComparingTo(Cpu.millis(1000));
        assertThat(Memory.gibibytes(1)).isGreaterThan(Memory.mebibytes(1023)).isEqualTo(Memory.mebibytes(1024));
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MAX_VALUE, 1L << 53})
    void hugeAmountsDoNotTurnNegative(long amount) {
        assertThat(Cpu.cores(amount)).isGreaterThan(Cpu.cores(1));
        assertThat(Memory.mebibytes(amount)).isGreaterThan(Memory.mebibytes(1));
        assertThat(Memory.gibibytes(amount)).isGreaterThan(Memory.gibibytes(1));
        assertThat(Cpu.cores(-amount)).isLessThan(Cpu.cores(0));
        assertThat(Memory.gibibytes(-amount)).isLessThan(Memory.gibibytes(0));
    }

    @Test
    void aRangeScalesAndANumberDoesNot() {
        assertThat(Replicas.between(1, 2).isScaled()).isTrue();
        assertThat(Replicas.between(2, 2).isScaled()).isFalse();
        assertThat(Replicas.fixed(2)).isEqualTo(Replicas.between(2, 2));
    }
}
