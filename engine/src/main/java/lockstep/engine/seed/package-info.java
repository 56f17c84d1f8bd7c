/// The rows that a database begins with: data files, and the one transaction that brings them in.
///
/// A data file holds rows of one table, as JSON or CSV. Every value is a text here, which
/// PostgreSQL reads as the column's type; we have no rules for types of our own. A row is known by
/// a key of its table and another row is named by a key of its table, so no file needs numbers that
/// a sequence gives. Rows that no file knows are counted and left alone; nothing here deletes a
/// row.
///
/// With any error nothing is written.
package lockstep.engine.seed;
