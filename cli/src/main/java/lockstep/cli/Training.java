package lockstep.cli;

import java.io.OutputStream;
import java.util.List;
import lockstep.engine.project.Environment;

/// Runs commands whose classes a cache of loaded classes shall hold, and says nothing.
///
/// The launcher runs it once after each build. It needs no server, no interpreter and no network,
/// and it ends normally: the cache is written when the Java machine shuts down.
final class Training {
  private Training() {}

  public static void main(String[] arguments) {
    var terminal = new Terminal(silent(), silent());
    var shell = new Shell(Environment.ofProcess(), terminal);
    shell.run(List.of("--version"));
    shell.run(List.of());
    shell.run(List.of("explain", "--help"));
    shell.run(List.of("explain", "CLI001"));
    shell.run(List.of("explain", "--unknown"));
  }

  private static Output silent() {
    return new Output(OutputStream.nullOutputStream(), false, false);
  }
}
