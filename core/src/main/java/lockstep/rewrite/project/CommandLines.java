package lockstep.rewrite.project;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import lockstep.rewrite.project.EditedText.Left;

/// A file with lines of commands: of a shell, a workflow, a container, a hook.
///
/// A command that makes the Python client or fetches its engine goes, alone on its line or in a
/// chain of `&&`. Where that would leave nothing behind that has to be there, and where it is not
/// certain whose command it is, the line stays and is named.
public final class CommandLines {
  private static final String RUNNER =
      "(?:(?:python[\\d.]*|py) -m |(?:uv|poetry|pipenv|pdm|hatch) run )*";

  /// Run in the environment of Python, whose package `prisma` has it.
  private static final Pattern OF_PACKAGE =
      Pattern.compile(
          "\\b(?:poetry|uv|pdm|pipenv|hatch|rye)\\s+run\\b|\\bpython\\S*\\s+-m\\s+prisma\\b");

  private static final Pattern GENERATE =
      Pattern.compile(RUNNER + "(npx |pnpm |yarn |bunx )?prisma generate\\b(.*)");
  private static final Pattern FETCH = Pattern.compile(RUNNER + "prisma py\\b.*");
  private static final Pattern NAMED = Pattern.compile("--generator[ =](\\S+)");

  /// What comes before a command: nothing, a list's dash, a key, an instruction of a container.
  private static final Pattern LINE =
      Pattern.compile(
          "^(\\s*(?:-\\s+)?(?:[\\w.-]+\\s*[:=]\\s+)?(?:RUN\\s+)?(?:&&\\s+)?[\"']?@?)(.*?)"
              + "((?:\\s*&&)?[\"']?\\s*\\\\?\\s*)$");

  private static final Pattern OTHER_COMMAND =
      Pattern.compile(
          "(?<![\\w/@.-])(?<!(?:npx|pnpm|yarn|bunx|exec|dlx) )prisma\\s+"
              + "(migrate deploy|db push|db pull|format|validate|(?:migrate|db|generate)\\b)");

  /// What does the same without Node.js.
  private static final Map<String, String> INSTEAD =
      Map.of(
          "migrate deploy", "lockstep migrate apply",
          "db push", "lockstep push",
          "db pull", "lockstep pull",
          "format", "lockstep format",
          "validate", "lockstep validate");

  /// A step of a workflow that is one command, alone on its line.
  private static final Pattern STEP = Pattern.compile("^\\s*- run:\\s+$");

  private static final Pattern VARIABLE = Pattern.compile("\\bPRISMA_[A-Z_]+\\b");
  private static final Pattern NODE =
      Pattern.compile(
          "setup-node|nodesource|nodeenv|node-version|NODE_VERSION"
              + "|(?:apt-get|apt|apk|yum|dnf)\\b.*\\bnodejs\\b|^\\s*FROM\\s+node\\b"
              + "|COPY --from=node");

  private final Kind kind;
  private final Generators generators;
  private final List<String> lines;
  private final List<Left> left = new ArrayList<>();

  /// What a file is for.
  public enum Kind {
    /// Its commands build, test or run the service.
    BUILD,
    /// Its commands run before a commit.
    HOOK
  }

  /// The generators of the schema.
  ///
  /// @param python those that make the Python client
  /// @param others all others
  public record Generators(List<String> python, List<String> others) {
    public Generators {
      python = List.copyOf(python);
      others = List.copyOf(others);
    }

    /// Returns them as they were before the switch: what a text names and the schema does not have
    /// was the Python client's.
    public Generators before(String text) {
      var named =
          NAMED.matcher(text).results().map(it -> it.group(1)).filter(it -> !others.contains(it));
      return new Generators(named.distinct().toList(), others);
    }
  }

  private CommandLines(String text, Kind kind, Generators generators) {
    this.kind = kind;
    this.generators = generators;
    this.lines = new ArrayList<>(Arrays.asList(text.split("(?<=\n)", -1)));
  }

  /// @param instead what a hook runs in the place of what made the client
  public static EditedText edit(String text, Kind kind, Generators generators, String instead) {
    return new CommandLines(text, kind, generators).edited(text, instead);
  }

  /// Returns whether nothing is left of a script but its frame.
  public static boolean isEmptyScript(String content) {
    return content
        .lines()
        .map(String::strip)
        .allMatch(it -> it.isEmpty() || it.matches("#.*|set\\s.*|cd\\s.*|echo\\s.*|exit( 0)?"));
  }

  private enum Whose {
    OURS,
    FETCHES,
    UNCLEAR,
    OTHERS
  }

  private Whose whose(String command) {
    var bare = command.strip();
    if (FETCH.matcher(bare).matches()) {
      return Whose.FETCHES;
    }
    var generate = GENERATE.matcher(bare);
    if (!generate.matches()) {
      return Whose.OTHERS;
    }
    var named = NAMED.matcher(generate.group(2));
    if (named.find()) {
      return generators.python().contains(named.group(1)) ? Whose.OURS : Whose.OTHERS;
    }
    if (generators.others().isEmpty()) {
      return Whose.OURS;
    }
    return generate.group(1) == null ? Whose.UNCLEAR : Whose.OTHERS;
  }

