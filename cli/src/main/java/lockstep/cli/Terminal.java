package lockstep.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import lockstep.engine.project.Environment;

/// Where a run reads and writes: results to `out`, everything else to `err`.
public record Terminal(Input in, Output out, Output err) {
  /// What a run reads.
  ///
  /// @param isTerminal whether somebody sits there
  public record Input(InputStream stream, boolean isTerminal) {}

  /// One without input.
  public Terminal(Output out, Output err) {
    this(new Input(InputStream.nullInputStream(), false), out, err);
  }

  /// The streams of this process. Which of them are terminals the launcher says by the property
  /// `lockstep.terminal` (`0` stdin, `1` stdout, `2` stderr): a shell finds out for nothing, Java
  /// does not.
  static Terminal ofProcess(Environment environment) {
    var terminals = System.getProperty("lockstep.terminal", "");
    var wantsColor =
        environment.variable("NO_COLOR").isEmpty()
            && !environment.variable("TERM").orElse("").equals("dumb");
    var outIsTerminal = terminals.contains("1");
    var errIsTerminal = terminals.contains("2");
    return new Terminal(
        new Input(new FileInputStream(FileDescriptor.in), terminals.contains("0")),
        new Output(
            new FileOutputStream(FileDescriptor.out), outIsTerminal, outIsTerminal && wantsColor),
        new Output(
            new FileOutputStream(FileDescriptor.err), errIsTerminal, errIsTerminal && wantsColor));
  }

  void flush() {
    out.flush();
    err.flush();
  }
}
