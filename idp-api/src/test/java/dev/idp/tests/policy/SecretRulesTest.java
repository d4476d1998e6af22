package dev.idp.tests.policy;

import static dev.idp.Port.http;
import static dev.idp.tests.Shop.DEV;
import static dev.idp.tests.Shop.PROD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.idp.Container;
import dev.idp.Secret;
import dev.idp.Service;
import dev.idp.Text;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.policy.Finding;
import dev.idp.policy.Policy;
import dev.idp.policy.Severity;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretRulesTest {

    private static final Checks BY_NAME = Checks.of(SecretRulesTest.class, "no-plain-secret-by-name");
    private static final Checks BY_ENTROPY = Checks.of(SecretRulesTest.class, "no-plain-secret-by-entropy");

    /** Put together here, so that those who look for leaked keys do not stumble over this file. */
    private static final String GITHUB = "ghp_" + "16C7e42F292c6912E7710c838347Ae178B4a";

    private static final String AWS = "AKIA" + "IOSFODNN7EXAMPLE";
    private static final String AWS_SECRET = "wJalrXUtnFEMI/K7MDENG/" + "bPxRfiCYEXAMPLEKEY";
    private static final String JWT = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9." + "eyJzdWIiOiIxMjM0NTY3ODkwIn0."
            + "dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U";

    @Test
    void aPlainPasswordIsFoundAndNotShown() {
        Service orders = Service.named("orders")
                .image("orders:1")
                .env("DB_PASSWORD", "hunter2") // (password)
                .build();

        BY_NAME.finds(Checks.plan(PROD, orders), """
                ERROR no-plain-secret-by-name: orders in prod: env DB_PASSWORD is a plain value, and by its name a secret \
                (service orders, {password}); fix: say secret(...) instead""");
        BY_NAME.finds(Checks.plan(DEV, orders), Severity.WARNING);
    }

    @Test
    void whatStandsWhereSecretsGoIsFine() {
        BY_NAME.findsNothing(Checks.orders(
                PROD, s -> s.secret("DB_PASSWORD", Secret.named("db").key("password"))));
        BY_ENTROPY.findsNothing(Checks.orders(
                PROD,
                s -> s.secret(
                        "DB",
                        Text.text("postgres://app:{}@db", Secret.named("db").key("password")))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PASSWORD",
                "DB_PASSWORD",
                "PGPASSWORD",
                "MYSQL_ROOT_PASSWORD",
                "spring.datasource.password",
                "dbPassword",
                "SMTP_PASS",
                "DB_PWD",
                "REDIS_PASSWD",
                "KEY_PASSPHRASE",
                "TOKEN",
                "GITHUB_TOKEN",
                "authToken",
                "API_KEY",
                "APIKEY",
                "STRIPE_API_KEY",
                "X-Api-Key",
                "PRIVATE_KEY",
                "AWS_SECRET_ACCESS_KEY",
                "CLIENT_SECRET",
                "OAuth2ClientSecret",
                "ENCRYPTION_KEY",
                "SECRET_KEY_BASE",
                "PASSWORD_1",
                "TOKEN_BASE64",
                "PASSWORD_PROD",
                "DB_CREDENTIALS"
            })
    void aNameThatSaysSo(String name) {
        assertThat(byName(Checks.orders(DEV, s -> s.env(name.replace('-', '_'), "hunter2"))))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PASSWORD_FILE",
                "TOKEN_URL",
                "SECRET_NAME",
                "API_KEY_HEADER",
                "TOKEN_TTL",
                "PASSWORD_MIN_LENGTH",
                "MAX_TOKENS",
                "KEY",
                "CACHE_KEY",
                "PUBLIC_KEY",
                "PARTITION_KEY",
                "AWS_ACCESS_KEY_ID",
                "PWD",
                "PASS",
                "COMPASS",
                "BYPASS",
                "SECRETARY",
                "TOKENIZER",
                "PASSWORDLESS_MODE",
                "SECRETS_PATH",
                "KEYBOARD",
                "AUTHOR"
            })
    void aNameThatOnlySoundsLikeIt(String name) {
        assertThat(byName(Checks.orders(DEV, s -> s.env(name, "hunter2")))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "true",
                "1",
                "No",
                "null",
                "***",
                "xxxx",
                "${DB_PASSWORD}",
                "$(DB_PASSWORD)",
                "$DB_PASSWORD",
                "{{ .Values.password }}",
                "<password>",
                "%PASSWORD%",
                "/run/secrets/db",
                "./token",
                "C:\\secrets\\db",
                "file:/run/secrets/db",
                "vault:secret/data/db#password",
                "op://vault/db/password",
                "arn:aws:secretsmanager:eu-central-1:123456789012:secret:db",
                "https://auth.example/token"
            })
    void aValueThatCannotBeASecret(String value) {
        assertThat(byName(Checks.orders(DEV, s -> s.env("DB_PASSWORD", value)))).isEmpty();
    }

    @Test
    void aReferenceIsNoPlainValue() {
        Service tokens =
                Service.named("tokens").image("tokens:1").port(http(80)).build();

        assertThat(byName(Checks.plan(
                        DEV,
                        tokens,
                        Service.named("orders")
                                .image("orders:1")
                                .env("TOKEN", Text.text("{}", tokens.host()))
                                .build())))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --password=hunter2          | --password
            --db-password hunter2       | --db-password
            -Ddb.password=hunter2       | -Ddb.password
            PASSWORD=hunter2            | PASSWORD
            """)
    void argumentsHaveNamesToo(String arguments, String name) {
        assertThat(byName(Checks.orders(DEV, s -> s.arguments(arguments.split(" ")))))
                .singleElement()
                .asString()
                .contains(": argument " + name + " is a plain value, and by its name a secret (")
                .endsWith("; fix: say secret(...) or secretFile(...) instead");
        assertThat(byName(Checks.orders(DEV, s -> s.command(arguments.split(" ")))))
                .singleElement()
                .asString()
                .contains(": command " + name + " is");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--password-file=/run/db", "--password --verbose", "--token", "-p x", "password"})
    void otherArgumentsAreFine(String arguments) {
        assertThat(byName(Checks.orders(DEV, s -> s.arguments(arguments.split(" ")))))
                .isEmpty();
    }

    @Test
    void filesAreReadLineByLine() {
        EnvironmentPlan plan = Checks.orders(DEV, s -> s.file("/etc/app.properties", """
                                # the password is elsewhere
                                spring.datasource.username=app
                                spring.datasource.password = hunter2
                                spring.mail.password=${MAIL_PASSWORD}
                                """)
                .file("/etc/app.yaml", "db:\n  password: 'hunter2'\n  token:\n  secret: |\n    x\n")
                .file(
                        "/etc/app.json",
                        "{\n  \"apiKey\": \"hunter2\",\n  \"secret\": \"\",\n  \"credentials\": {},\n  \"port\": 80\n}\n")
                .file("/etc/db-password.txt", "hunter2\n"));

        assertThat(byName(plan))
                .extracting(Finding::message)
                .containsExactly(
                        "file /etc/app.json, apiKey is a plain value, and by its name a secret",
                        "file /etc/app.properties, spring.datasource.password is a plain value, and by its name a secret",
                        "file /etc/app.yaml, password is a plain value, and by its name a secret",
                        "file /etc/db-password.txt is a plain value, and by its name a secret");
    }

    @Test
    void whatRunsBesideTheImageIsReadAsWell() {
        EnvironmentPlan plan =
                Checks.orders(DEV, s -> s.sidecar(container("proxy")).initStep(container("fetch")));

        assertThat(byName(plan))
                .extracting(Finding::message)
                .containsExactly(
                        "sidecar proxy, env API_KEY is a plain value, and by its name a secret",
                        "sidecar proxy, argument --token is a plain value, and by its name a secret",
                        "init step fetch, env API_KEY is a plain value, and by its name a secret",
                        "init step fetch, argument --token is a plain value, and by its name a secret");
    }

    private static Container container(String name) {
        return Container.named(name)
                .image(name + ":1")
                .env("API_KEY", "hunter2")
                .arguments("--token=hunter2")
                .build();
    }

    @Test
    void aMarkedKeyIsAnErrorEverywhereAndNotShown() {
        BY_ENTROPY.finds(
                Checks.orders(DEV, s -> s.env("ID", GITHUB)), // (github)
                """
                ERROR no-plain-secret-by-entropy: orders in dev: env ID holds a token of GitHub (service orders, {github}); \
                fix: replace it, since it is known now, and say secret(...)""");
    }

    @Test
    void whatMerelyLooksRandomIsAnErrorInProduction() {
        BY_ENTROPY.finds(
                Checks.orders(PROD, s -> s.file("/etc/id", AWS_SECRET)), // (random)
                """
                ERROR no-plain-secret-by-entropy: orders in prod: file /etc/id holds what looks like a random key (service \
                orders, {random}); fix: replace it, since it is known now, and say secretFile(...)""");
        BY_ENTROPY.finds(Checks.nightly(DEV, job -> job.arguments("--id", AWS_SECRET)), Severity.WARNING);
    }

    static Stream<Arguments> secrets() {
        return Stream.of(
                Arguments.of("a token of GitHub", GITHUB),
                Arguments.of("a token of GitHub", "github_" + "pat_11ABCDEFG0123456789_abcdefghijklmnop"),
                Arguments.of("a token of GitLab", "glpat-" + "abcdefghij0123456789"),
                Arguments.of("an access key of AWS", "id: " + AWS + "\n"),
                Arguments.of("a token of Slack", "xox" + "b-123456789012-abcdefghijkl"),
                Arguments.of("a token of Slack", "https://hooks.slack" + ".com/services/T0000/B0000/XXXXabcd"),
                Arguments.of("a key of Stripe", "sk_" + "live_4eC39HqLyjWDarjtT1zdp7dc"),
                Arguments.of("a key of Google's APIs", "AIza" + "SyA1234567890abcdefghijklmnopqrstuv"),
                Arguments.of(
                        "a key of SendGrid", "SG." + "abcdefghijklmnopqrstuv.abcdefghijklmnopqrstuvwxyz0123456789"),
                Arguments.of("a token of npm", "npm_" + "abcdefghijklmnopqrstuvwxyz0123456789"),
                Arguments.of("a token of Vault", "hvs." + "CAESIJlWh0123456789abcdefgh"),
                Arguments.of("a key of a language model", "sk-" + "ant-api03-abcdefghijklmnopqrst"),
                Arguments.of("a private key", "-----BEGIN " + "PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----"),
                Arguments.of("a private key", "-----BEGIN RSA " + "PRIVATE KEY-----\n"),
                Arguments.of("a private key", "-----BEGIN OPENSSH " + "PRIVATE KEY-----\n"),
                Arguments.of("a private key", "-----BEGIN PGP " + "PRIVATE KEY BLOCK-----\n"),
                Arguments.of("a JSON web token", "Bearer " + JWT),
                Arguments.of("a password in an address", "postgresql://app:hunter2@db:5432/orders"),
                Arguments.of("a password in an address", "redis://:hunter2@cache:6379"),
                Arguments.of("a password in an address", "jdbc:postgresql://db/orders?user=app&password=hunter2"),
                Arguments.of("a password in an address", "Server=db;User Id=sa;Password=hunter2;"),
                Arguments.of(
                        "a password in an address", "jdbc:sqlserver://db:1433;user=sa;password=hunter2;encrypt=true"),
                Arguments.of("what looks like a random key", AWS_SECRET),
                Arguments.of("what looks like a random key", "key=" + "Zm9vYmFyMTIzNDU2Nzg5MGFiY2RlZg=="),
                Arguments.of("what looks like a random key", "q7Vx2Lp9ZrT4" + "nWc8KyB3"),
                Arguments.of("what looks like a random key", "8f14e45fceea167a5a36" + "dedd4bea2543aa11bb22cc33dd44"));
    }

    @ParameterizedTest
    @MethodSource("secrets")
    void looksLikeASecret(String form, String value) {
        assertThat(byEntropy(Checks.orders(DEV, s -> s.env("ID", value))))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).isEqualTo("env ID holds " + form))
                .satisfies(finding -> assertThat(finding.toString()).doesNotContain(value.strip(), "hunter2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "123e4567-e89b-12d3-a456-426614174000",
                "123E4567-E89B-12D3-A456-426614174000",
                "123e4567e89b12d3a456426614174000",
                "da39a3ee5e6b4b0d3255bfef95601890afd80709",
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                "redis@sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
                "SHA256:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU",
                "registry.example/team/orders-service:1.4.2-rc1-20260101T103000Z",
                "org.springframework.aop.framework.AbstractSingletonProxyFactoryBean",
                "Http2ServerConnectionHandlerV3Impl",
                "OAuth2AuthorizationCodeGrantV2Request",
                "src/main/java/App2/OrderV2Service",
                "https://shop.example/a/B7x9Zq2LmN4pR8sT1vW3?page=q7Vx2Lp9ZrT4nWc8KyB3",
                "postgresql://db:5432/orders",
                "postgresql://app@db:5432/orders",
                "postgresql://app:${DB_PASSWORD}@db/orders",
                "jdbc:postgresql://db/orders?user=app&password=$(DB_PASSWORD)",
                "http://[2001:db8::1]:8080/path",
                "the quick brown fox jumps over the lazy dog, 42 times",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
                "00000000000000000000",
                "2026-01-01T10:30:00.000000Z",
                "arn:aws:iam::123456789012:role/orders-service-role",
                "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:MaxRAMPercentage=75",
                "-----BEGIN CERTIFICATE-----\nMIIDdzCCAl+gAwIBAgIEAgAAuTANBgkqhkiG9w0BAQUF\n-----END CERTIFICATE-----",
                "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ9q7Vx2Lp9ZrT4nWc8KyB3 me@example",
                "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ",
                "AKIA is how keys of AWS start",
                "sk-spinner-circle-bounce-delay-animation",
                "eu-central-1a,eu-central-1b,eu-central-1c",
                "X-B3-TraceId,X-B3-ParentSpanId,X-B3-SpanId,X-B3-Sampled"
            })
    void looksLikeSomethingElse(String value) {
        assertThat(byEntropy(Checks.orders(DEV, s -> s.env("ID", value)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ab://c:",
                "A1b2",
                "eyJ",
                "data:",
                "ssh-",
                "?a;",
                "password=",
                "sk-",
                "sk-ant-",
                "-----BEGIN A",
                " ",
                "\n",
                "$",
                "xoxb-",
                "gh_",
                "://",
                "a=",
                "SG."
            })
    void aLargeFileIsReadInTimeInProportion(String pattern) {
        EnvironmentPlan plan = Checks.orders(DEV, s -> s.file("/etc/large", pattern.repeat(100_000)));

        assertTimeout(Duration.ofSeconds(20), () -> {
            byEntropy(plan);
            byName(plan);
        });
    }

    private static List<Finding> byName(EnvironmentPlan plan) {
        return Policy.standard().only("no-plain-secret-by-name").findings(plan);
    }

    private static List<Finding> byEntropy(EnvironmentPlan plan) {
        return Policy.standard().only("no-plain-secret-by-entropy").findings(plan);
    }
}
