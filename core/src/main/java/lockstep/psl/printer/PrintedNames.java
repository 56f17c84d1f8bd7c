package lockstep.psl.printer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lockstep.mapping.EnumView;
import lockstep.mapping.Field;
import lockstep.mapping.Mapping;
import lockstep.mapping.Model;
import lockstep.schema.Column;
import lockstep.schema.Identifier;
import lockstep.schema.QualifiedName;
import lockstep.schema.Schema;

/// What models, fields, enums and values are called in the text: as the mapping calls them, where
/// the language allows that.
final class PrintedNames {
  private final Losses losses;
  private final Words types = new Words();
  private final Map<String, String> models = new HashMap<>();
  private final Map<String, Map<String, String>> fields = new HashMap<>();
  private final Map<String, Map<Identifier, String>> columns = new HashMap<>();
  private final Map<String, Words> words = new HashMap<>();
  private final Map<QualifiedName, String> enums = new HashMap<>();
  private final Map<QualifiedName, List<EnumView.Member>> members = new HashMap<>();

  PrintedNames(Schema schema, Mapping mapping, Losses losses) {
    this.losses = losses;
    for (var model : mapping.models()) {
      models.put(model.name(), renamed("a model", model.name(), types.ofType(model.name())));
      name(model, Backing.of(schema, model).map(Backing::columns).orElse(List.of()));
    }
    for (var in : schema.namespaces()) {
      for (var type : in.enums()) {
        var name = QualifiedName.of(in.name(), type.name());
        name(name, type.values(), mapping.enumOf(name));
      }
    }
  }

  String model(String model) {
    return models.get(model);
  }

  String field(Model model, String field) {
    return fields.get(model.name()).get(field);
  }

  /// Returns the name of the field that holds a column.
  String column(Model model, Identifier column) {
    return columns.get(model.name()).get(column);
  }

  /// Returns a name for a field that the mapping does not have.
  String added(Model model, String wish) {
    return words.get(model.name()).ofField(wish);
  }

  Optional<String> enumeration(QualifiedName type) {
    return Optional.ofNullable(enums.get(type));
  }

  /// Returns the values of a type, in its order.
  List<EnumView.Member> members(QualifiedName type) {
    return members.getOrDefault(type, List.of());
  }

  Optional<String> member(QualifiedName type, String value) {
    return members(type).stream()
        .filter(it -> it.value().equals(value))
        .map(EnumView.Member::name)
        .findFirst();
  }

  private void name(Model model, Iterable<Column> table) {
    var taken = new Words();
    var byField = new HashMap<String, String>();
    var byColumn = new HashMap<Identifier, String>();
    for (var field : model.fields()) {
      var name = renamed("a field", field.name(), taken.ofField(field.name()));
      byField.put(field.name(), name);
      if (field instanceof Field.Scalar scalar) {
        byColumn.putIfAbsent(scalar.column(), name);
      }
    }
    for (var column : table) {
      byColumn.computeIfAbsent(column.name(), it -> taken.ofField(it.text()));
    }
    fields.put(model.name(), byField);
    columns.put(model.name(), byColumn);
    words.put(model.name(), taken);
  }

  private void name(QualifiedName type, Iterable<String> values, Optional<EnumView> view) {
    var wish = view.map(EnumView::name).orElse(type.name().text());
    enums.put(type, renamed("an enum", wish, types.ofType(wish)));
    var taken = new Words();
    var named = new ArrayList<EnumView.Member>();
    var unread = new ArrayList<>(view.map(EnumView::members).orElse(List.of()));
    for (var value : values) {
      var member =
          unread.stream()
              .filter(it -> it.value().equals(value))
              .findFirst()
              .orElseGet(() -> new EnumView.Member(value, value, Optional.empty()));
      unread.remove(member);
      var name = renamed("an enum's value", member.name(), taken.ofField(member.name()));
      named.add(new EnumView.Member(name, value, member.documentation()));
    }
    members.put(type, named);
  }

  private String renamed(String what, String from, String to) {
    if (!from.equals(to)) {
      losses.renamed(what, from, to);
    }
    return to;
  }
}
