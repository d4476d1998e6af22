package dev.idp.tests.settings;

import dev.idp.WorkloadKind;
import dev.idp.explain.Layer;
import java.util.EnumSet;
import java.util.Set;

/** Everyone who can say something about a workload, strongest first. */
enum Speaker {
    MANDATE(Layer.MANDATE),
    IN_ENVIRONMENT(Layer.WORKLOAD_IN_ENVIRONMENT),
    IN_TIER(Layer.WORKLOAD_IN_TIER),
    IN_GENERAL(Layer.WORKLOAD),
    EXTENDING_PATH(Layer.GOLDEN_PATH),
    BASE_PATH(Layer.GOLDEN_PATH),
    ENVIRONMENT_TO_JOBS(Layer.ENVIRONMENT),
    ENVIRONMENT(Layer.ENVIRONMENT),
    PLATFORM_TO_JOBS(Layer.PLATFORM),
    PLATFORM(Layer.PLATFORM);

    final Layer layer;

    Speaker(Layer layer) {
        this.layer = layer;
    }

    /** The workload speaks of itself. */
    boolean isOwn() {
        return this == IN_ENVIRONMENT || this == IN_TIER || this == IN_GENERAL;
    }

    /** What is said of all workloads has the words of services, what is said of jobs has those of jobs. */
    static Set<Speaker> about(SettingCase<?> setting, WorkloadKind kind) {
        Set<Speaker> speakers = EnumSet.allOf(Speaker.class);
        if (kind == WorkloadKind.SERVICE) {
            speakers.removeAll(EnumSet.of(ENVIRONMENT_TO_JOBS, PLATFORM_TO_JOBS));
        } else if (!setting.isFor(WorkloadKind.SERVICE)) {
            speakers.removeAll(EnumSet.of(ENVIRONMENT, PLATFORM));
        }
        return speakers;
    }

    String speaker(WorkloadKind kind) {
        return switch (this) {
            case MANDATE, ENVIRONMENT, ENVIRONMENT_TO_JOBS -> "environment prod";
            case IN_ENVIRONMENT -> kind.singular() + " w in prod";
            case IN_TIER -> kind.singular() + " w in production";
            case IN_GENERAL -> kind.singular() + " w";
            case EXTENDING_PATH -> "golden path web 1.0";
            case BASE_PATH -> "golden path base 1.0";
            case PLATFORM, PLATFORM_TO_JOBS -> "platform shop";
        };
    }
}
