package lockstep.migration;

import java.util.List;
import java.util.Optional;
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

  public Checksum checksum() {
    return Checksum.of(script.content());
  }

  public boolean beginsWithMark() {
    return script.content().startsWith(MARK);
  }

  /// Returns what takes this one back, as a migration.
  public Optional<Migration> reversed() {
    return down.map(it -> new Migration(name, it, Optional.empty()));
  }

  /// Returns what of it can be sent at a time, in order.
  public List<MigrationStep> steps() {
    return MigrationStep.of(script);
  }

  /// Returns the names of the migrations in whose place it is, in order; none for most.
  public List<String> squashed() {
    return Squash.replaced(script);
  }

  public boolean isEmpty() {
    return script.content().isBlank();
  }
}
