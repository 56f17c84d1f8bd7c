package lockstep.psl.printer;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import lockstep.mapping.Mapping;
import lockstep.mapping.Model;
import lockstep.schema.Extension;
import lockstep.schema.Schema;

/// Writes the `generator` and the `datasource`, with what the rest of the file needs of them.
final class ConfigurationText {
  private final Schema schema;
  private final Mapping mapping;
  private final Blocks out;

  ConfigurationText(Schema schema, Mapping mapping, Blocks out) {
    this.schema = schema;
    this.mapping = mapping;
    this.out = out;
  }

  void write() {
    var features = features();
    try (var _ = out.open("generator", "client")) {
      out.line("provider = \"prisma-client-js\"");
      if (!features.isEmpty()) {
        out.line(
            "previewFeatures = " + PslText.list(features.stream().map(PslText::quoted).toList()));
      }
    }
    try (var _ = out.open("datasource", "db")) {
      out.line("provider = \"postgresql\"");
      switch (mapping.relationMode()) {
        case FOREIGN_KEYS -> {}
        case CLIENT -> out.line("relationMode = \"prisma\"");
      }
      if (!schema.extensions().isEmpty()) {
        out.line(
            "extensions = "
                + PslText.list(
                    schema.extensions().stream().map(ConfigurationText::extension).toList()));
      }
      var names = new TreeSet<String>();
      schema.namespaces().forEach(it -> names.add(it.name().text()));
      if (!names.isEmpty() && !names.equals(Set.of(Schema.DEFAULT_NAMESPACE.text()))) {
        out.line("schemas = " + PslText.list(names.stream().map(PslText::quoted).toList()));
      }
    }
  }

  private List<String> features() {
    var features = new ArrayList<String>();
    if (!schema.extensions().isEmpty()) {
      features.add("postgresqlExtensions");
    }
    if (hasConditions()) {
      features.add("partialIndexes");
    }
    if (mapping.models().stream().anyMatch(it -> it.kind() == Model.Kind.VIEW)) {
      features.add("views");
    }
    return features;
  }

  private boolean hasConditions() {
    return schema
        .withoutPartitions()
        .tables()
        .anyMatch(it -> it.value().indexes().stream().anyMatch(index -> index.where().isPresent()));
  }

  /// The name in the language has letters, digits and underscores only.
  private static String extension(Extension extension) {
    var name = extension.name().text();
    var word = name.replaceAll("[^\\p{L}0-9_]", "_");
    var arguments = new ArrayList<String>();
    if (!word.equals(name)) {
      arguments.add("map: " + PslText.quoted(name));
    }
    extension.namespace().ifPresent(it -> arguments.add("schema: " + PslText.quoted(it.text())));
    extension.version().ifPresent(it -> arguments.add("version: " + PslText.quoted(it)));
    return arguments.isEmpty() ? word : word + "(" + String.join(", ", arguments) + ")";
  }
}
