package lockstep.psl.printer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lockstep.mapping.Model;
import lockstep.psl.analysis.ConstraintNames;
import lockstep.schema.Column;
import lockstep.schema.Constraint;
import lockstep.schema.Identifier;
import lockstep.schema.Index;
import lockstep.schema.ObjectPath;

/// Ids, unique criteria and indexes: those of a single field at the field, where that leaves their
/// order as it is, the others in lines of their own.
final class Keys {
  private final Losses losses;
  private final PrintedNames names;
  private final Backing in;
  private final List<Model.Key> unread;
  private final Map<Identifier, List<String>> atFields = new HashMap<>();
  private final List<String> lines = new ArrayList<>();
  private boolean hasLineForIndex;
  private int lastColumn = -1;

  private Keys(Losses losses, PrintedNames names, Backing in) {
    this.losses = losses;
    this.names = names;
    this.in = in;
    this.unread = new ArrayList<>(in.model().keys());
  }

  static Keys of(Backing in, PrintedNames names, Losses losses) {
    var keys = new Keys(losses, names, in);
    switch (in) {
      case Backing.OfTable it -> keys.table(it);
      case Backing.OfView _ -> keys.view();
    }
    return keys;
  }

  /// Returns the attributes that make a field a key.
  List<String> at(Identifier column) {
    return atFields.getOrDefault(column, List.of());
  }

  /// Returns the attributes of the block.
  List<String> lines() {
    return lines;
  }

  private void table(Backing.OfTable in) {
    in.table().primaryKey().ifPresent(it -> primaryKey(in, it));
    in.table().constraints(Constraint.Unique.class).forEach(it -> constraint(in, it));
    in.table().indexes().forEach(it -> index(in, it));
  }

  private void view() {
    for (var key : in.model().keys()) {
      var word =
          switch (key.kind()) {
            case ID -> "@id";
            case UNIQUE -> "@unique";
          };
      var clientName = clientName(Optional.of(key));
      var columns = columns(key);
      if (columns.size() == 1 && clientName.isEmpty()) {
        atField(columns.getFirst(), word);
      } else {
        lines.add(
            "@" + word + "(" + arguments(fields(columns), clientName, Optional.empty()) + ")");
      }
    }
  }

  private void primaryKey(Backing.OfTable in, Constraint.PrimaryKey key) {
    var path = ObjectPath.of(ObjectPath.Kind.CONSTRAINT, in.name(), key.name());
    losses.lostPart(!key.include().isEmpty(), path, "included columns");
    losses.lostPart(
        !key.index().equals(Constraint.KeyIndex.STANDARD), path, "the index behind a key");
    losses.lostPart(isDeferrable(key.deferrability()), path, "a deferrable key");
    losses.comment(path, key.comment(), Optional.empty());
    var map =
        Optional.of(key.name().text())
            .filter(it -> !it.equals(ConstraintNames.primaryKey(in.table().name().text())))
            .map(it -> "map: " + PslText.quoted(it));
    var clientName = clientName(take(Model.KeyKind.ID, key.columns()));
    if (key.columns().size() == 1 && clientName.isEmpty()) {
      atField(key.columns().getFirst(), "@id" + map.map(it -> "(" + it + ")").orElse(""));
    } else {
      lines.add("@@id(" + arguments(fields(key.columns()), clientName, map) + ")");
    }
  }

  private void constraint(Backing.OfTable in, Constraint.Unique unique) {
    var path = ObjectPath.of(ObjectPath.Kind.CONSTRAINT, in.name(), unique.name());
    losses.changed(path, "a unique constraint is written as a unique index.");
    losses.lostPart(isDeferrable(unique.deferrability()), path, "a deferrable constraint");
    var nulls =
        switch (unique.nulls()) {
          case DISTINCT -> Index.Uniqueness.UNIQUE;
          case NOT_DISTINCT -> Index.Uniqueness.UNIQUE_NULLS_NOT_DISTINCT;
        };
    index(
        in,
        path,
        new Index(
            unique.name(),
            nulls,
            Index.BTREE,
            unique.columns().stream().map(Index.Key::of).toList(),
            unique.include(),
            Optional.empty(),
            List.of(),
            unique.comment()));
  }

  private void index(Backing.OfTable in, Index index) {
    index(in, ObjectPath.of(ObjectPath.Kind.INDEX, in.name(), index.name()), index);
  }

  private void index(Backing.OfTable in, ObjectPath path, Index index) {
    var text = new Indexes(in, names, losses).text(path, index);
    text.ifPresent(it -> index(it, index.columns().orElseThrow()));
  }

  private void index(IndexText index, List<Identifier> columns) {
    var isKey = index.isUnique() && index.where().isEmpty();
    var clientName =
        isKey ? clientName(take(Model.KeyKind.UNIQUE, columns)) : Optional.<String>empty();
    if (index.canStandAtField() && clientName.isEmpty() && keepsOrder(columns.getFirst())) {
      atField(columns.getFirst(), index.atField());
    } else {
      hasLineForIndex = true;
      lines.add(index.line(clientName));
    }
  }

  /// Indexes of fields are read first, in the order of the fields.
  private boolean keepsOrder(Identifier column) {
    var place = in.columns().stream().map(Column::name).toList().indexOf(column);
    if (hasLineForIndex || place <= lastColumn) {
      return false;
    }
    lastColumn = place;
    return true;
  }

  private void atField(Identifier column, String attribute) {
    atFields.computeIfAbsent(column, _ -> new ArrayList<>()).add(attribute);
  }

  private Optional<Model.Key> take(Model.KeyKind kind, List<Identifier> columns) {
    var found =
        unread.stream().filter(it -> it.kind() == kind && columns(it).equals(columns)).findFirst();
    found.ifPresent(unread::remove);
    return found;
  }

  private List<Identifier> columns(Model.Key key) {
    return key.fields().stream()
        .flatMap(it -> in.model().scalars().filter(scalar -> scalar.name().equals(it)))
        .map(it -> it.column())
        .toList();
  }

  private static String arguments(
      String fields, Optional<String> clientName, Optional<String> map) {
    return fields
        + clientName.map(it -> ", name: " + PslText.quoted(it)).orElse("")
        + map.map(", "::concat).orElse("");
  }

  private String fields(List<Identifier> columns) {
    return PslText.list(columns.stream().map(it -> names.column(in.model(), it)).toList());
  }

  private static Optional<String> clientName(Optional<Model.Key> key) {
    return key.filter(it -> !it.clientName().equals(String.join("_", it.fields())))
        .map(Model.Key::clientName);
  }

  private static boolean isDeferrable(Constraint.Deferrability deferrability) {
    return deferrability != Constraint.Deferrability.NOT_DEFERRABLE;
  }
}
