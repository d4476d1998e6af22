package dev.idp.examples.bank;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the published manifests of Bank of Anthos v0.6.10 say about a service.
 *
 * @param name the service's name
 * @param reachedUnder the port of the Service; the container's is 8080
 * @param resources CPU request and limit, memory request and limit
 * @param startup path, initial delay, period and timeout in seconds of a probe; {@code -} where nothing is said
 * @param liveness likewise
 * @param readiness likewise
 * @param env the variables that the service has for itself, addresses included
 * @param secrets the variables that hold secrets
 */
record Upstream(
        String name,
        int reachedUnder,
        List<String> resources,
        String startup,
        String liveness,
        String readiness,
        Map<String, String> env,
        List<String> secrets) {

    static final List<Upstream> SERVICES = """
            frontend|80|100m 250m 64Mi 128Mi|-|/ready 60 15 30|/ready 10 5 10|SCHEME=http \
            TRANSACTIONS_API_ADDR=ledgerwriter:8080 BALANCES_API_ADDR=balancereader:8080 \
            HISTORY_API_ADDR=transactionhistory:8080 CONTACTS_API_ADDR=contacts:8080 \
            USERSERVICE_API_ADDR=userservice:8080|
            userservice|8080|260m 500m 128Mi 256Mi|-|-|/ready 10 5 10|TOKEN_EXPIRY_SECONDS=3600 \
            PRIV_KEY_PATH=/tmp/.ssh/privatekey|ACCOUNTS_DB_URI
            contacts|8080|100m 250m 64Mi 128Mi|-|-|/ready 10 5 10||ACCOUNTS_DB_URI
            ledgerwriter|8080|100m 500m 256Mi 512Mi|/ready - 10 -|-|/ready 60 5 10|ENABLE_METRICS=true \
            BALANCES_API_ADDR=balancereader:8080|SPRING_DATASOURCE_PASSWORD SPRING_DATASOURCE_USERNAME
            balancereader|8080|100m 500m 256Mi 512Mi|/healthy - 10 -|/healthy 120 5 10|/ready 60 5 10|ENABLE_METRICS=true \
            POLL_MS=100 CACHE_SIZE=1000000|SPRING_DATASOURCE_PASSWORD SPRING_DATASOURCE_USERNAME
            transactionhistory|8080|100m 500m 256Mi 512Mi|/healthy - 10 -|/healthy 120 5 10|/ready 60 5 10|\
            ENABLE_METRICS=true POLL_MS=100 CACHE_SIZE=1000 CACHE_MINUTES=60 HISTORY_LIMIT=100|\
            SPRING_DATASOURCE_PASSWORD SPRING_DATASOURCE_USERNAME
            """.lines().map(Upstream::parse).toList();

    /** What the published manifests give all of them. */
    private static final Map<String, String> ALL =
            variables("VERSION=v0.6.10 PORT=8080 ENABLE_TRACING=true LOG_LEVEL=info"
                    + " LOCAL_ROUTING_NUM=883745000 PUB_KEY_PATH=/tmp/.ssh/publickey");

    private static Upstream parse(String line) {
        String[] columns = line.split("\\|", -1);
        return new Upstream(
                columns[0],
                Integer.parseInt(columns[1]),
                List.of(columns[2].split(" ")),
                columns[3],
                columns[4],
                columns[5],
                variables(columns[6]),
                Arrays.stream(columns[7].split(" "))
                        .filter(name -> !name.isEmpty())
                        .toList());
    }

    private static Map<String, String> variables(String text) {
        Map<String, String> variables = new TreeMap<>();
        Arrays.stream(text.split(" ")).filter(pair -> !pair.isBlank()).forEach(pair -> {
            int equals = pair.indexOf('=');
            variables.put(pair.substring(0, equals), pair.substring(equals + 1));
        });
        return variables;
    }

    Map<String, String> variables() {
        Map<String, String> variables = new TreeMap<>(ALL);
        variables.putAll(env);
        return variables;
    }

    String image() {
        return "us-central1-docker.pkg.dev/bank-of-anthos-ci/bank-of-anthos/" + name;
    }

    @Override
    public String toString() {
        return name;
    }
}
