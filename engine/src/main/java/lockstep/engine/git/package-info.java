/// Git, asked by its own program: where a repository's root and hooks are, what is staged, what is
/// not. The only thing that changes is the index, by [Repository#stage].
///
/// Git runs in the folder and with the variables of the call, as hooks are given them: during `git
/// commit FILE` they name an index of that commit alone.
package lockstep.engine.git;
