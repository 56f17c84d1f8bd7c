package lockstep.engine.workflow;

import java.util.List;
import java.util.function.Function;
import lockstep.diff.Rename;

/// What a user agrees to in a plan: said beforehand, or asked for.
///
/// @param allowed what may be lost, as in `drop-table:users`
/// @param renames what has another name, as in `users.age=years`
/// @param asked about what looks like a rename
public record Consent(List<String> allowed, List<String> renames, Function<Rename, Answer> asked) {
  public Consent {
    allowed = List.copyOf(allowed);
    renames = List.copyOf(renames);
  }

  /// One of a user who is not there to be asked.
  public Consent(List<String> allowed, List<String> renames) {
    this(allowed, renames, _ -> Answer.NONE);
  }

  public enum Answer {
    YES,
    NO,
    /// Nobody was asked.
    NONE
  }
}
