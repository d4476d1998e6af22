package dev.idp.kubernetes.internal.capacity;

import dev.idp.kubernetes.check.ManifestObject;
import java.util.regex.Pattern;

/** Names that Kubernetes gives to the pods of workloads. */
final class PodNames {

    /** Neither vowels nor what looks like one, so that no word comes about. */
    private static final String LETTERS = "[bcdfghjklmnpqrstvwxz2456789]";

    private static final Pattern SUFFIX = Pattern.compile(LETTERS + "{5}");
    private static final Pattern HASH = Pattern.compile(LETTERS + "{1,10}-");
    private static final Pattern PART_OF_HASH = Pattern.compile(LETTERS + "{0,10}-?");
    private static final Pattern INDEX = Pattern.compile("(\\d+-)?");
    private static final Pattern PART_OF_INDEX = Pattern.compile("\\d*-?");
    private static final Pattern MINUTE = Pattern.compile("\\d{8,10}-(\\d+-)?");
    private static final Pattern PART_OF_MINUTE = Pattern.compile("\\d*-?(\\d+-?)?");
    private static final Pattern NOTHING = Pattern.compile("");

    /** A name ends here so that there is room for a suffix. */
    private static final int LONGEST = 58;

    private PodNames() {}

    static boolean belongs(String pod, ManifestObject object) {
        String name = object.name();
        return switch (object.kind()) {
            case "Pod" -> pod.equals(name);
            case "StatefulSet" -> pod.startsWith(name + "-") && isNumber(pod.substring(name.length() + 1));
            case "Deployment" -> isGenerated(pod, name, HASH, PART_OF_HASH);
            case "CronJob" -> isGenerated(pod, name, MINUTE, PART_OF_MINUTE);
            case "Job" -> isGenerated(pod, name, INDEX, PART_OF_INDEX);
            default -> isGenerated(pod, name, NOTHING, NOTHING);
        };
    }

    private static boolean isGenerated(String pod, String name, Pattern between, Pattern partOfIt) {
        int end = pod.length() - 5;
        if (end < 1 || !SUFFIX.matcher(pod.substring(end)).matches()) {
            return false;
        }
        String base = pod.substring(0, end);
        String start = name + "-";
        if (base.length() < LONGEST) {
            return base.startsWith(start)
                    && between.matcher(base.substring(start.length())).matches();
        }
        return start.length() >= base.length()
                ? start.startsWith(base)
                : base.startsWith(start)
                        && partOfIt.matcher(base.substring(start.length())).matches();
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(digit -> digit >= '0' && digit <= '9');
    }
}
