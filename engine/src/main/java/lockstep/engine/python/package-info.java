/// Python interpreters: finding the user's own, making one from a requirements file, running a
/// program in it.
///
/// Nothing here knows SQLAlchemy, and nothing here reads the environment: variables come in with
/// [lockstep.engine.python.PythonProject]. What was tried on the way is part of the answer, so that
/// a failure can say it. A program that was started never outlives the call that started it.
package lockstep.engine.python;
