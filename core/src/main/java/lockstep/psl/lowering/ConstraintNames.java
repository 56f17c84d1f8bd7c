package lockstep.psl.lowering;

import java.util.List;
import lockstep.schema.Identifier;

/// The names of constraints and indexes that nobody named (Prisma 7): what they are made of is cut
/// until it fits, the suffix never.
final class ConstraintNames {
  private ConstraintNames() {}

  static Identifier primaryKey(String table) {
    return name(table, "_pkey");
  }

  static Identifier unique(String table, List<String> columns) {
    return name(join(table, columns), "_key");
  }

  static Identifier index(String table, List<String> columns) {
    return name(join(table, columns), "_idx");
  }

  static Identifier foreignKey(String table, List<String> columns) {
    return name(join(table, columns), "_fkey");
  }

  private static String join(String table, List<String> columns) {
    return table + "_" + String.join("_", columns);
  }

  private static Identifier name(String text, String suffix) {
    var fitting = Identifier.truncate(text, Identifier.MAX_BYTES - suffix.length());
    return Identifier.of(fitting + suffix);
  }
}
