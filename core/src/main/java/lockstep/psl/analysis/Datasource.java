package lockstep.psl.analysis;

import java.util.List;
import java.util.Optional;
import lockstep.mapping.Mapping.RelationMode;
import lockstep.psl.syntax.ConfigBlock;
import lockstep.psl.syntax.SyntaxFile;
import lockstep.text.Span;

/// A `datasource` for PostgreSQL.
///
/// @param schemas what `schemas` lists, in alphabetical order
/// @param schemasSpan where; empty where the schema lists none
/// @param extensions what `extensions` lists, in alphabetical order
/// @param extensionsSpan where; empty where the schema lists none
public record Datasource(
    SyntaxFile file,
    ConfigBlock block,
    Optional<RelationMode> relationMode,
    List<SchemaAttribute> schemas,
    Optional<Span> schemasSpan,
    List<ExtensionDeclaration> extensions,
    Optional<Span> extensionsSpan) {
  public Datasource {
    schemas = List.copyOf(schemas);
    extensions = List.copyOf(extensions);
  }

  /// One of the extensions that a datasource asks for.
  ///
  /// @param mappedName what the database calls it, where that is another name
  public record ExtensionDeclaration(
      String name,
      Optional<String> mappedName,
      Optional<String> schema,
      Optional<String> version,
      Span span) {
    public String databaseName() {
      return mappedName.orElse(name);
    }
  }

  public String name() {
    return block.name().text();
  }

  public boolean lists(String schema) {
    return schemas.stream().anyMatch(it -> it.name().equals(schema));
  }
}
