package lockstep.rewrite;

import java.util.List;

/// One call of the client, to be tried apart from the program that it is in.
public sealed interface Trial {
  Verdict verdict();

  /// @param name of the function
  /// @param function Python that makes the call with a client `db`; what only the program knows are
  ///   its other parameters
  /// @param slots one for each of those parameters, in order
  /// @param mentions values that the call itself names
  record Ready(
      Verdict verdict, String name, String function, List<Slot> slots, List<Mention> mentions)
      implements Trial {
    public Ready {
      slots = List.copyOf(slots);
      mentions = List.copyOf(mentions);
    }
  }

  /// @param reason why it cannot be made apart from its program, in one sentence
  record Impossible(Verdict verdict, String reason) implements Trial {}

  /// What a parameter stands for.
  sealed interface Slot {
    /// A value of a field.
    record OfField(Use use, String model, String field) implements Slot {}

    /// How many rows to take, or to leave out.
    record Number() implements Slot {}

    /// Whether something holds that only the program knows.
    record Condition() implements Slot {}

    /// `asc` or `desc`.
    record Direction() implements Slot {}

    /// A list of tuples, each with a value for each of these.
    record Rows(List<Slot> each) implements Slot {
      public Rows {
        each = List.copyOf(each);
      }
    }
  }

  /// What a value of a field is for.
  enum Use {
    /// To find rows by.
    SOUGHT,
    /// To find rows by, one of several.
    SOUGHT_AMONG,
    /// To find rows by, as a part of what they have.
    PART,
    /// An element of a list.
    ELEMENT,
    /// To be written.
    WRITTEN,
    /// To be added to, taken from or multiplied by what is there.
    AMOUNT
  }

  /// @param literal as Python has it
  record Mention(String model, String field, String literal) {}
}
