package lockstep.check.lint.statement;

/// What a statement says by a key word or two, wherever its grammar has them.
public enum Word {
  ALL,
  CASCADE,
  CONCURRENTLY,
  FULL,
  IF_EXISTS,
  IF_NOT_EXISTS,
  LOCAL,
  MATERIALIZED,
  NOT_VALID,
  ONLY,
  /// An index's key with an order, collation or operator class of its own.
  ORDERED,
  PARTITIONED,
  PERMISSIVE,
  RESTRICTIVE,
  /// `BEFORE` or `AFTER`.
  PLACED,
  PUBLIC,
  REPLACE,
  TEMPORARY,
  UNIQUE,
  WHERE,
  /// Has a limit, or picks rows by their place.
  LIMITED
}
