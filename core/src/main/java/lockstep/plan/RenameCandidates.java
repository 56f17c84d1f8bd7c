package lockstep.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lockstep.diff.Change;
import lockstep.diff.Difference;
import lockstep.diff.Rename;
import lockstep.schema.Column;
import lockstep.schema.EnumType;
import lockstep.schema.Identifier;
import lockstep.schema.QualifiedName;
import lockstep.schema.Table;

/// Finds what goes and what comes that look like one thing under another name. Nobody renames them
/// on that account: it is for people to say.
public final class RenameCandidates {
  private final Difference difference;
  private final List<Rename> found = new ArrayList<>();

  private RenameCandidates(Difference difference) {
    this.difference = difference;
  }

  public static List<Rename> find(Difference difference) {
    var candidates = new RenameCandidates(difference);
    difference.changes().forEach(candidates::look);
    return List.copyOf(candidates.found);
  }

  private void look(Change change) {
    switch (change) {
      case Change.DropObject(var in, Table dropped) ->
          difference.changes().stream()
              .filter(
                  it ->
                      it instanceof Change.CreateObject(var there, Table created)
                          && there.equals(in)
                          && areAlike(dropped, created))
              .findFirst()
              .ifPresent(it -> found.add(rename(change, it)));
      case Change.DropObject(var in, EnumType dropped) ->
          difference.changes().stream()
              .filter(
                  it ->
                      it instanceof Change.CreateObject(var there, EnumType created)
                          && there.equals(in)
                          && created.values().equals(dropped.values()))
              .findFirst()
              .ifPresent(it -> found.add(rename(change, it)));
      case Change.DropColumn(var table, var dropped) ->
          difference.changes().stream()
              .filter(
                  it ->
                      it instanceof Change.AddColumn(var there, var added)
                          && there.equals(table)
                          && areAlike(table, dropped, added))
              .findFirst()
              .ifPresent(it -> found.add(rename(change, it)));
      case Change.AlterObject(var _, EnumType from, EnumType to) -> values(change, from, to);
      default -> {}
    }
  }

  private static Rename rename(Change dropped, Change added) {
    return Rename.of(dropped.object(), added.object().names().getLast());
  }

  /// Two of three columns have the same name or stand in the same place with the same type.
  private static boolean areAlike(Table from, Table to) {
    var same = 0;
    for (var i = 0; i < from.columns().size(); i++) {
      var column = from.columns().get(i);
      var isInPlace = i < to.columns().size() && to.columns().get(i).type().equals(column.type());
      if (isInPlace || to.column(column.name()).isPresent()) {
        same++;
      }
    }
    var larger = Math.max(from.columns().size(), to.columns().size());
    return same > 0 && same * 3 >= larger * 2L;
  }

  private boolean areAlike(QualifiedName table, Column from, Column to) {
    return from.type().equals(to.type())
        && (areSimilar(from.name(), to.name()) || place(table, from) == placeOfNew(table, to));
  }

  private int place(QualifiedName table, Column column) {
    return difference.from().table(table).map(it -> it.columns().indexOf(column)).orElse(-1);
  }

  private int placeOfNew(QualifiedName table, Column column) {
    return difference.to().table(table).map(it -> it.columns().indexOf(column)).orElse(-1);
  }

  private static boolean areSimilar(Identifier from, Identifier to) {
    var a = plain(from);
    var b = plain(to);
    return a.contains(b) || b.contains(a);
  }

  private static String plain(Identifier name) {
    return name.text().toLowerCase(Locale.ROOT).replace("_", "");
  }

  private void values(Change change, EnumType from, EnumType to) {
    if (from.values().size() != to.values().size()) {
      return;
    }
    for (var i = 0; i < from.values().size(); i++) {
      var before = from.values().get(i);
      var after = to.values().get(i);
      if (!to.values().contains(before) && !from.values().contains(after)) {
        found.add(Rename.ofValue(change.object(), before, after));
      }
    }
  }
}
