package lockstep.engine.workflow;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import lockstep.diff.Rename;

/// What a user agrees to in a plan: said beforehand, or asked for.
///
/// @param allowed what may be lost, as in `drop-table:users`
/// @param renames what has another name, as in `users.age=years`
/// @param asked whether what looks like a rename is one; empty where nobody is there to be asked
public record Consent(
    List<String> allowed, List<String> renames, Optional<Function<Rename, Answer>> asked) {
  public Consent {
    allowed = List.copyOf(allowed);
    renames = List.copyOf(renames);
  }

  /// What is said to the question whether something is renamed.
  public enum Answer {
    YES,
    NO,
    /// Nobody answered yet, and until then there is no plan.
    OPEN;

    public static Answer of(boolean said) {
      return said ? YES : NO;
    }
  }

  /// One of a user who is not there to be asked.
  public Consent(List<String> allowed, List<String> renames) {
    this(allowed, renames, Optional.empty());
  }

  /// Returns the same consent, where somebody is there to be asked given in another way.
  Consent answering(Function<Rename, Answer> other) {
    return new Consent(allowed, renames, asked.map(_ -> other));
  }
}
