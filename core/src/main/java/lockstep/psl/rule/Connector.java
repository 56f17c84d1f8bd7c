package lockstep.psl.rule;

import lockstep.mapping.Mapping.RelationMode;
import lockstep.psl.analysis.IndexMethod;
import lockstep.psl.analysis.PslSchema;
import lockstep.schema.Constraint.ReferentialAction;
import lockstep.schema.Identifier;

/// What the database at the other end can do.
enum Connector {
  POSTGRES,
  /// Nobody said which database it is: only what all of them can do is allowed (Prisma 7).
  UNKNOWN;

  static Connector of(PslSchema schema) {
    return schema.configuration().datasource().isPresent() ? POSTGRES : UNKNOWN;
  }

  boolean isPostgres() {
    return this == POSTGRES;
  }

  boolean knows(IndexMethod method) {
    return isPostgres() || method == IndexMethod.BTREE;
  }

  /// Clients that keep references whole themselves do not imitate all actions.
  boolean knows(ReferentialAction action, RelationMode mode) {
    if (mode == RelationMode.FOREIGN_KEYS) {
      return true;
    }
    return switch (action) {
      case CASCADE, RESTRICT, SET_NULL -> true;
      case NO_ACTION -> !isPostgres();
      case SET_DEFAULT -> false;
    };
  }

  /// Returns whether a name fits; it counts in bytes.
  boolean fits(String name) {
    return !isPostgres() || Identifier.utf8Length(name) <= Identifier.MAX_BYTES;
  }
}
