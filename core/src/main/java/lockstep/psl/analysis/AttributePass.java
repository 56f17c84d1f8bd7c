package lockstep.psl.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lockstep.psl.analysis.TypedModel.Meaning;
import lockstep.psl.syntax.ModelDeclaration;

/// Pass 3: what attributes say, each in isolation.
final class AttributePass {
  private AttributePass() {}

  /// @param models without composite types
  record Result(List<PslModel> models, List<PslEnum> enums) {}

  static Result resolve(Names names, List<TypedModel> typed, Findings findings) {
    var byName = new LinkedHashMap<String, TypedModel>();
    typed.forEach(it -> byName.put(it.name(), it));
    var enums = names.enums().stream().map(it -> EnumAttributes.read(it, findings)).toList();
    var enumsByName = new LinkedHashMap<String, PslEnum>();
    enums.forEach(it -> enumsByName.put(it.name(), it));
    var composite =
        typed.stream().filter(it -> it.declaration().kind() == ModelDeclaration.Kind.TYPE).toList();
    CompositeAttributes.check(composite, enumsByName, findings);
    var models = new ArrayList<PslModel>();
    for (var model : typed) {
      if (model.declaration().kind() != ModelDeclaration.Kind.TYPE) {
        var relations = relations(model, byName, findings);
        models.add(ModelAttributes.read(model, relations, enumsByName, findings));
      }
    }
    return new Result(models, enums);
  }

  private static Map<String, RelationField> relations(
      TypedModel model, Map<String, TypedModel> byName, Findings findings) {
    var relations = new LinkedHashMap<String, RelationField>();
    for (var field : model.fields()) {
      if (field.meaning() instanceof Meaning.Reference(var target)) {
        var relation = RelationAttributes.read(model, field, byName.get(target), findings);
        relations.put(field.declaration().name().text(), relation);
      }
    }
    return relations;
  }
}
