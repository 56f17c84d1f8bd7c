/// One class for each command of the command line.
///
/// A command says what it takes, calls one workflow, renders the outcome and chooses the exit code.
/// It reads no file and no variable by itself.
package lockstep.cli.command;
