package lockstep.emit;

import java.util.List;
import java.util.Optional;
import lockstep.schema.QualifiedName;

/// What a target's code calls things: from model to class and module, from field to attribute.
///
/// @param models in the order of the mapping
/// @param enums in the order of the mapping
public record Names(List<OfModel> models, List<OfEnum> enums) {
  public Names {
    models = List.copyOf(models);
    enums = List.copyOf(enums);
  }

  /// @param model its name in the mapping
  /// @param relation the table or view that it shows
  /// @param module where the code stands, as in `app.models.user`
  /// @param symbol the class or variable in that module
  /// @param form what the symbol is
  public record OfModel(
      String model,
      QualifiedName relation,
      String module,
      String symbol,
      Form form,
      List<OfField> fields) {
    public OfModel {
      fields = List.copyOf(fields);
    }

    /// Returns what code calls a field; empty where code does not see it.
    public Optional<String> attribute(String field) {
      return fields.stream()
          .filter(it -> it.field().equals(field))
          .map(OfField::attribute)
          .findFirst();
    }
  }

  /// What stands for a model.
  public enum Form {
    /// A class whose instances are rows.
    CLASS,
    /// A table without a class: ignored, or without anything that identifies a row.
    TABLE
  }

  public record OfField(String field, String attribute) {}

  /// @param type its name in the database
  public record OfEnum(
      String name, QualifiedName type, String module, String symbol, List<OfMember> members) {
    public OfEnum {
      members = List.copyOf(members);
    }
  }

  /// @param member its name in the mapping
  /// @param symbol what code calls it
  public record OfMember(String member, String symbol, String value) {}

  public Optional<OfModel> model(String model) {
    return models.stream().filter(it -> it.model().equals(model)).findFirst();
  }
}
