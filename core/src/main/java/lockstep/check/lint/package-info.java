/// Lint: what a script of migrations would do to a running service, and what to do instead.
///
/// A script is cut into statements, each is recognised, and every rule looks at each statement with
/// what is known of the schema before it: by the earlier statements, the earlier scripts and the
/// schema that is given. What was made in the same script has no rows and no readers yet, so that
/// nothing about it is a hazard. Executes nothing.
package lockstep.check.lint;
