/// SQLAlchemy models as a source.
///
/// A probe runs in the user's own interpreter: it imports the models, lets SQLAlchemy run its true
/// `create_all` on a connection that only takes notes, and reports that DDL with the facts of the
/// mappers. PostgreSQL executes the DDL in the shadow and says what the schema is; the mapper's
/// facts become the mapping. No rule of SQLAlchemy's is written down here a second time.
package lockstep.engine.source.sqlalchemy;
