package lockstep.check.drift;

import java.util.ArrayList;
import java.util.Optional;
import lockstep.plan.SameButForName;
import lockstep.schema.Identifier;
import lockstep.schema.ObjectPath;

/// What to say of a constraint or index that both sides have, under different names.
final class OtherName {
  private OtherName() {}

  static Drift describe(SameButForName pair, Findings findings) {
    var before = pair.dropped().object().names().getLast().text();
    var after = pair.added().object().names().getLast().text();
    var fact =
        "%s of %s is called `%s` in %s."
            .formatted(
                Findings.subject(pair.dropped().object()),
                findings.fromName(),
                after,
                findings.toName());
    return findings.drift(
        DriftCode.OTHER_NAME,
        pair.dropped().object(),
        fact,
        Optional.of(before),
        Optional.of(after));
  }

  /// Returns what such a drift's object is called on the second side.
  static ObjectPath inTo(Drift drift) {
    var names = new ArrayList<>(drift.object().names());
    names.set(names.size() - 1, Identifier.of(drift.to().orElseThrow()));
    return new ObjectPath(drift.object().kind(), names);
  }
}
