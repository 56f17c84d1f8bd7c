package lockstep.acceptance.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import lockstep.acceptance.oracle.Checkout;

/// The cases of one subject that agree with the judge, and for the others what differs first.
public final class Standing {
  private final String subject;
  private final List<String> red = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private int green;

  private Standing(String subject) {
    this.subject = subject;
  }

  /// @param subject a word, as in `ddl`; names the report and the line of `standing.properties`
  public static Standing of(String subject) {
    return new Standing(subject);
  }

  /// Counts one case.
  ///
  /// @param difference empty when the case agrees
  public void count(String name, Optional<String> difference) {
    difference.ifPresentOrElse(
        it -> red.add(name + "\n" + it.stripTrailing().indent(4)), () -> green++);
  }

  /// Adds a line to the report that is not a case.
  public void note(String line) {
    notes.add(line);
  }

  /// Prints the standing, writes the red list, and fails where more cases differ than may, or where
  /// there was no case at all.
  ///
  /// How many may is a line of `standing.properties`, as in `ddl-rules=2 may differ`; without a
  /// line none may. A subject that stands better asks for the number to be lowered.
  public void close() {
    var total = green + red.size();
    var summary = "%s %d of %d".formatted(subject, green, total);
    System.out.println("standing: " + summary);
    notes.forEach(it -> System.out.println("standing:   " + it));
    write(summary);
    var most = mayDiffer();
    if (red.size() < most) {
      System.out.printf("standing:   Fewer may differ: %s=%d may differ%n", subject, red.size());
    }
    assertThat(total).as("%s: cases", subject).isPositive();
    assertThat(red.size())
        .as("%s: more cases differ than standing.properties allows, see %s", subject, report())
        .isLessThanOrEqualTo(most);
  }

  private int mayDiffer() {
    var lines = new Properties();
    try (var in = Files.newBufferedReader(Checkout.acceptance("standing.properties"))) {
      lines.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Integer.parseInt(lines.getProperty(subject, "0 may differ").replace(" may differ", ""));
  }

  private void write(String summary) {
    try {
      Files.createDirectories(report().getParent());
      var lines = new ArrayList<String>();
      lines.add(summary);
      lines.addAll(notes);
      lines.add("");
      lines.addAll(red);
      Files.write(report(), lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path report() {
    return Checkout.acceptance("target/standing").resolve(subject + ".txt");
  }
}
