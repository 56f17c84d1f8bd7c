package lockstep.engine.workflow;

import java.util.Locale;
import lockstep.schema.Identifier;
import lockstep.schema.ObjectPath;
import lockstep.schema.Schema;

/// The file that takes what is said of an object: one for each table and view, one for each other
/// kind.
final class SqlFileName {
  private SqlFileName() {}

  static String of(ObjectPath object) {
    return switch (object.kind()) {
      case TABLE,
          FOREIGN_TABLE,
          VIEW,
          COLUMN,
          VIEW_COLUMN,
          CONSTRAINT,
          INDEX,
          TRIGGER,
          RULE,
          POLICY ->
          relation(object.names().get(0), object.names().get(1));
      case FUNCTION, PROCEDURE, AGGREGATE -> "functions.sql";
      case ENUM, COMPOSITE_TYPE, RANGE_TYPE, DOMAIN -> "types.sql";
      case TEXT_SEARCH_DICTIONARY, TEXT_SEARCH_CONFIGURATION -> "text_search.sql";
      case FOREIGN_DATA_WRAPPER, FOREIGN_SERVER -> "foreign_data.sql";
      case STATISTICS, DEFAULT_PRIVILEGES -> object.kind().word().replace(' ', '_') + ".sql";
      case EXTENSION, NAMESPACE, COLLATION, SEQUENCE, PUBLICATION, EVENT_TRIGGER, CAST, LANGUAGE ->
          object.kind().word().replace(' ', '_') + "s.sql";
    };
  }

  /// In small letters: where files are found whatever the case, two of one name are one.
  private static String relation(Identifier namespace, Identifier name) {
    var full = namespace.equals(Schema.DEFAULT_NAMESPACE) ? name.text() : namespace + "." + name;
    return full.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}_.-]", "_") + ".sql";
  }
}
