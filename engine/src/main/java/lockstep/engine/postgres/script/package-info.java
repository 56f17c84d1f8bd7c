/// SQL scripts as people and `pg_dump` write them, run on a shadow database.
///
/// Nothing is interpreted: each statement goes to the server as it is. What only a whole cluster
/// can carry out, and what names roles that the shadow does not know, is skipped, counted and said.
package lockstep.engine.postgres.script;
