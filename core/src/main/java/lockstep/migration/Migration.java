package lockstep.migration;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import lockstep.sql.StatementSplitter;
import lockstep.text.SourceText;

/// A reviewed, named unit of change, as a folder holds it. Migrations are applied in the order of
/// their names.
///
/// @param name of the folder, as in `20240131120000_add_users`
/// @param script all of the file `migration.sql`, a byte order mark included
/// @param down what takes it back, where somebody wrote `down.sql`
public record Migration(String name, SourceText script, Optional<SourceText> down) {
  /// Editors of another age begin a file with this; PostgreSQL takes it for a letter.
  private static final String MARK = "\ufeff";

  private static final Pattern OF_TRANSACTIONS =
      Pattern.compile("(begin|start|commit|end|rollback|abort|prepare\\s+transaction)\\b");

  /// What commits by itself, or can.
  private static final Pattern ALONE =
      Pattern.compile(
          "\\bconcurrently\\b|^(do|call|vacuum|reindex|cluster|discard|alter\\s+system)\\b"
              + "|^(create|alter|drop)\\s+(database|tablespace|subscription)\\b");

  public Checksum checksum() {
    return Checksum.of(script.content());
  }

  public boolean beginsWithMark() {
    return script.content().startsWith(MARK);
  }

  /// Returns whether a failure leaves nothing behind where all is sent in one message: it has no
  /// transaction of its own, and is no single statement that cannot run in one (PostgreSQL 18).
  public boolean isAllOrNothing() {
    var statements =
        StatementSplitter.split(script.content()).stream()
            .map(it -> script.text(it.span()).toLowerCase(Locale.ROOT))
            .toList();
    return statements.stream().noneMatch(it -> OF_TRANSACTIONS.matcher(it).lookingAt())
        && (statements.size() > 1 || statements.stream().noneMatch(it -> ALONE.matcher(it).find()));
  }

  public boolean isEmpty() {
    return script.content().isBlank();
  }
}
