package lockstep.check.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.diff.Change;

/// A constraint or index that both sides have, under different names.
///
/// @param dropped the change that names it as the first side does
/// @param added the change that names it as the second side does
record OtherName(Change dropped, Change added) {
  /// Returns each pair of a dropped and an added part of one table that are the same but for their
  /// names. A part is in one pair at most.
  static List<OtherName> find(List<Change> changes) {
    var pairs = new ArrayList<OtherName>();
    var free = new ArrayList<>(changes);
    for (var change : changes) {
      partner(change, free)
          .ifPresent(
              it -> {
                free.remove(it);
                pairs.add(new OtherName(change, it));
              });
    }
    return pairs;
  }

  boolean has(Change change) {
    return change == dropped || change == added;
  }

  Drift describe(Findings findings) {
    var before = dropped.object().names().getLast().text();
    var after = added.object().names().getLast().text();
    var fact =
        "%s of %s is called `%s` in %s."
            .formatted(
                Findings.subject(dropped.object()), findings.fromName(), after, findings.toName());
    return findings.drift(
        DriftCode.OTHER_NAME, dropped.object(), fact, Optional.of(before), Optional.of(after));
  }

  private static Optional<Change> partner(Change dropped, List<Change> candidates) {
    return switch (dropped) {
      case Change.DropConstraint it ->
          candidates.stream()
              .filter(
                  other ->
                      other instanceof Change.AddConstraint added
                          && added.table().equals(it.table())
                          && SameButForName.areSame(it.constraint(), added.constraint()))
              .findFirst();
      case Change.DropIndex it ->
          candidates.stream()
              .filter(
                  other ->
                      other instanceof Change.AddIndex added
                          && added.table().equals(it.table())
                          && SameButForName.areSame(it.index(), added.index()))
              .findFirst();
      default -> Optional.empty();
    };
  }
}