  private EditedText edited(String text, String instead) {
    var out = new ArrayList<String>();
    for (var i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      out.add(isComment(line) ? line : edited(i, line, instead).orElse(line));
    }
    joinContinued(out);
    var content = String.join("", out);
    var isConcerned = !content.equals(text) || !left.isEmpty();
    for (var i = 0; i < lines.size(); i++) {
      remember(i, out.get(i), isConcerned);
    }
    return new EditedText(content, left);
  }

  private static boolean isComment(String line) {
    return line.strip().startsWith("#");
  }

  private Optional<String> edited(int index, String line, String instead) {
    var lineEnd = line.endsWith("\r\n") ? "\r\n" : line.endsWith("\n") ? "\n" : "";
    var parts = LINE.matcher(line.substring(0, line.length() - lineEnd.length()));
    if (!parts.matches()) {
      return Optional.empty();
    }
    var kept = new ArrayList<String>();
    var isChanged = false;
    for (var command : parts.group(2).split("\\s+&&\\s+")) {
      switch (whose(command)) {
        case OURS -> {
          isChanged = true;
          if (kind == Kind.HOOK) {
            kept.add(instead);
          }
        }
        case FETCHES -> isChanged = true;
        case UNCLEAR -> {
          left.add(
              new Left(
                  index + 1,
                  OF_PACKAGE.matcher(command).find()
                      ? "The package that has this command goes: other clients are made by"
                          + " `npx prisma generate --generator NAME`."
                      : "It may make other clients of the schema too: `--generator` says which."));
          kept.add(command);
        }
        case OTHERS -> kept.add(command);
      }
    }
    if (!isChanged) {
      return Optional.empty();
    }
    if (!kept.isEmpty()) {
      return Optional.of(parts.group(1) + String.join(" && ", kept) + parts.group(3) + lineEnd);
    }
    if (mayGo(index, parts.group(1), parts.group(3))) {
      return Optional.of("");
    }
    left.add(new Left(index + 1, "It makes the client, and something else has to stand here."));
    return Optional.empty();
  }

  /// Returns whether a line may go as a whole: one of several commands of a script or of a block.
  private boolean mayGo(int index, String before, String after) {
    if (STEP.matcher(before).matches()) {
      return isWholeItem(index, before.indexOf('-')) && hasItems(index, before.indexOf('-'));
    }
    if (before.strip().equals("&&") || before.strip().equals("RUN") && !after.contains("\\")) {
      return true;
    }
    if (!before.isBlank() || after.contains("&&") || after.contains("\\")) {
      return before.strip().equals("-") && hasSibling(index, before.indexOf('-'));
    }
    return before.isEmpty() || hasSibling(index, before.length());
  }

  /// Returns whether an item of a list ends with its first line.
  private boolean isWholeItem(int index, int indentation) {
    for (var i = index + 1; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        return indentation(lines.get(i)) <= indentation;
      }
    }
    return true;
  }

  /// Returns whether the list has an item before, so that it is not left empty.
  private boolean hasItems(int index, int indentation) {
    for (var i = index - 1; i >= 0; i--) {
      var line = lines.get(i);
      if (!line.isBlank() && indentation(line) <= indentation) {
        return indentation(line) == indentation && line.strip().startsWith("- ");
      }
    }
    return false;
  }

  private static int indentation(String line) {
    return line.length() - line.stripLeading().length();
  }

  /// Returns whether another command stands in the same block, at the same indentation.
  private boolean hasSibling(int index, int indentation) {
    return hasSibling(index, indentation, -1) || hasSibling(index, indentation, 1);
  }

  private boolean hasSibling(int index, int indentation, int step) {
    for (var i = index + step; i >= 0 && i < lines.size(); i += step) {
      var line = lines.get(i);
      var own = indentation(line);
      if (!line.isBlank() && own < indentation) {
        return false;
      }
      if (own == indentation && !line.isBlank() && isOfOthers(line)) {
        return true;
      }
    }
    return false;
  }

  private boolean isOfOthers(String line) {
    return !isComment(line)
        && Arrays.stream(line.strip().replaceFirst("^- ", "").split("\\s+&&\\s+"))
            .anyMatch(it -> whose(it) == Whose.OTHERS);
  }

  /// Where the last line of a continued command has gone, the one before it is the last.
  private static void joinContinued(List<String> out) {
    for (var i = 0; i < out.size(); i++) {
      var next = i + 1;
      while (next < out.size() && out.get(next).isEmpty()) {
        next++;
      }
      var line = out.get(i);
      var isLast = next >= out.size() || !out.get(next).strip().startsWith("&&");
      if (next > i + 1 && isLast && line.stripTrailing().endsWith("\\")) {
        var lineEnd = line.endsWith("\r\n") ? "\r\n" : "\n";
        out.set(i, line.stripTrailing().replaceFirst("\\s*\\\\$", "") + lineEnd);
      }
    }
  }

  private void remember(int index, String line, boolean isConcerned) {
    if (line.isEmpty() || isComment(line) || left.stream().anyMatch(it -> it.line() == index + 1)) {
      return;
    }
    var other = OTHER_COMMAND.matcher(line);
    if (other.find()) {
      left.add(
          new Left(
              index + 1,
              "The Python package brought this command line; without it, Node.js has to, or `%s`."
                  .formatted(INSTEAD.getOrDefault(other.group(1), "lockstep"))));
    } else if (VARIABLE.matcher(line).find()) {
      left.add(new Left(index + 1, "Only the client reads this variable."));
    } else if (isConcerned && NODE.matcher(line).find()) {
      left.add(new Left(index + 1, "Node.js may be here for the client alone."));
    }
  }
}
