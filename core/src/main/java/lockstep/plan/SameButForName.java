package lockstep.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.diff.Change;
import lockstep.diff.Rename;
import lockstep.schema.Schema;
import lockstep.sql.Names;

/// A constraint or index that both sides have, under different names.
///
/// @param dropped the change that names it as the first side does
/// @param added the change that names it as the second side does
public record SameButForName(Change dropped, Change added) {
  private static final Definition DEFINITION = new Definition(Names.of(Schema.empty()));

  /// Returns each pair of a dropped and an added part of one table that are the same but for their
  /// names. A part is in one pair at most.
  public static List<SameButForName> find(List<Change> changes) {
    var pairs = new ArrayList<SameButForName>();
    var free = new ArrayList<Change>();
    for (var change : changes) {
      if (change instanceof Change.AddConstraint || change instanceof Change.AddIndex) {
        free.add(change);
      }
    }
    for (var change : changes) {
      partner(change, free)
          .ifPresent(
              it -> {
                free.remove(it);
                pairs.add(new SameButForName(change, it));
              });
    }
    return pairs;
  }

  public boolean has(Change change) {
    return change == dropped || change == added;
  }

  Rename rename() {
    return Rename.of(dropped.object(), added.object().names().getLast());
  }

  private static Optional<Change> partner(Change dropped, List<Change> candidates) {
    return switch (dropped) {
      case Change.DropConstraint it ->
          candidates.stream()
              .filter(
                  other ->
                      other instanceof Change.AddConstraint added
                          && added.table().equals(it.table())
                          && DEFINITION
                              .constraint(it.constraint())
                              .equals(DEFINITION.constraint(added.constraint())))
              .findFirst();
      case Change.DropIndex it ->
          candidates.stream()
              .filter(
                  other ->
                      other instanceof Change.AddIndex added
                          && added.table().equals(it.table())
                          && DEFINITION.index(it.index()).equals(DEFINITION.index(added.index())))
              .findFirst();
      default -> Optional.empty();
    };
  }
}
