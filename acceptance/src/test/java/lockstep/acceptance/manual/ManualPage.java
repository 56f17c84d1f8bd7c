package lockstep.acceptance.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What a page of the manual does, step by step.
///
/// @param name the page's file name
/// @param sample the sample that it is about: the one whose README it is, or that a comment `<!--
///   sample: NAME -->` names
record ManualPage(String name, String sample, List<Step> steps) {
  private static final String USUAL_SAMPLE = "file-cleanup/after";
  private static final Pattern STEP =
      Pattern.compile(
          "^```sh\\n(.*?)^```$|^<!-- (edit|sql): (.*?) -->$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern SAMPLE =
      Pattern.compile("^<!-- sample: (\\S+) -->$|^samples/(.*)/README.md$", Pattern.MULTILINE);
  private static final Pattern EXIT = Pattern.compile(" +# exits with (\\d+)$");
  private static final Pattern EDIT = Pattern.compile("(\\S+): \"(.*)\" -> \"(.*)\"");

  /// One thing that the reader does, or that happens meanwhile and only a comment says.
  sealed interface Step {
    /// A line of a code block in the language `sh`.
    record Run(String command, int exit) implements Step {}

    /// A text that is replaced in a file of the project.
    record Edit(String file, String from, String to) implements Step {}

    /// A statement that somebody executes in the project's database.
    record Sql(String statement) implements Step {}
  }

  static ManualPage of(String name, String text) {
    var steps = new ArrayList<Step>();
    var found = STEP.matcher(text);
    while (found.find()) {
      if (found.group(1) != null) {
        found.group(1).lines().filter(it -> !it.isBlank()).map(ManualPage::run).forEach(steps::add);
      } else {
        steps.add(
            found.group(2).equals("sql") ? new Step.Sql(found.group(3)) : edit(found.group(3)));
      }
    }
    return new ManualPage(name, sample(name, text), List.copyOf(steps));
  }

  private static String sample(String name, String text) {
    var found = SAMPLE.matcher(name + "\n" + text);
    if (!found.find()) {
      return USUAL_SAMPLE;
    }
    return found.group(1) != null ? found.group(1) : found.group(2);
  }

  private static Step run(String line) {
    var exit = EXIT.matcher(line);
    return exit.find()
        ? new Step.Run(line.substring(0, exit.start()), Integer.parseInt(exit.group(1)))
        : new Step.Run(line, 0);
  }

  private static Step edit(String text) {
    var parts = EDIT.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("not an edit: " + text);
    }
    return new Step.Edit(
        parts.group(1), parts.group(2).replace("\\n", "\n"), parts.group(3).replace("\\n", "\n"));
  }
}
