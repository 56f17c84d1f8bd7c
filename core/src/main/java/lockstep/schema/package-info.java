/// The canonical schema: what a PostgreSQL database is, as immutable values.
///
/// `Schema` ▸ `Namespace` ▸ `Table` ▸ `Column`, `Constraint`, `Index`, and the other objects of a
/// namespace. Records are compared by value; references are by name; there are no parent pointers,
/// no ids and no spans: where an object came from lives beside the schema, in `Origins`. What is
/// not modelled is kept verbatim in a type that says so. Lists keep the order of their source;
/// whether order matters is the business of `diff`.
///
/// Deliberately absent: the ORM's view (see `mapping`), SQL text (see `plan`), and any opinion.
package lockstep.schema;
