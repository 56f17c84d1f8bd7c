/// The ORM's view of a schema, laid over it by object path: models, fields, relations, client-side
/// defaults.
///
/// What a database cannot say lives here, so that `Schema` stays comparable. A mapping changes the
/// code that is emitted, never the SQL. A source's answer, a [lockstep.mapping.Reading], holds
/// both.
package lockstep.mapping;
