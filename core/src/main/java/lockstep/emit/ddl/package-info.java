/// A schema as the SQL script that makes it. DDL is the plan from the empty schema; nothing is
/// written here that `plan` does not write.
package lockstep.emit.ddl;
