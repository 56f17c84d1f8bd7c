package lockstep.engine.project;

import java.util.List;

/// The keys of `lockstep.toml`, table by table; `docs/manual/lockstep.schema.json` has the same.
final class ConfigKeys {
  static final List<String> TOP =
      List.of(
          "source",
          "sql",
          "compare",
          "database",
          "shadow",
          "python",
          "target",
          "lint",
          "ignore",
          "seed",
          "migrations");
  static final List<String> DATABASE = List.of("url");
  static final List<String> SHADOW = List.of("major", "url");
  static final List<String> IGNORE = List.of("objects");
  static final List<String> PYTHON = List.of("interpreter", "requirements", "timeout-seconds");
  static final List<String> SEED = List.of("files", "keys", "expect");
  static final List<String> MIGRATIONS = List.of("dir", "alembic");
  static final List<String> TARGET =
      List.of("to", "out", "package", "layout", "names", "sqlalchemy", "mixins");

  private ConfigKeys() {}
}
