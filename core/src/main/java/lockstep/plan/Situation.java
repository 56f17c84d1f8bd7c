package lockstep.plan;

import lockstep.schema.Constraint;
import lockstep.schema.Identifier;
import lockstep.schema.QualifiedName;
import lockstep.schema.Schema;
import lockstep.sql.Names;
import lockstep.sql.Quote;

/// What a plan is made for.
///
/// @param version of the server, as `server_version_num` has it: 180006 is 18.6
record Situation(Schema from, Schema to, Names names, Style style, int version) {
  /// Returns whether somebody may be using the table while it is changed, and there are forms that
  /// let them: a partitioned table takes neither `CONCURRENTLY` nor, in all versions, `NOT VALID`
  /// (PostgreSQL 18, CREATE INDEX and ALTER TABLE).
  boolean isInUse(QualifiedName table) {
    return style == Style.ONLINE
        && (from.table(table).filter(it -> it.partitionKey().isEmpty()).isPresent()
            || from.view(table).isPresent());
  }

  /// Returns whether somebody may be using the partitioned table while it is changed.
  boolean isPartitionedInUse(QualifiedName table) {
    return style == Style.ONLINE
        && from.table(table).filter(it -> it.partitionKey().isPresent()).isPresent();
  }

  /// Returns whether somebody may be using the table, and rows can be looked at after a foreign key
  /// of it holds for new ones. Before version 18 a partitioned table takes no `NOT VALID`, and what
  /// stands for a key to one in each of its partitions stays not valid (PostgreSQL 17, ALTER
  /// TABLE).
  boolean canBeValidatedLater(QualifiedName table, Constraint.ForeignKey it) {
    return (isInUse(table) || isPartitionedInUse(table))
        && (isFrom(18) || !isPartitioned(table) && !isPartitioned(it.referencedTable()));
  }

  private boolean isPartitioned(QualifiedName table) {
    return to.table(table).filter(it -> it.partitionKey().isPresent()).isPresent();
  }

  /// Returns whether the server is of this major version or a later one.
  boolean isFrom(int major) {
    return version >= major * 10_000;
  }

  String alterTable(QualifiedName table) {
    return "ALTER TABLE " + names.of(table) + " ";
  }

  String alterColumn(QualifiedName table, Identifier column) {
    return alterTable(table) + "ALTER COLUMN " + Quote.name(column) + " ";
  }

  /// Returns the name of something that stands beside its table in the same namespace.
  String beside(QualifiedName table, Identifier name) {
    return names.of(QualifiedName.of(table.namespace(), name));
  }
}
