package dev.idp;

import dev.idp.policy.Waiver;
import dev.idp.spi.Extension;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words for saying something about any workload, wherever it is said: by the workload, a golden path, an environment
 * or the platform, as a default or as a mandate.
 *
 * <p>A call throws on {@code null} alone. Whatever else is wrong with its content is reported by {@link Platform#plan()},
 * with this call's line.
 *
 * @param <S> the type that is speaking, so that calls can be chained
 */
public interface WorkloadSettings<S extends WorkloadSettings<S>> {

    /**
     * Says a value, or takes away what weaker layers say.
     *
     * @param <T> the value's type
     * @param setting what it is about
     * @param entry the name of the entry; empty for a setting with one value
     * @param value the value; {@code null} takes it away
     * @return this
     */
    <T> S say(Setting<T> setting, String entry, @Nullable T value);

    /**
     * Says the value of any setting, also of one that this library does not know.
     *
     * @param <T> the value's type
     * @param setting a setting with one value
     * @param value the value
     * @return this
     */
    default <T> S set(Setting<T> setting, T value) {
        return set(setting, "", value);
    }

    /**
     * Says an entry of any setting, also of one that this library does not know.
     *
     * @param <T> the type of the entry's value
     * @param setting a setting with entries
     * @param entry the entry's name
     * @param value the value
     * @return this
     */
    default <T> S set(Setting<T> setting, String entry, T value) {
        return say(
                Nulls.refuse(setting, "a setting"),
                Nulls.refuse(entry, "the name in " + setting),
                Nulls.refuse(value, entry.isEmpty() ? setting.id() : setting + " " + entry));
    }

    /**
     * Takes away the value that weaker layers give.
     *
     * @param setting a setting with one value
     * @return this
     */
    default S unset(Setting<?> setting) {
        return unset(setting, "");
    }

    /**
     * Takes away an entry that weaker layers give.
     *
     * @param setting a setting with entries
     * @param entry the entry's name
     * @return this
     */
    default S unset(Setting<?> setting, String entry) {
        return say(Nulls.refuse(setting, "a setting"), Nulls.refuse(entry, "the name in " + setting), null);
    }

    /**
     * Says which image to run.
     *
     * @param reference name and tag or digest, like {@code registry.example/team/orders:1.4.2}
     * @return this
     */
    default S image(String reference) {
        return set(Settings.IMAGE, new Image(Nulls.refuse(reference, "image")));
    }

    /**
     * Says who owns the workload.
     *
     * @param team the team
     * @return this
     */
    default S ownedBy(Team team) {
        return set(Settings.OWNER, team);
    }

    /**
     * Says the value of a variable.
     *
     * @param name the variable's name
     * @param value the text as it is
     * @return this
     */
    default S env(String name, String value) {
        return env(name, Text.of(Nulls.refuse(value, "env " + name)));
    }

    /**
     * Says the value of a variable that refers to something else. Whoever refers to a service calls it.
     *
     * @param name the variable's name
     * @param value a reference or a {@linkplain Text#text(String, Text...) composed text}
     * @return this
     */
    default S env(String name, Text value) {
        return set(Settings.ENV, name, value);
    }

    /**
     * Says the value of a variable that holds a secret.
     *
     * @param name the variable's name
     * @param value the place of the secret, or a text composed with it
     * @return this
     */
    default S secret(String name, SecretText value) {
        return set(Settings.SECRET, name, value);
    }

    /**
     * Says how much CPU one copy is guaranteed.
     *
     * @param request the amount
     * @return this
     */
    default S cpu(Cpu request) {
        return set(Settings.CPU, request);
    }

    /**
     * Says how much CPU one copy is guaranteed, and how much it may use.
     *
     * @param request the guaranteed amount
     * @param limit the greatest amount
     * @return this
     */
    default S cpu(Cpu request, Cpu limit) {
        return cpu(request).set(Settings.CPU_LIMIT, limit);
    }

    /**
     * Says how much memory one copy is guaranteed.
     *
     * @param request the amount
     * @return this
     */
    default S memory(Memory request) {
        return set(Settings.MEMORY, request);
    }

    /**
     * Says how much memory one copy is guaranteed, and how much it may use before it is killed.
     *
     * @param request the guaranteed amount
     * @param limit the greatest amount
     * @return this
     */
    default S memory(Memory request, Memory limit) {
        return memory(request).set(Settings.MEMORY_LIMIT, limit);
    }

    /**
     * Says that the workload uses something that none of its texts mentions.
     *
     * @param dependency a service, an external service or a resource
     * @return this
     */
    default S uses(Dependency dependency) {
        return set(Settings.USES, Nulls.refuse(dependency, "dependency").name(), dependency);
    }

    /**
     * Gives the process a directory to write to, which is gone with the copy.
     *
     * @param path the directory's path
     * @return this
     */
    default S scratch(String path) {
        return set(Settings.SCRATCH, Nulls.refuse(path, "scratch"), path);
    }

    /**
     * Says how long a copy may take to finish its work when it is stopped.
     *
     * @param grace whole seconds
     * @return this
     */
    default S shutdownGrace(Duration grace) {
        return set(Settings.SHUTDOWN_GRACE, grace);
    }

    /**
     * Says that the process does not run as root, which is the default.
     *
     * @return this
     */
    default S runAsNonRoot() {
        return set(Settings.NON_ROOT, Restriction.HOLDS);
    }

    /**
     * Lets the process run as root.
     *
     * @param because why it must
     * @return this
     */
    default S runAsRoot(String because) {
        return set(Settings.NON_ROOT, Restriction.liftedBecause(Nulls.refuse(because, "the reason to run as root")));
    }

    /**
     * Says that the process cannot write to its image's files, which is the default.
     *
     * @return this
     */
    default S readOnlyRootFilesystem() {
        return set(Settings.READ_ONLY_ROOT, Restriction.HOLDS);
    }

    /**
     * Lets the process write to its image's files.
     *
     * @param because why it must
     * @return this
     */
    default S writableRootFilesystem(String because) {
        return set(
                Settings.READ_ONLY_ROOT,
                Restriction.liftedBecause(Nulls.refuse(because, "the reason for a writable root filesystem")));
    }

    /**
     * Says as which user and group the process runs.
     *
     * @param id the number of both
     * @return this
     */
    default S runAsUser(long id) {
        return set(Settings.USER_ID, id);
    }

    /**
     * Attaches something that one backend alone understands.
     *
     * @param extension the extension
     * @return this
     */
    default S with(Extension extension) {
        return set(Settings.EXTENSION, Nulls.refuse(extension, "extension").id(), extension);
    }

    /**
     * Says what to run instead of what the image runs.
     *
     * @param words program and arguments
     * @return this
     */
    default S command(String... words) {
        return set(Settings.COMMAND, List.of(Nulls.refuseAny("word of a command", words)));
    }

    /**
     * Says what follows the command, or what the image runs.
     *
     * @param words the arguments as they are
     * @return this
     */
    default S arguments(String... words) {
        return set(
                Settings.ARGUMENTS,
                Arrays.stream(Nulls.refuseAny("argument", words)).map(Text::of).toList());
    }

    /**
     * Says what follows the command, or what the image runs. Whoever refers to a service calls it.
     *
     * @param words the arguments, references among them
     * @return this
     */
    default S arguments(Text... words) {
        return set(Settings.ARGUMENTS, List.of(Nulls.refuseAny("argument", words)));
    }

    /**
     * Gives the process a file to read.
     *
     * @param path the file's path
     * @param content the text as it is
     * @return this
     */
    default S file(String path, String content) {
        return file(path, Text.of(Nulls.refuse(content, "file " + path)));
    }

    /**
     * Gives the process a file to read. Whoever refers to a service calls it.
     *
     * @param path the file's path
     * @param content a reference or a {@linkplain Text#text(String, Text...) composed text}
     * @return this
     */
    default S file(String path, Text content) {
        return set(Settings.FILE, path, content);
    }

    /**
     * Gives the process a file that holds a secret.
     *
     * @param path the file's path
     * @param content the place of the secret, or a text composed with it
     * @return this
     */
    default S secretFile(String path, SecretText content) {
        return set(Settings.SECRET_FILE, path, content);
    }

    /**
     * Lets something run to its end before each copy starts. Steps run one after the other, those of weaker layers first.
     *
     * @param step what runs
     * @return this
     */
    default S initStep(Container step) {
        return set(Settings.INIT_STEP, step);
    }

    /**
     * Lets something run beside each copy.
     *
     * @param sidecar what runs; one of the same name on a weaker layer loses
     * @return this
     */
    default S sidecar(Container sidecar) {
        return set(Settings.SIDECAR, Nulls.refuse(sidecar, "sidecar").name(), sidecar);
    }

    /**
     * Says after what the workload starts: services must be ready, jobs complete, resources supplied.
     *
     * @param first what comes first
     * @param others what comes first as well
     * @return this
     */
    default S startsAfter(Startable first, Startable... others) {
        S self = set(
                Settings.STARTS_AFTER,
                Nulls.refuse(first, "what comes first in startsAfter").name(),
                first);
        for (Startable other : Nulls.refuseAny("what comes first in startsAfter", others)) {
            self = self.set(Settings.STARTS_AFTER, other.name(), other);
        }
        return self;
    }

    /**
     * Lets the workload see a volume as a directory.
     *
     * @param path the directory's path
     * @param volume the volume's name, usually an output of a resource
     * @return this
     */
    default S mount(String path, Text volume) {
        return set(Settings.MOUNT, path, new Mount(volume, false));
    }

    /**
     * Lets the workload see a volume as a directory that it cannot change.
     *
     * @param path the directory's path
     * @param volume the volume's name, usually an output of a resource
     * @return this
     */
    default S mountReadOnly(String path, Text volume) {
        return set(Settings.MOUNT, path, new Mount(volume, true));
    }

    /**
     * Lets the workload do something to things of the environment that it runs in. Without it, it may do nothing.
     *
     * @param permission what it may do
     * @return this
     */
    default S may(Permission permission) {
        return set(Settings.PERMISSION, Nulls.refuse(permission, "permission").subject(), permission);
    }

    /**
     * Gives the workload a label, by which others can find it.
     *
     * @param key the key, best with a domain of one's own: {@code shop.example/cost-center}
     * @param value at most 63 letters, digits, dashes, underscores and dots
     * @return this
     */
    default S label(String key, String value) {
        return set(Settings.LABEL, key, value);
    }

    /**
     * Gives the workload an annotation, for tools to read.
     *
     * @param key the key, best with a domain of one's own: {@code shop.example/runbook}
     * @param value any text
     * @return this
     */
    default S annotation(String key, String value) {
        return set(Settings.ANNOTATION, key, value);
    }

    /**
     * Leaves the workload out of a mandate or a policy for a while.
     *
     * @param id the id of the mandate or of the policy
     * @param reason why, in one clause
     * @param owner who answers for it
     * @param until the last day on which it holds; checks are told which day it is
     * @return this
     */
    default S waives(String id, String reason, String owner, LocalDate until) {
        return set(
                Settings.WAIVER,
                Nulls.refuse(id, "what is waived"),
                new Waiver(
                        Nulls.refuse(reason, "the reason of waiver " + id),
                        Nulls.refuse(owner, "the owner of waiver " + id),
                        Nulls.refuse(until, "the last day of waiver " + id)));
    }
}
