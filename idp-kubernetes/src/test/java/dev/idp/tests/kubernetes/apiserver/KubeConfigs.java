package dev.idp.tests.kubernetes.apiserver;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The text of kubeconfigs, with their data in them. */
final class KubeConfigs {

    private KubeConfigs() {}

    static String withCertificate(URI server, String authority, String certificate, String key) {
        return withUser(
                server,
                authority,
                "{client-certificate-data: " + base64(certificate) + ", client-key-data: " + base64(key) + "}");
    }

    static String withToken(URI server, String authority, String token) {
        return withUser(server, authority, "{token: " + token + "}");
    }

    private static String withUser(URI server, String authority, String user) {
        return """
                apiVersion: v1
                kind: Config
                current-context: test
                contexts:
                - name: test
                  context: {cluster: test, user: test, namespace: default}
                clusters:
                - name: test
                  cluster: {server: "%s", certificate-authority-data: %s}
                users:
                - name: test
                  user: %s
                """.formatted(server, base64(authority), user);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
