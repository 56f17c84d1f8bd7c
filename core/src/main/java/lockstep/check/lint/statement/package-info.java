/// What the statements of a script do, as far as a hazard may lie in it.
///
/// A recogniser and no grammar: it takes any text, knows the heads of the statements that matter
/// and the parts of them that rules ask for. Whatever it does not know is `Other`, never an error.
package lockstep.check.lint.statement;
