package lockstep.diff;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import lockstep.mapping.EnumView;
import lockstep.mapping.Mapping;
import lockstep.mapping.Model;

/// Says what is different between the views that two ORMs have of one schema.
public final class MappingDiffer {
  private final Mapping from;
  private final Mapping to;
  private final List<MappingChange> changes = new ArrayList<>();

  private MappingDiffer(Mapping from, Mapping to) {
    this.from = from;
    this.to = to;
  }

  /// Returns the changes that turn `from` into `to`, model by model; empty when equal but for the
  /// order in which things stand.
  public static List<MappingChange> diff(Mapping from, Mapping to) {
    var differ = new MappingDiffer(from, to);
    differ.compare();
    return List.copyOf(differ.changes);
  }

  private void compare() {
    if (from.relationMode() != to.relationMode()) {
      changes.add(new MappingChange.AlterRelationMode(from.relationMode(), to.relationMode()));
    }
    Pair.match(from.models(), to.models(), Model::relation).forEach(this::model);
    Pair.match(from.enums(), to.enums(), EnumView::type).forEach(this::enumView);
  }

  private void model(Pair<Model> pair) {
    switch (pair) {
      case Pair.Added(var it) -> changes.add(new MappingChange.AddModel(it));
      case Pair.Dropped(var it) -> changes.add(new MappingChange.DropModel(it));
      case Pair.Kept(var before, var after) -> {
        if (!shell(before).equals(shell(after)) || !sameKeys(before, after)) {
          changes.add(new MappingChange.AlterModel(before, after));
        }
        fields(before, after);
      }
    }
  }

  private void fields(Model before, Model after) {
    var pairs =
        Pair.match(
            identified(from, before), identified(to, after), FieldIdentity.Identified::identity);
    for (var pair : pairs) {
      switch (pair) {
        case Pair.Added(var it) -> changes.add(new MappingChange.AddField(after, it.field()));
        case Pair.Dropped(var it) -> changes.add(new MappingChange.DropField(before, it.field()));
        case Pair.Kept(var one, var other) -> {
          if (!one.field().equals(other.field())) {
            changes.add(new MappingChange.AlterField(after, one.field(), other.field()));
          }
        }
      }
    }
  }

  private static List<FieldIdentity.Identified> identified(Mapping mapping, Model model) {
    return model.fields().stream().map(it -> FieldIdentity.of(mapping, it)).toList();
  }

  private void enumView(Pair<EnumView> pair) {
    switch (pair) {
      case Pair.Added(var it) -> changes.add(new MappingChange.AddEnum(it));
      case Pair.Dropped(var it) -> changes.add(new MappingChange.DropEnum(it));
      case Pair.Kept(var before, var after) -> {
        if (!before.equals(after)) {
          changes.add(new MappingChange.AlterEnum(before, after));
        }
      }
    }
  }

  private static Model shell(Model it) {
    return new Model(
        it.name(),
        it.relation(),
        it.kind(),
        it.visibility(),
        List.of(),
        List.of(),
        it.documentation());
  }

  private static boolean sameKeys(Model before, Model after) {
    return new HashSet<>(before.keys()).equals(new HashSet<>(after.keys()));
  }
}
