package dev.idp.tests.parts;

import static dev.idp.tests.Shop.DEV;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.idp.Job;
import dev.idp.Platform;
import dev.idp.Port;
import dev.idp.Service;
import dev.idp.spi.Part;
import dev.idp.spi.PartContents;
import dev.idp.tests.Lines;
import dev.idp.tests.Shop;
import org.junit.jupiter.api.Test;

class PartProblemsTest {

    private static final Lines LINES = Lines.of(PartProblemsTest.class);

    private static Platform platform(Part... parts) {
        return Platform.named("shop")
                .environments(DEV)
                .services(Shop.service("web", it -> {}))
                .parts(parts) // (in-platform)
                .build();
    }

    @Test
    void twoVersionsOfAPartAreNamedBoth() {
        Part old = Piece.of("example:ledger", "1.0", part -> {});
        Part user = Piece.of(
                "example:user", "3", part -> part.parts(Piece.of("example:ledger", "2.0", it -> {}))); // (inner)
        Platform platform = Platform.named("shop")
                .environments(DEV)
                .services(Shop.service("web", it -> {}))
                .parts(old, user) // (outer)
                .build();

        assertThat(Shop.report(platform)).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  part example:ledger 2.0: it is taken twice, and not the same each time
                      first  part example:ledger 1.0, dev.idp.tests.parts.Piece, taken at {outer}
                      second part example:ledger 2.0, dev.idp.tests.parts.Piece, taken at {inner}
                      fix    agree on one version, and release the parts that take it again"""));
    }

    @Test
    void twoPartsCannotShareAnIdAndAVersion() {
        Part one = Piece.of("example:ledger", part -> {});
        Part other = new Part() {
            @Override
            public String id() {
                return "example:ledger";
            }

            @Override
            public String version() {
                return "1.0";
            }

            @Override
            public void compose(PartContents part) {}
        };

        assertThat(Shop.report(platform(one, other)))
                .contains("part example:ledger 1.0: it is taken twice, and not the same each time");
    }

    @Test
    void twoThingsOfOneNameNameTheirArtifacts() {
        Part one = Piece.of("example:one", part -> part.services(Shop.service("ledger", it -> {})));
        Part two = Piece.of("example:two", "2", part -> {
            part.jobs(Job.named("ledger").image("l:1").build()); // (job)
        });

        assertThat(Shop.report(platform(one, two)))
                .startsWith("""
                        1 problem in platform 'shop':
                          ledger: two workloads have the name 'ledger'
                              first  part example:one 1.0,\s""")
                .endsWith("      second part example:two 2, " + LINES.at("job") + "\n"
                        + "      fix    rename one of them");
    }

    @Test
    void codeThatThrowsIsReportedWithItsLine() {
        Part broken = Piece.of("example:broken", part -> {
            throw new IllegalStateException("no idea"); // (thrown)
        });
        Platform platform = Platform.named("shop")
                .environments(DEV)
                .services(Shop.service("web", it -> {}))
                .parts(broken) // (taken)
                .build();

        assertThat(Shop.report(platform)).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  part dev.idp.tests.parts.Piece: its code failed: java.lang.IllegalStateException: no idea
                      thrown {thrown}
                      taken  {taken}
                      fix    mend the part"""));
    }

    @Test
    void aPartThatTakesEverNewOnesEnds() {
        assertThat(Shop.report(platform(endless(0)))).contains("its code failed: java.lang.StackOverflowError");
    }

    private static Part endless(int depth) {
        return Piece.of("example:endless-" + depth, part -> part.parts(endless(depth + 1)));
    }

    @Test
    void aPartWithoutANameIsReported() {
        assertThat(Shop.report(platform(Piece.of(null, part -> {}))))
                .isEqualTo("""
                1 problem in platform 'shop':
                  part dev.idp.tests.parts.Piece: it has no id or no version
                      taken PartProblemsTest.java:%s
                      fix   return the coordinates of its artifact, and its version""".formatted(LINES.at("in-platform").replaceAll(".*:", "")));
        assertThat(Shop.report(platform(Piece.of(" ", part -> {})))).contains("it has no id or no version");
        assertThat(Shop.report(platform(Piece.of("a", "", part -> {})))).contains("it has no id or no version");
    }

    @Test
    void nullIsRefusedWhereItIsSaid() {
        PartContents part = new PartContents();
        assertThatNullPointerException()
                .isThrownBy(() -> part.services((Service) null))
                .withMessage("a service of a part is null");
        assertThatNullPointerException().isThrownBy(() -> part.jobs((Job) null)).withMessage("a job of a part is null");
        assertThatNullPointerException()
                .isThrownBy(() -> part.parts((Part) null))
                .withMessage("a part of a part is null");
        assertThatNullPointerException()
                .isThrownBy(() -> part.needs("a", (Port) null))
                .withMessage("a port of a part is null");
        assertThatNullPointerException()
                .isThrownBy(() -> part.needs(null))
                .withMessage("the name of a needed service is null");
        assertThatNullPointerException()
                .isThrownBy(() -> Platform.named("shop").parts((Part) null))
                .withMessageStartingWith("part of the platform number 1 is null at PartProblemsTest.java:");
    }

    @Test
    void aNullThatAPartAddsIsReportedWithItsLine() {
        Part broken = Piece.of("example:broken", part -> part.services((Service) null)); // (null-service)

        assertThat(Shop.report(platform(broken)))
                .contains("its code failed: java.lang.NullPointerException: a service of a part is null")
                .contains("thrown " + LINES.at("null-service"));
    }
}
