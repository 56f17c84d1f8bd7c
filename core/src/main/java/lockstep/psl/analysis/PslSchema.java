package lockstep.psl.analysis;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lockstep.psl.syntax.ModelDeclaration;

/// A schema in which every name is resolved.
///
/// @param models models and views by name, in the order of files and blocks
/// @param enums by name, in the order of files and blocks
/// @param relations in the order of the fields that lead to them
/// @param compositeTypes composite types, which PostgreSQL does not have
public record PslSchema(
    Configuration configuration,
    Map<String, PslModel> models,
    Map<String, PslEnum> enums,
    List<Relation> relations,
    List<Declared<ModelDeclaration>> compositeTypes) {
  public PslSchema {
    models = Collections.unmodifiableMap(new LinkedHashMap<>(models));
    enums = Collections.unmodifiableMap(new LinkedHashMap<>(enums));
    relations = List.copyOf(relations);
    compositeTypes = List.copyOf(compositeTypes);
  }
}
