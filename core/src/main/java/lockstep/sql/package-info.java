/// SQL text: identifiers, literals, names and types as PostgreSQL reads them, and scripts cut into
/// statements.
///
/// The only code that puts quotes around a name. Whole statements are written in `plan`.
package lockstep.sql;
