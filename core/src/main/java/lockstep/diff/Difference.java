package lockstep.diff;

import java.util.List;
import lockstep.schema.Schema;

/// Two schemas in one spelling and what turns the first into the second.
///
/// @param changes as [Differ] says them, without those that are nobody's business
public record Difference(Schema from, Schema to, List<Change> changes) {
  public Difference {
    changes = List.copyOf(changes);
  }

  public static Difference between(Schema from, Schema to) {
    return new Difference(from, to, Differ.diff(from, to));
  }
}
