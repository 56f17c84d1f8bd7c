package lockstep.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import lockstep.schema.Identifier;
import lockstep.schema.Index;
import lockstep.schema.Schema;

/// An operator class as an index definition names it: `gist_trgm_ops`, `app.my_ops (siglen = 32)`.
public final class OperatorClassSql {
  private static final String NAME = "(?:[\\p{L}_][\\p{L}\\p{N}_$]*|\"(?:[^\"]|\"\")+\")";
  private static final String VALUE = "(?:[-+\\w.]+|'(?:[^']|'')*')";
  private static final Pattern SHAPE =
      Pattern.compile(
          "\\s*(?:(?<namespace>%s)\\s*\\.\\s*)?(?<name>%s)\\s*(?:\\((?<parameters>[^()]*)\\)\\s*)?"
              .formatted(NAME, NAME));
  private static final Pattern PARAMETER =
      Pattern.compile("\\s*(?<name>\\w+)\\s*=\\s*(?<value>%s)\\s*(?:,|$)".formatted(VALUE));

  private OperatorClassSql() {}

  /// Returns the SQL of a class.
  public static String of(Index.OperatorClass it, Names names) {
    return it.namespace().map(names::prefix).orElse("")
        + Quote.word(it.name())
        + StorageParameters.sql(" ", it.parameters());
  }

  /// Returns the class that a text names; empty where it is none.
  public static Optional<Index.OperatorClass> parse(String sql) {
    var shape = SHAPE.matcher(sql);
    if (!shape.matches()) {
      return Optional.empty();
    }
    var namespace = Optional.ofNullable(shape.group("namespace")).map(OperatorClassSql::name);
    var name = name(shape.group("name"));
    return parameters(Optional.ofNullable(shape.group("parameters")).orElse(""))
        .map(it -> new Index.OperatorClass(namespace.filter(in -> !isFound(in)), name, it));
  }

  /// Returns whether names of a namespace are found without it.
  private static boolean isFound(Identifier namespace) {
    return namespace.equals(Schema.DEFAULT_NAMESPACE) || namespace.text().equals("pg_catalog");
  }

  private static Optional<List<Index.Parameter>> parameters(String sql) {
    var all = new ArrayList<Index.Parameter>();
    var parameter = PARAMETER.matcher(sql);
    var end = 0;
    while (end < sql.length()) {
      if (!parameter.find(end) || parameter.start() != end) {
        return Optional.empty();
      }
      var value = parameter.group("value");
      var isText = value.startsWith("'");
      all.add(
          new Index.Parameter(
              parameter.group("name").toLowerCase(Locale.ROOT),
              isText ? value.substring(1, value.length() - 1).replace("''", "'") : value));
      end = parameter.end();
    }
    return Optional.of(all);
  }

  /// PostgreSQL reads a bare word in lower case.
  private static Identifier name(String word) {
    return Identifier.of(
        word.startsWith("\"")
            ? word.substring(1, word.length() - 1).replace("\"\"", "\"")
            : word.toLowerCase(Locale.ROOT));
  }
}
