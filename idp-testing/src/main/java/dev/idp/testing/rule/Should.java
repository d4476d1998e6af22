package dev.idp.testing.rule;

import dev.idp.Setting;
import dev.idp.plan.WorkloadPlan;
import java.util.function.Predicate;

/**
 * The words to demand something of services and jobs with.
 *
 * <p>It is not meant to be implemented by others.
 *
 * @param <W> what the rule looks at, such as {@link dev.idp.plan.ServicePlan}
 * @param <S> the words to demand with
 */
public interface Should<W extends WorkloadPlan, S> {

    /**
     * Demands something in the author's own words.
     *
     * @param demand the demand, as {@link PlatformRules#be} makes it
     * @return the demand, which can go on
     */
    Demanded<W, S> satisfy(Demand<? super W> demand);

    /**
     * Demands that it is known who answers for them.
     *
     * @return the demand, which can go on
     */
    default Demanded<W, S> beOwned() {
        return satisfy(SettingDemands.beOwned());
    }

    /**
     * Demands a call.
     *
     * @param name a service or an external service
     * @return the demand, which can go on
     */
    default Demanded<W, S> call(String name) {
        return satisfy(CallDemands.call(name));
    }

    /**
     * Demands that there is no such call.
     *
     * @param name a service or an external service
     * @return the demand, which can go on
     */
    default Demanded<W, S> notCall(String name) {
        return satisfy(CallDemands.notCall(name));
    }

    /**
     * Demands that they call nothing else.
     *
     * @param names services and external services that they may call
     * @return the demand, which can go on
     */
    default Demanded<W, S> onlyCall(String... names) {
        return satisfy(CallDemands.onlyCall(names));
    }

    /**
     * Demands that they say how much CPU and memory they need, their sidecars included.
     *
     * @return the demand, which can go on
     */
    default Demanded<W, S> haveRequests() {
        return satisfy(SizeDemands.haveRequests());
    }

    /**
     * Demands that there is a most of the memory that they may use, their sidecars included. That of the CPU is demanded with
     * {@code have(Settings.CPU_LIMIT)}.
     *
     * @return the demand, which can go on
     */
    default Demanded<W, S> haveMemoryLimit() {
        return satisfy(SizeDemands.haveMemoryLimit());
    }

    /**
     * Demands that they do not run as root.
     *
     * @return the demand, which can go on
     */
    default Demanded<W, S> runAsNonRoot() {
        return satisfy(SettingDemands.runAsNonRoot());
    }

    /**
     * Demands that they cannot write to the files of their image.
     *
     * @return the demand, which can go on
     */
    default Demanded<W, S> haveReadOnlyRoot() {
        return satisfy(SettingDemands.haveReadOnlyRoot());
    }

    /**
     * Demands that they read no secret, those of their sidecars and init steps included.
     *
     * @return the demand, which can go on
     */
    default Demanded<W, S> readNoSecrets() {
        return satisfy(SettingDemands.readNoSecrets());
    }

    /**
     * Demands that a setting is decided.
     *
     * @param setting the setting; if it has entries, at least one must be there
     * @return the demand, which can go on
     */
    default Demanded<W, S> have(Setting<?> setting) {
        return satisfy(SettingDemands.have(setting));
    }

    /**
     * Demands that a setting is not decided.
     *
     * @param setting the setting; if it has entries, none may be there
     * @return the demand, which can go on
     */
    default Demanded<W, S> notHave(Setting<?> setting) {
        return satisfy(SettingDemands.notHave(setting));
    }

    /**
     * Demands something of the value of a setting, of every one if it has entries. What has no value does not meet it, while a
     * setting without entries does.
     *
     * @param <V> the value's type
     * @param setting the setting
     * @param description what the value should be, like {@code of at most 10 seconds}
     * @param holds true for a value that is as it should be
     * @return the demand, which can go on
     */
    default <V> Demanded<W, S> have(Setting<V> setting, String description, Predicate<? super V> holds) {
        return satisfy(SettingDemands.have(setting, description, holds));
    }

    /**
     * Demands an entry.
     *
     * @param setting a setting with entries, such as {@link dev.idp.Settings#LABEL}
     * @param entry the entry's name
     * @return the demand, which can go on
     */
    default Demanded<W, S> haveEntry(Setting<?> setting, String entry) {
        return satisfy(SettingDemands.haveEntry(setting, entry));
    }
}
