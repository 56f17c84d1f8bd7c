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

  /// @param subject a word, as in `ddl`; names the report and the floor
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

  /// Prints the standing, writes the red list, and holds the count against the floor.
  ///
  /// The floor is the number in `standing.properties`. A subject that stands higher asks for the
  /// number to be raised; one that stands lower fails.
  public void close() {
    var total = green + red.size();
    var summary = "%s %d of %d".formatted(subject, green, total);
    System.out.println("standing: " + summary);
    notes.forEach(it -> System.out.println("standing:   " + it));
    write(summary);
    var floor = floor();
    if (green > floor) {
      System.out.printf("standing:   The floor can be raised: %s=%d%n", subject, green);
    }
    assertThat(green)
        .as(
            "%s: fewer cases agree than the floor of standing.properties; red: %s",
            subject, report())
        .isGreaterThanOrEqualTo(floor);
  }

  private int floor() {
    var floors = new Properties();
    try (var in = Files.newBufferedReader(Checkout.acceptance("standing.properties"))) {
      floors.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Integer.parseInt(floors.getProperty(subject, "0").strip());
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
