package dev.idp.testing.kubernetes;

import io.fabric8.kubeapitest.KubeAPIServerConfig;
import io.fabric8.kubeapitest.KubeAPIServerConfigBuilder;
import io.fabric8.kubeapitest.binary.BinaryManager;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Where the programs of an API server are.
 *
 * @param directory as a configuration parameter names it; empty for where kube-api-test looks
 * @param download whether they may be downloaded
 */
record ServerBinaries(Optional<String> directory, boolean download) {

    static ServerBinaries of(ExtensionContext context, boolean download) {
        return new ServerBinaries(context.getConfigurationParameter(OnApiServer.DIRECTORY), download);
    }

    /** Why there are none, or nothing if there are; it downloads them if it may. */
    Optional<String> missing() {
        try {
            new BinaryManager(config(true)).initAndDownloadIfRequired();
            return Optional.empty();
        } catch (NoClassDefFoundError absent) {
            throw new ExtensionConfigurationException(
                    "an API server is started by io.fabric8:kube-api-test: add it to the test class path", absent);
        } catch (RuntimeException notThere) {
            String where =
                    "no binaries of a Kubernetes API server in " + config(true).getKubeAPITestDir() + ": ";
            return download
                    ? downloaded(where)
                    : Optional.of(where
                            + "name their directory in KUBE_API_TEST_DIR, or let them be downloaded, @OnApiServer(download ="
                            + " true)");
        }
    }

    private Optional<String> downloaded(String where) {
        try {
            new BinaryManager(config(false)).initAndDownloadIfRequired();
            return Optional.empty();
        } catch (RuntimeException unreachable) {
            Throwable cause = unreachable;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            return Optional.of(where + "they cannot be downloaded, " + cause);
        }
    }

    /** What starts a server of what is there: being offline is said here, since no variable says it well. */
    KubeAPIServerConfig config() {
        return config(true);
    }

    private KubeAPIServerConfig config(boolean offline) {
        KubeAPIServerConfigBuilder config =
                KubeAPIServerConfigBuilder.anAPIServerConfig().withOfflineMode(offline);
        directory.ifPresent(config::withTestDir);
        return config.build();
    }
}
