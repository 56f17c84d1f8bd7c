package lockstep.engine.workflow;

import java.util.List;
import java.util.Optional;
import lockstep.diagnostic.Diagnostic;
import lockstep.engine.migrate.MigrateCode;
import lockstep.migration.Migration;
import lockstep.text.Closest;

/// A migration that a call names.
final class NamedMigration {
  private NamedMigration() {}

  static Optional<Migration> find(String name, List<Migration> migrations) {
    return migrations.stream().filter(it -> it.name().equals(name)).findFirst();
  }

  /// Returns what to say where there is no such migration.
  static Optional<Diagnostic> missing(String name, List<Migration> migrations) {
    return find(name, migrations).isPresent()
        ? Optional.empty()
        : Optional.of(unknown(name, migrations.stream().map(Migration::name).toList()));
  }

  /// @param known the names that there are
  static Diagnostic unknown(String name, List<String> known) {
    return Diagnostic.of(
            MigrateCode.NO_SUCH_MIGRATION, "There is no migration `%s`.".formatted(name))
        .withAdvice(
            Closest.to(name, known)
                .map("Did you mean `%s`?"::formatted)
                .orElse("Name it as its folder is named; `lockstep migrate status` lists them."));
  }
}
