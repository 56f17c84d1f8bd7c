/// What users want done, one class for each intention: `run(Request)` answers an outcome.
///
/// Requests and outcomes are values in the users' words; shells make the one and render the other.
/// Nothing is printed here and no exit code is chosen. A mistake in the input is a diagnostic in
/// the outcome; what fails outside is an [lockstep.engine.EnvironmentException].
package lockstep.engine.workflow;
