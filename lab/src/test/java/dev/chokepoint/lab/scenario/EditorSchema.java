package dev.chokepoint.lab.scenario;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON Schema as an editor applies it: YAML 1.2's core types, draft-07. */
final class EditorSchema {
    private final JsonMapper mapper = JsonMapper.shared();
    private final JsonNode tree;
    private final Schema schema;

    /** Of scenarios. */
    EditorSchema() {
        this("scenario.schema.json");
    }

    EditorSchema(String file) {
        try (InputStream in = ScenarioReader.class.getResourceAsStream(file)) {
            tree = mapper.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(tree);
    }

    JsonNode tree() {
        return tree;
    }

    /** What the schema says against a YAML text; empty when it is fine. */
    List<String> complaints(String yaml) {
        LoadSettings settings = LoadSettings.builder()
                .setSchema(new CoreSchema())
                .setAllowDuplicateKeys(true)
                .build();
        JsonNode document = mapper.valueToTree(new Load(settings).loadFromString(yaml));
        return schema.validate(document).stream().map(Object::toString).toList();
    }
}
