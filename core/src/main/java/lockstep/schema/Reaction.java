package lockstep.schema;

/// What a relation does by itself when it is read or written.
public sealed interface Reaction extends PartOfRelation permits Trigger, Rule {
  /// Returns the statement that makes it.
  SqlExpression definition();

  Enabled enabled();

  /// When it acts (PostgreSQL 18, pg_trigger.tgenabled and pg_rewrite.ev_enabled).
  enum Enabled {
    ORIGIN,
    REPLICA,
    ALWAYS,
    NEVER
  }
}
