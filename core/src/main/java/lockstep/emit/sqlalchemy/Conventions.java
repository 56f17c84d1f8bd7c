package lockstep.emit.sqlalchemy;

import java.util.List;
import java.util.stream.Collectors;
import lockstep.schema.Identifier;
import lockstep.schema.QualifiedName;

/// The names that constraints and indexes get from the metadata's naming convention, which is
/// Prisma's. Only other names are written out.
final class Conventions {
  static final String FOREIGN_KEY = "%(table_name)s_%(column_0_N_name)s_fkey";
  static final String INDEX = "%(table_name)s_%(column_0_N_name)s_idx";
  static final String PRIMARY_KEY = "%(table_name)s_pkey";
  static final String UNIQUE = "%(table_name)s_%(column_0_N_name)s_key";

  private Conventions() {}

  static boolean isForeignKey(QualifiedName table, List<Identifier> columns, Identifier name) {
    return is(table, columns, "_fkey", name);
  }

  static boolean isIndex(QualifiedName table, List<Identifier> columns, Identifier name) {
    return is(table, columns, "_idx", name);
  }

  static boolean isUnique(QualifiedName table, List<Identifier> columns, Identifier name) {
    return is(table, columns, "_key", name);
  }

  static boolean isPrimaryKey(QualifiedName table, Identifier name) {
    return name.text().equals(table.name() + "_pkey");
  }

  private static boolean is(
      QualifiedName table, List<Identifier> columns, String suffix, Identifier name) {
    var joined = columns.stream().map(Identifier::text).collect(Collectors.joining("_"));
    return name.text().equals(table.name() + "_" + joined + suffix);
  }
}
