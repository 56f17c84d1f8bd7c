package lockstep.migration;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import lockstep.text.Sha256;

/// How far an attempt to apply a migration came. It stands as one line in the log of the attempt's
/// row until the migration is applied, among whatever else is said there: Prisma shows a log and
/// does not read it.
///
/// @param isOneTransaction whether all statements stand or none
/// @param total how many statements the file has
/// @param done how many of them stand, from the first on
/// @param digest of the text of those; empty where none stands
/// @param reached the statement that was reached, where that is known
public record Journal(
    boolean isOneTransaction, int total, int done, String digest, Optional<Reached> reached) {
  /// @param statement its number, from 1
  /// @param line where it begins, from 1
  public record Reached(int statement, int line, Fate fate) {}

  /// What is known of the statement that was reached.
  public enum Fate {
    /// Those before it stand, and nothing of it does.
    NEXT("is next"),
    /// It was sent, and is in no transaction.
    BEGUN("was begun"),
    /// Nothing of it stands, but for an index that was not built to its end.
    FAILED("failed"),
    /// It failed, and may have committed some of what it did before.
    HALF_DONE("failed half-way");

    private final String words;

    Fate(String words) {
      this.words = words;
    }
  }

  private static final Pattern LINE =
      Pattern.compile(
          "Lockstep: (?<done>\\d+) of (?<total>\\d+) statements stand"
              + "(?:, (?<one>as all are one transaction)| \\((?<digest>[0-9a-f]{64})\\))?\\."
              + "(?: Statement (?<number>\\d+) at line (?<line>\\d+)"
              + " (?<fate>is next|was begun|failed half-way|failed)\\.)?");

  /// Returns the journal of an attempt that has not begun: in one transaction if that can be.
  public static Journal first(List<MigrationStep> steps) {
    return MigrationStep.areOneTransaction(steps) ? ofTransaction(steps) : ofSteps(steps);
  }

  /// Returns the journal of an attempt that goes by steps, before the first.
  public static Journal ofSteps(List<MigrationStep> steps) {
    return new Journal(false, total(steps), 0, "", Optional.empty());
  }

  /// Returns the journal of an attempt in one transaction, until that is committed.
  public static Journal ofTransaction(List<MigrationStep> steps) {
    return new Journal(true, total(steps), 0, "", Optional.empty());
  }

  private static int total(List<MigrationStep> steps) {
    return steps.isEmpty() ? 0 : steps.getLast().last();
  }

  /// Returns it after a step that stands. Other ends of lines are no other text.
  public Journal after(MigrationStep step) {
    var text = digest + step.text().replace("\r\n", "\n");
    return new Journal(false, total, step.last(), Sha256.of(text), Optional.empty());
  }

  /// Returns it with the step that was reached.
  public Journal at(MigrationStep step, Fate fate) {
    return at(new Reached(step.first(), step.line(), fate));
  }

  public Journal at(Reached statement) {
    return new Journal(isOneTransaction, total, done, digest, Optional.of(statement));
  }

  /// Returns the journal in a log, if there is one.
  public static Optional<Journal> in(String log) {
    var found = LINE.matcher(log);
    if (!found.find()) {
      return Optional.empty();
    }
    return Optional.of(
        new Journal(
            found.group("one") != null,
            Integer.parseInt(found.group("total")),
            Integer.parseInt(found.group("done")),
            Optional.ofNullable(found.group("digest")).orElse(""),
            Optional.ofNullable(found.group("fate"))
                .map(
                    fate ->
                        new Reached(
                            Integer.parseInt(found.group("number")),
                            Integer.parseInt(found.group("line")),
                            fate(fate)))));
  }

  private static Fate fate(String words) {
    return List.of(Fate.values()).stream()
        .filter(it -> it.words.equals(words))
        .findFirst()
        .orElseThrow();
  }

  /// Returns a sentence.
  public String whatStands() {
    return switch (done) {
      case 0 -> "Nothing of it stands.";
      case 1 -> "The first statement stands.";
      default -> "The first %d statements stand.".formatted(done);
    };
  }

  /// Returns the line that stands in the log.
  public String text() {
    var all = isOneTransaction ? ", as all are one transaction" : "";
    var proof = digest.isEmpty() ? "" : " (%s)".formatted(digest);
    return "Lockstep: %d of %d statements stand%s%s.".formatted(done, total, all, proof)
        + reached
            .map(
                it ->
                    " Statement %d at line %d %s."
                        .formatted(it.statement(), it.line(), it.fate().words))
            .orElse("");
  }
}
