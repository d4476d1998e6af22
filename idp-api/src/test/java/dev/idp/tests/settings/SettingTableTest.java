package dev.idp.tests.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Setting;
import dev.idp.Settings;
import dev.idp.WorkloadKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table that the other tests walk through is complete. */
class SettingTableTest {

    @Test
    void everySettingIsInTheTableOnce() {
        List<Setting<?>> expected = new ArrayList<>(Settings.all());
        expected.remove(Settings.WAIVED); // Planning decides it, nobody says it.

        List<Setting<?>> found = SettingCases.all().stream()
                .<Setting<?>>map(SettingCase::setting)
                .toList();

        assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void whatCannotBeWrongIsThis() {
        Set<String> neverWrong = SettingCases.all().stream()
                .filter(it -> it.mistakes().isEmpty())
                .map(SettingCase::topic)
                .collect(Collectors.toSet());

        assertThat(neverWrong).containsExactlyInAnyOrder("kind", "extension/edit", "spread", "overlap");
    }

    @Test
    void everySettingIsForTheKindsThatTheTableSays() {
        for (SettingCase<?> it : SettingCases.all()) {
            for (WorkloadKind kind : WorkloadKind.values()) {
                assertThat(it.setting().isFor(kind)).as("%s for %s", it, kind).isEqualTo(it.isFor(kind));
            }
        }
    }

    @Test
    void everySettingHasAnIdOfItsOwn() {
        assertThat(Settings.all().stream().map(Setting::id)).doesNotHaveDuplicates();
    }
}
