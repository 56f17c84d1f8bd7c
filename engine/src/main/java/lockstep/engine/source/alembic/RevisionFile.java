package lockstep.engine.source.alembic;

import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import lockstep.engine.python.PythonStatement;
import lockstep.engine.python.PythonString;
import lockstep.migration.Revision;
import lockstep.text.SourceText;

/// Reads what a revision file declares at its top: `revision`, `down_revision` and the like, which
/// are literals in all of 886 files of six projects (Alembic 1.20).
final class RevisionFile {
  private static final Pattern ASSIGNMENT =
      Pattern.compile(
          "(revision|down_revision|branch_labels|depends_on)\\s*(?::[^=]*)?=(?!=)(.*)",
          Pattern.DOTALL);
  private static final Pattern ELEMENT =
      Pattern.compile(
          "[rRuU]?(?:'(?:[^'\\\\\\n]|\\\\.)*'|\"(?:[^\"\\\\\\n]|\\\\.)*\")|[^\\s'\"]+?",
          Pattern.DOTALL);
  private static final Pattern CREATED =
      Pattern.compile("(?m)^\\s*Create Date:\\s*(\\d{4}-\\d\\d-\\d\\d)[ T](\\d\\d:\\d\\d:\\d\\d)");

  private RevisionFile() {}

  /// Returns the revision; empty where the file declares none.
  ///
  /// @throws Unreadable where it declares one by more than literals
  static Optional<Revision> read(SourceText file) {
    var statements = PythonStatement.split(file.content());
    var assigned = new HashMap<String, List<String>>();
    for (var it : statements) {
      var assignment = ASSIGNMENT.matcher(it.text());
      if (it.indent() == 0 && assignment.matches()) {
        assigned.put(assignment.group(1), strings(assignment.group(1), assignment.group(2)));
      }
    }
    var id = of(assigned, "revision");
    if (id.isEmpty()) {
      return Optional.empty();
    }
    var description = statements.getFirst().string().orElse("");
    return Optional.of(
        new Revision(
            id.getFirst(),
            of(assigned, "down_revision"),
            of(assigned, "depends_on"),
            of(assigned, "branch_labels"),
            description.lines().findFirst().orElse("").strip(),
            created(description),
            file));
  }

  /// What is assigned is more than a literal.
  static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unreadable(String name) {
      super(name);
    }
  }

  private static List<String> of(Map<String, List<String>> assigned, String name) {
    return assigned.getOrDefault(name, List.of());
  }

  /// Returns the strings of a literal: of `None` none, of a tuple or list each.
  private static List<String> strings(String name, String source) {
    var all = new ArrayList<String>();
    var withoutComments = source.replaceAll("(?m)#.*$", "");
    var elements = ELEMENT.matcher(withoutComments);
    while (elements.find()) {
      var element = elements.group();
      PythonString.read(element).ifPresent(all::add);
    }
    var rest =
        ELEMENT.matcher(withoutComments).replaceAll(it -> quoted(it.group()) ? "" : it.group());
    if (!rest.replaceAll("[\\s(),\\[\\]{}]", "").matches("|None|Set|tuple|set")) {
      throw new Unreadable(name);
    }
    return all;
  }

  private static boolean quoted(String element) {
    return PythonString.read(element).isPresent();
  }

  private static Optional<LocalDateTime> created(String description) {
    var created = CREATED.matcher(description);
    try {
      return created.find()
          ? Optional.of(LocalDateTime.parse(created.group(1) + "T" + created.group(2)))
          : Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
