package lockstep.engine.python;

import java.nio.file.Path;
import lockstep.engine.project.Environment;
import lockstep.engine.project.PythonSettings;

/// A folder of Python code, and what is known about the Python to run it with.
///
/// @param project the outermost folder to look in for an interpreter; absolute
/// @param folder where imports start; `project` or a folder below it
public record PythonProject(
    Path project, Path folder, PythonSettings settings, Environment environment) {
  public PythonProject {
    project = project.normalize();
    folder = folder.normalize();
  }
}
