package lockstep.emit.sqlalchemy;

import java.util.List;
import java.util.regex.Pattern;

/// A function call in the spelling in which PostgreSQL prints it.
///
/// Two spellings of one default differ for Alembic where the function gives another value each
/// time: it compares the texts, then the values (Alembic 1.20). So calls of such functions are
/// written as they will be read.
final class PrintedCall {
  /// Functions of PostgreSQL's own extensions with another value each time. None bears a name of
  /// `pg_catalog`, so that without a schema they are found wherever `public` is searched, which is
  /// where a model without a schema has its table as well.
  private static final List<String> IN_PUBLIC =
      List.of("uuid_generate_v1", "uuid_generate_v1mc", "uuid_generate_v4", "gen_random_bytes");

  private static final Pattern QUALIFIED =
      Pattern.compile("^(\\(?)public\\.(" + String.join("|", IN_PUBLIC) + ")(?=\\()");
  private static final Pattern CAST =
      Pattern.compile("^([a-z_][a-z0-9_.]*\\([0-9]*\\))::(text|uuid)$");

  private PrintedCall() {}

  /// Returns the expression in PostgreSQL's spelling; anything but a call as it is.
  static String of(String sql) {
    var visible = QUALIFIED.matcher(sql).replaceFirst("$1$2");
    return CAST.matcher(visible).replaceFirst("($1)::$2");
  }
}
