/// A schema and its mapping as SQLAlchemy models that a senior Python engineer would have written:
/// typed declarative classes, one file each, on SQLAlchemy 2.0.25 and later.
///
/// `metadata.create_all` of what is emitted makes the same database as our DDL does. What
/// SQLAlchemy has no word for is a diagnostic by the object's name, never silently left out.
///
/// The front door is [lockstep.emit.sqlalchemy.SqlAlchemyEmitter]. It first settles all names
/// ([lockstep.emit.sqlalchemy.Naming]), lays out which class or table stands for what
/// (`Blueprint`), then writes one file after the other. How Python looks is the business of
/// `emit.python`.
package lockstep.emit.sqlalchemy;
