package lockstep.rewrite;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lockstep.emit.Names;
import lockstep.mapping.Field;
import lockstep.mapping.Model;
import lockstep.schema.ColumnType;
import lockstep.schema.Identifier;
import lockstep.schema.ScalarType;

/// A model of the client and the class that stands for it.
///
/// @param types of its table's columns; empty for a view
/// @param nullable its table's columns that take NULL
/// @param lists those of lists that are NULL where a new row names none
record Entity(
    Model model,
    Names.OfModel names,
    Map<Identifier, ColumnType> types,
    Set<Identifier> nullable,
    Set<Identifier> lists) {
  String name() {
    return model.name();
  }

  String className() {
    return names.symbol();
  }

  /// Returns what a variable for a row is called: as the class's own file where it has one.
  String variable() {
    var file = names.module().substring(names.module().lastIndexOf('.') + 1);
    var letters = file.replace("_", "");
    return letters.equalsIgnoreCase(className()) ? file : className().toLowerCase(Locale.ROOT);
  }

  Optional<Field> field(String name) {
    return model.field(name).filter(it -> it.visibility() == Model.Visibility.VISIBLE);
  }

  /// Returns the attribute of a field that [#field] answered with.
  String attribute(Field field) {
    return names.attribute(field.name()).orElse(field.name());
  }

  Optional<Field.Scalar> column(Identifier column) {
    return model.scalar(column);
  }

  /// Returns the fields of a compound key, by what the client calls it.
  Optional<List<Field.Scalar>> compoundKey(String clientName) {
    return model.keys().stream()
        .filter(it -> it.fields().size() > 1 && it.clientName().equals(clientName))
        .findFirst()
        .map(it -> scalars(it.fields()));
  }

  /// Returns whether an entry of a `where` names one row: a unique field, or a compound key.
  boolean isKey(String name) {
    return compoundKey(name).isPresent()
        || model.keys().stream().anyMatch(it -> it.fields().equals(List.of(name)));
  }

  /// Returns the fields that are the primary key.
  List<Field.Scalar> key() {
    return model.keys().stream()
        .filter(it -> it.kind() == Model.KeyKind.ID)
        .findFirst()
        .map(it -> scalars(it.fields()))
        .orElse(List.of());
  }

  private List<Field.Scalar> scalars(List<String> fields) {
    return model.scalars().filter(it -> fields.contains(it.name())).toList();
  }

  ColumnType type(Field.Scalar field) {
    return types.getOrDefault(field.column(), new ColumnType.Opaque(""));
  }

  /// Returns whether a field is of a column of times that has no zone.
  boolean isPlainTime(String field) {
    return field(field).orElse(null) instanceof Field.Scalar scalar
        && type(scalar).isOneOf(Set.of(ScalarType.TIMESTAMP));
  }

  /// Returns whether a field is an id that SQLAlchemy makes a `UUID` of.
  boolean isUuid(String field) {
    return field(field).orElse(null) instanceof Field.Scalar scalar
        && type(scalar).isOneOf(Set.of(ScalarType.UUID));
  }

  boolean isNullable(Field.Scalar field) {
    return nullable.contains(field.column());
  }

  /// Returns whether a column may be NULL as far as is known: of a view nothing is.
  boolean mayBeNull(Field.Scalar field) {
    return types.isEmpty() || isNullable(field);
  }

  /// Returns whether a list may be NULL, which the client reads as an empty one.
  boolean mayBeNoList(Field.Scalar field) {
    return lists.contains(field.column());
  }

  /// Returns what attributes are called that have another name than their field.
  Map<String, String> otherNames() {
    var others = new LinkedHashMap<String, String>();
    names.fields().stream()
        .filter(it -> !it.field().equals(it.attribute()))
        .forEach(it -> others.put(it.field(), it.attribute()));
    return others;
  }

  /// Returns whether every attribute is called as its field.
  boolean keepsNames() {
    return otherNames().isEmpty();
  }
}
