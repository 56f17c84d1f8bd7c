package lockstep.engine.verify;

import java.nio.file.Path;
import lockstep.rewrite.Trial;

/// What came of trying one call.
///
/// @param file in which the call is
public record Proof(Path file, Trial trial, Outcome outcome) {
  public sealed interface Outcome {
    /// @param times how often it was tried, each time with other values
    record Equal(int times) implements Outcome {}

    /// @param arguments what the call was given, as JSON
    /// @param difference what Prisma's client and the converted call do
    record Different(String arguments, String difference) implements Outcome {}

    /// @param reason in one sentence
    record NotTried(String reason) implements Outcome {}
  }
}
