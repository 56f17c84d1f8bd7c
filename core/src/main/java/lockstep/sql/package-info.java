/// SQL text: identifiers, literals, names and types as PostgreSQL reads them.
///
/// The only code that puts quotes around a name. Whole statements are written in `plan`.
package lockstep.sql;
