package lockstep.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import lockstep.engine.EnvironmentException;

/// One of the two streams that a run writes: UTF-8, buffered, and aware of colour.
///
/// A reader that went away (`lockstep ddl x | head -1`) ends the writing quietly; every other
/// failure, such as a full disk behind `>`, is the environment's.
public final class Output {
  private final OutputStream stream;
  private final boolean isTerminal;
  private final boolean hasColor;
  private boolean isGone;

  Output(OutputStream stream, boolean isTerminal, boolean hasColor) {
    this.stream = new BufferedOutputStream(stream, 1 << 16);
    this.isTerminal = isTerminal;
    this.hasColor = hasColor;
  }

  public boolean isTerminal() {
    return isTerminal;
  }

  public boolean hasColor() {
    return hasColor;
  }

  /// Returns a text as this stream shows what matters most.
  public String bold(String text) {
    return hasColor ? Ansi.BOLD.paint(text) : text;
  }

  public void line(String text) {
    text(text);
    text("\n");
  }

  public void text(String text) {
    attempt(() -> stream.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  public void flush() {
    attempt(stream::flush);
  }

  private void attempt(Writing writing) {
    if (isGone) {
      return;
    }
    try {
      writing.run();
    } catch (IOException e) {
      isGone = true;
      var why = String.valueOf(e.getMessage());
      if (!why.contains("Broken pipe")) {
        throw EnvironmentException.of(
            CliCode.OUTPUT_FAILED, "The result could not be written: %s.".formatted(why));
      }
    }
  }

  @FunctionalInterface
  private interface Writing {
    void run() throws IOException;
  }
}
