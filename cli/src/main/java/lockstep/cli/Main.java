package lockstep.cli;

import java.util.List;
import lockstep.engine.project.Environment;

/// Runs one command and ends the process with its exit code.
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    var environment = Environment.ofProcess();
    var terminal = Terminal.ofProcess(environment);
    var code = new Shell(environment, terminal).run(List.of(arguments));
    // Not System.exit, which since JDK 21 starts the logging system first.
    Runtime.getRuntime().halt(code.number());
  }
}
