package lockstep.psl.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lockstep.psl.syntax.Attribute;
import lockstep.psl.syntax.ModelDeclaration;
import lockstep.psl.syntax.SyntaxFile;

/// A model or a view with everything that its attributes say.
///
/// @param mappedName what `@@map` says
/// @param schema what `@@schema` says
/// @param scalars by name, in the order of the declaration
/// @param relations by name, in the order of the declaration
/// @param indexes those of fields first, then `@@index`, `@@unique` and `@@fulltext`, in the order
///   in which Prisma 7 creates them
/// @param shardKeys what only other databases know
public record PslModel(
    SyntaxFile file,
    ModelDeclaration declaration,
    Optional<String> mappedName,
    Optional<SchemaAttribute> schema,
    boolean isIgnored,
    Map<String, ScalarField> scalars,
    Map<String, RelationField> relations,
    Optional<PrimaryKey> primaryKey,
    List<ModelIndex> indexes,
    List<Attribute> shardKeys) {
  public PslModel {
    scalars = Collections.unmodifiableMap(new LinkedHashMap<>(scalars));
    relations = Collections.unmodifiableMap(new LinkedHashMap<>(relations));
    indexes = List.copyOf(indexes);
    shardKeys = List.copyOf(shardKeys);
  }

  public String name() {
    return declaration.name().text();
  }

  /// Returns what the table is called.
  public String databaseName() {
    return mappedName.orElse(name());
  }

  public boolean isView() {
    return declaration.kind() == ModelDeclaration.Kind.VIEW;
  }

  /// Returns the word that opens the block.
  public String keyword() {
    return declaration.kind().keyword();
  }

  /// Returns the scalar fields of these names, in this order; unknown names are left out.
  public List<ScalarField> scalars(List<String> names) {
    var found = new ArrayList<ScalarField>(names.size());
    for (var name : names) {
      var field = scalars.get(name);
      if (field != null) {
        found.add(field);
      }
    }
    return found;
  }

  /// Returns the fields of the id, then those of each unique criterion.
  public List<List<IndexField>> uniqueCriteria() {
    var criteria = new ArrayList<List<IndexField>>();
    primaryKey.ifPresent(it -> criteria.add(it.fields()));
    for (var index : indexes) {
      if (index.isUnique()) {
        criteria.add(index.fields());
      }
    }
    return criteria;
  }
}
