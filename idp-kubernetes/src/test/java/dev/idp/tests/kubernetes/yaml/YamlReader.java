package dev.idp.tests.kubernetes.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import org.snakeyaml.engine.v2.schema.JsonSchema;
import org.snakeyaml.engine.v2.schema.Schema;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Readers that are not ours, of both versions of YAML and of both schemas of the newer one. */
enum YamlReader {
    YAML_1_1 {
        @Override
        Iterable<Object> documents(ByteArrayInputStream yaml) {
            var options = new LoaderOptions();
            options.setCodePointLimit(Integer.MAX_VALUE);
            options.setAllowDuplicateKeys(false);
            return new Yaml(new SafeConstructor(options)).loadAll(yaml);
        }
    },
    YAML_1_2_JSON_SCHEMA {
        @Override
        Iterable<Object> documents(ByteArrayInputStream yaml) {
            return yaml12(new JsonSchema(), yaml);
        }
    },
    YAML_1_2_CORE_SCHEMA {
        @Override
        Iterable<Object> documents(ByteArrayInputStream yaml) {
            return yaml12(new CoreSchema(), yaml);
        }
    };

    /** Asserts that every reader finds exactly these documents. */
    static void assertThatAllRead(byte[] yaml, Object... documents) {
        for (var reader : values()) {
            assertThat(reader.read(yaml)).as("read by %s", reader).containsExactly(documents);
        }
    }

    List<Object> read(byte[] yaml) {
        var documents = new ArrayList<Object>();
        documents(new ByteArrayInputStream(yaml)).forEach(documents::add);
        return documents;
    }

    abstract Iterable<Object> documents(ByteArrayInputStream yaml);

    private static Iterable<Object> yaml12(Schema schema, ByteArrayInputStream yaml) {
        var settings = LoadSettings.builder()
                .setSchema(schema)
                .setCodePointLimit(Integer.MAX_VALUE)
                .build();
        return new Load(settings).loadAllFromInputStream(yaml);
    }
}
