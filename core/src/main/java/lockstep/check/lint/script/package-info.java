/// A script as rules see it: its statements, which of them run in one transaction, and what is
/// known of the database before each.
package lockstep.check.lint.script;
