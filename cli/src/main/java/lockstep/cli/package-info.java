/// The command line: arguments in, text and an exit code out.
///
/// Each command parses its options, calls one workflow of the engine, renders the outcome and
/// chooses the exit code; nothing is decided here that another shell would have to decide again.
/// Results go to stdout and nothing else does; progress and diagnostics go to stderr. Only the
/// command that was named is loaded: start-up is a feature.
package lockstep.cli;
