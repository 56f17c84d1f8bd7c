package lockstep.engine.python;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import lockstep.engine.EnvironmentException;
import lockstep.engine.Progress;

/// Installs what a requirements file names, and says what pip said.
final class PipInstall {
  static final String MEND =
      "Mend the file, or name an interpreter that has the packages by `--python`.";
  static final String MAKE_ROOM =
      "Make room on the disks of the cache and of temporary files, or name another folder by"
          + " LOCKSTEP_CACHE.";

  private static final Pattern DISK_FULL =
      Pattern.compile("(?i)no space left on device|disk quota exceeded");
  private static final Pattern LOGIN = Pattern.compile("://[^/@\\s]*@");
  private static final Pattern NO_NETWORK =
      Pattern.compile(
          "NewConnectionError|NameResolutionError|Temporary failure in name resolution"
              + "|ConnectTimeoutError|ProxyError|Network is unreachable|Connection refused");

  private final List<String> pip;
  private final Progress progress;
  private int steps;

  /// @param pip the words that start it
  PipInstall(List<String> pip, Progress progress) {
    this.pip = pip;
    this.progress = progress;
  }

  void run(Path requirements, Duration patience) {
    var command = new ArrayList<>(pip);
    command.addAll(
        List.of(
            "install",
            "--no-input",
            "--progress-bar",
            "off",
            "-r",
            requirements.getFileName().toString()));
    var folder = requirements.toAbsolutePath().getParent();
    var call =
        new PythonProcess.Call(
            command,
            folder,
            Map.of("PYTHONUTF8", "1", "PIP_DISABLE_PIP_VERSION_CHECK", "1"),
            "",
            patience);
    var run = PythonProcess.run(call, this::line);
    if (run.exitCode() != 0) {
      throw failed(requirements, run);
    }
  }

  private void line(String line) {
    if (line.startsWith("Collecting ")) {
      progress.started("Installing " + line.substring("Collecting ".length()).split(" ")[0]);
      progress.advanced(++steps, 0);
    }
  }

  private static EnvironmentException failed(Path requirements, PythonProcess.Run run) {
    var said = LOGIN.matcher(run.output() + "\n" + run.errors()).replaceAll("://***@");
    if (NO_NETWORK.matcher(said).find()) {
      return EnvironmentException.of(
          PythonCode.OFFLINE,
          "pip could not reach a package index for `%s`: %s"
              .formatted(requirements, lastLine(said)),
          "Go online once, or name an interpreter that has the packages by `--python`.");
    }
    if (isDiskFull(said)) {
      return EnvironmentException.of(
          PythonCode.ENVIRONMENT_FAILED,
          "pip had no room to install `%s`: %s".formatted(requirements, lastLine(said)),
          MAKE_ROOM);
    }
    return EnvironmentException.of(
        PythonCode.INSTALL_FAILED,
        "pip could not install `%s`: %s".formatted(requirements, lastLine(said)),
        MEND);
  }

  static boolean isDiskFull(String said) {
    return DISK_FULL.matcher(said).find();
  }

  /// Returns the last line in which pip names an error, else the last line of all.
  static String lastLine(String said) {
    var lines = said.lines().map(String::strip).filter(Predicate.not(String::isEmpty)).toList();
    return lines.reversed().stream()
        .filter(it -> it.startsWith("ERROR:"))
        .findFirst()
        .map(it -> it.substring("ERROR:".length()).strip())
        .orElseGet(() -> lines.isEmpty() ? "it said nothing" : lines.getLast());
  }
}
