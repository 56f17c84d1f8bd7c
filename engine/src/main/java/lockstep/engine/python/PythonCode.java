package lockstep.engine.python;

import lockstep.diagnostic.Code;
import lockstep.diagnostic.Severity;

/// What can stand in the way of running Python.
public enum PythonCode implements Code {
  NO_PYTHON("PY001"),
  CANNOT_START("PY002"),
  TOO_OLD("PY003"),
  TIMED_OUT("PY004"),
  CRASHED("PY005"),
  NO_ANSWER("PY006"),
  ENVIRONMENT_FAILED("PY007"),
  INSTALL_FAILED("PY008"),
  OFFLINE("PY009"),
  ;

  private final String id;

  PythonCode(String id) {
    this.id = id;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }
}
