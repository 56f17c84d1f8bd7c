package lockstep.rewrite;

import lockstep.text.Span;

/// What became of one call.
///
/// @param call as a reader knows it, as in `user.find_many`
/// @param span of the call in the text before
public record Verdict(String call, Span span, Outcome outcome) {
  public sealed interface Outcome {
    /// It means the same, and there is nothing to add.
    record Converted() implements Outcome {}

    /// @param note what its reader should know, in one sentence
    record WithNote(String note) implements Outcome {}

    /// It is converted with a function that reads a dict when it runs.
    ///
    /// @param reason why, and what else its reader should know
    record WithHelper(String reason) implements Outcome {}

    /// It stays as it is.
    ///
    /// @param reason in one sentence
    record Refused(String reason) implements Outcome {}
  }
}
