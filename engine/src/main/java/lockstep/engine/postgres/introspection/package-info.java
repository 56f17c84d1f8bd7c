/// A live database as a [lockstep.mapping.Reading].
///
/// Each catalog query is an `.sql` file beside the class that reads its rows; a line that ends in
/// `-- from 15` or `-- before 15` is sent only to such servers. All run in one read-only
/// transaction and see one state. Nothing here calls a function with a side effect. Objects that an
/// extension owns are left out; what a schema cannot say yet is reported by name.
///
/// Expressions and views come out as PostgreSQL prints them with only the default namespace in the
/// search path.
package lockstep.engine.postgres.introspection;
