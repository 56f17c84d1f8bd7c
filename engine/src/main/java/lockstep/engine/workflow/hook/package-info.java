/// The hook that runs before a commit: where it is installed, and what it does.
///
/// [Hooks] puts a few marked lines into whatever runs hooks already, Git itself, husky or
/// pre-commit, and takes them out again; every other line stays as it is. The lines ask Git whether
/// anything of the project is staged, and only then start Lockstep, whose [RunHook] does the rest.
package lockstep.engine.workflow.hook;
