package dev.idp.tests.kubernetes.settings;

import static dev.idp.kubernetes.Portion.copies;
import static dev.idp.kubernetes.Portion.percent;

import dev.idp.Image;
import dev.idp.Setting;
import dev.idp.WorkloadSettings;
import dev.idp.kubernetes.CloudIdentity;
import dev.idp.kubernetes.KubernetesSettings;
import dev.idp.kubernetes.Pace;
import dev.idp.kubernetes.Rollout;
import dev.idp.kubernetes.Scaling;
import dev.idp.kubernetes.Toleration;
import java.time.Duration;
import java.util.List;

/**
 * A setting of Kubernetes alone, and two values that differ.
 *
 * @param setting the key
 * @param entry the name of the entry; empty for a setting with one value
 * @param first one value
 * @param second another
 * @param text how explanations show the first value
 */
record SettingCase<T>(Setting<T> setting, String entry, T first, T second, String text) {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    static List<SettingCase<?>> all() {
        return List.of(
                new SettingCase<>(KubernetesSettings.PRIORITY_CLASS, "", "high", "low", "high"),
                new SettingCase<>(KubernetesSettings.RUNTIME_CLASS, "", "gvisor", "kata", "gvisor"),
                new SettingCase<>(KubernetesSettings.PULL_SECRET, "registry", "key-1", "key-2", "key-1"),
                new SettingCase<>(KubernetesSettings.NODE_LABEL, "shop.example/pool", "fast", "slow", "fast"),
                new SettingCase<>(
                        KubernetesSettings.TOLERATION,
                        "gpu",
                        Toleration.ofTaint("dedicated", "gpu")
                                .only(Toleration.Effect.NO_EXECUTE)
                                .forAtMost(MINUTE),
                        Toleration.ofEveryTaint(),
                        "dedicated=gpu:NoExecute for 60s"),
                new SettingCase<>(
                        KubernetesSettings.ROLLOUT,
                        "",
                        Rollout.rolling(percent(25), copies(0)),
                        Rollout.recreate(),
                        "rolling +25% -0"),
                new SettingCase<>(
                        KubernetesSettings.SCALING,
                        "",
                        Scaling.up(Pace.never())
                                .andDown(Pace.atMost(percent(10), MINUTE)
                                        .or(copies(2), MINUTE)
                                        .slowest()
                                        .onceStableFor(MINUTE)),
                        Scaling.down(Pace.after(MINUTE)),
                        "up never; down after 60s, 10% in 60s or 2 in 60s, slowest"),
                new SettingCase<>(
                        KubernetesSettings.CLOUD_IDENTITY,
                        "",
                        CloudIdentity.awsRole("arn:aws:iam::123456789012:role/orders"),
                        CloudIdentity.azureClient("01234567-89AB-cdef-0123-456789abcdef"),
                        "AWS role arn:aws:iam::123456789012:role/orders"),
                new SettingCase<>(KubernetesSettings.ENTRY_ANNOTATION, "shop.example/size", "8m", "1m", "8m"),
                new SettingCase<>(
                        KubernetesSettings.WAIT_BY,
                        "",
                        new Image("registry.k8s.io/kubectl:v1.34.2"),
                        new Image("registry.example/kubectl:1"),
                        "registry.k8s.io/kubectl:v1.34.2"));
    }

    void sayFirst(WorkloadSettings<?> workload) {
        workload.set(setting, entry, first); // (first)
    }

    void saySecond(WorkloadSettings<?> workload) {
        workload.set(setting, entry, second); // (second)
    }

    void unset(WorkloadSettings<?> workload) {
        workload.unset(setting, entry); // (unset)
    }

    /** How planning calls it: {@code node-label shop.example/pool}. */
    String name() {
        return setting.id() + (entry.isEmpty() ? "" : " " + entry);
    }

    /** Where plans have it: {@code node-label/shop.example/pool}. */
    String path() {
        return setting.id() + (entry.isEmpty() ? "" : "/" + entry);
    }

    @Override
    public String toString() {
        return name();
    }
}
