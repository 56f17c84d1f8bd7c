package lockstep.engine.source.alembic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import lockstep.engine.project.AlembicProject;
import lockstep.engine.project.Exclusion;

/// What `env.py` says in literals, read without Python (Alembic 1.20). It is a program, so that
/// much of it cannot be known.
public final class EnvironmentScript {
  private static final String USUAL_TABLE = "alembic_version";

  private static final String ARGUMENT = "include_object=include_object";
  private static final String FILTER =
      """
      def include_object(obj, name, type_, reflected, compare_to):
          \"""The history of Prisma is not Alembic's: without this, autogenerate would drop it.\"""
          return not (type_ == "table" and name == "%s")


      """;

  /// The file beside this one that says in Prisma's table what Alembic does.
  public static final String RECORDER = "prisma_history.py";

  /// What has it called.
  public static final String RECORDING_EDIT = "on_version_apply=on_version_apply";

  private static final String RECORDING =
      """
      def on_version_apply(**step):
          \"""Says in Prisma's table what Alembic does: both tools deploy.\"""
          import pathlib
          import runpy

          history = pathlib.Path(__file__).with_name("%s")
          runpy.run_path(str(history))["record"](**step)


      """
          .formatted(RECORDER);

  /// A string or a comment; of two quotes the first decides.
  private static final Pattern NO_CODE =
      Pattern.compile(
          "(?s:\"\"\".*?\"\"\"|'''.*?''')|#[^\\n]*"
              + "|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])*'");

  private static final Pattern DROPS =
      Pattern.compile("\\btarget_metadata\\s*=(?!\\s*(?:None|target_metadata)\\b)");
  private static final Pattern FILTERS = Pattern.compile("\\binclude_(?:object|name)\\b");
  private static final Pattern CALL = Pattern.compile("\\bcontext\\.configure\\(");
  private static final Pattern FUNCTION = Pattern.compile("(?m)^(?:async +def|def|class|@)\\b");

  /// All of it; empty where it cannot be read.
  private final String text;

  /// The text without comments, each character where it was.
  private final String code;

  private EnvironmentScript(String text) {
    this.text = text;
    code = NO_CODE.matcher(text).replaceAll(it -> isPlain(it.group()) ? "$0" : blank(it.group()));
  }

  /// @param text all of it
  public static EnvironmentScript of(String text) {
    return new EnvironmentScript(text);
  }

  /// Reads the script of a project; one that cannot be read says nothing.
  public static EnvironmentScript read(AlembicProject project) {
    try {
      return new EnvironmentScript(Files.readString(file(project)));
    } catch (IOException _) {
      return new EnvironmentScript("");
    }
  }

  /// Returns where the script of a project is.
  public static Path file(AlembicProject project) {
    return project.scripts().resolve("env.py");
  }

  /// Returns all of it; empty where there is nothing.
  public Optional<String> text() {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private static boolean isPlain(String token) {
    return !token.startsWith("#") && !token.startsWith("\"\"\"") && !token.startsWith("'''");
  }

  private static String blank(String token) {
    return token.replaceAll("[^\\n]", " ");
  }

  /// Returns whether this may be the table of versions, as far as can be known.
  boolean mayKeepVersionsIn(String namespace, String table) {
    return may("version_table", table)
        && may("version_table_schema", namespace)
        && (code.contains("version_table") || table.equals(USUAL_TABLE));
  }

  /// What is set to more than a literal may be anything.
  private boolean may(String name, String value) {
    return literal(name).map(value::equals).orElse(true);
  }

  /// Returns the table of versions, as other tools name it, as far as can be known.
  public String versionTable() {
    return "%s.%s"
        .formatted(
            literal("version_table_schema").orElse("public"),
            literal("version_table").orElse(USUAL_TABLE));
  }

  /// Returns whether Alembic is told to leave a table alone that is in the database and in no
  /// model. Where it knows no models, it compares nothing.
  public Exclusion exclusion(String table) {
    if (!DROPS.matcher(code).find()) {
      return Exclusion.THERE;
    }
    if (FILTERS.matcher(code).find()) {
      return code.contains(table) ? Exclusion.THERE : Exclusion.UNKNOWN;
    }
    var calls = calls();
    return calls.isEmpty() || calls.stream().anyMatch(it -> it.arguments().contains("**"))
        ? Exclusion.UNKNOWN
        : Exclusion.MISSING;
  }

  /// Returns what the script has to say.
  public static String edit(String table) {
    return "include_object=lambda obj, name, type_, *_: not (type_ == \"table\" and name == \"%s\")"
        .formatted(table);
  }

  /// Returns the script with a table left alone; empty where it is not certain how that is said
  /// there.
  public Optional<EnvironmentScript> with(String table) {
    return exclusion(table) == Exclusion.MISSING
        ? with(FILTER.formatted(table), ARGUMENT)
            .filter(it -> it.exclusion(table) == Exclusion.THERE)
        : Optional.empty();
  }

  /// Returns whether Alembic is told to say in Prisma's table what it does.
  public Exclusion recording() {
    if (code.contains(RECORDER)) {
      return Exclusion.THERE;
    }
    return code.contains("on_version_apply") || calls().isEmpty()
        ? Exclusion.UNKNOWN
        : Exclusion.MISSING;
  }

  /// Returns the script with that; empty where it is not certain how it is said there.
  public Optional<EnvironmentScript> withRecording() {
    return recording() == Exclusion.MISSING ? with(RECORDING, RECORDING_EDIT) : Optional.empty();
  }

  private Optional<EnvironmentScript> with(String added, String argument) {
    var calls = calls();
    var function = FUNCTION.matcher(code);
    if (!function.find()
        || calls.stream()
            .anyMatch(it -> it.start() < function.start() || !isIndented(it.start()))) {
      return Optional.empty();
    }
    var edited = new StringBuilder(text);
    calls.reversed().forEach(it -> edited.insert(it.end(), it.further(argument)));
    edited.insert(function.start(), added);
    return Optional.of(new EnvironmentScript(edited.toString()));
  }

  private boolean isIndented(int at) {
    return Character.isWhitespace(code.charAt(code.lastIndexOf('\n', at) + 1));
  }

  /// A call of `context.configure`.
  ///
  /// @param end behind its last argument, and behind the comma after that
  /// @param arguments up to there
  /// @param indent what the line begins with that the last argument stands in; empty where that is
  ///   the line of the call
  private record Call(int start, int end, String arguments, Optional<String> indent) {
    String further(String argument) {
      var before = arguments.isEmpty() || arguments.endsWith(",") ? "" : ",";
      var space = arguments.isEmpty() ? "" : " ";
      return before + indent.map(it -> "\n" + it + argument + ",").orElse(space + argument);
    }
  }

  /// Returns the calls whose end is found.
  private List<Call> calls() {
    var bare = NO_CODE.matcher(code).replaceAll(it -> blank(it.group()));
    return CALL.matcher(bare)
        .results()
        .flatMap(it -> call(bare, it.start(), it.end()).stream())
        .toList();
  }

  private static Optional<Call> call(String bare, int start, int open) {
    var depth = 1;
    for (var at = open; at < bare.length(); at++) {
      var c = bare.charAt(at);
      depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
      if (depth == 0) {
        var arguments = bare.substring(open, at).stripTrailing();
        var end = open + arguments.length();
        var line = bare.lastIndexOf('\n', end - 1) + 1;
        return Optional.of(
            new Call(
                start,
                end,
                arguments,
                line > open
                    ? Optional.of(bare.substring(line, end).replaceFirst("(?s)\\S.*", ""))
                    : Optional.empty()));
      }
    }
    return Optional.empty();
  }

  private Optional<String> literal(String name) {
    var set = Pattern.compile("\\b" + name + "\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')").matcher(code);
    return set.find()
        ? Optional.of(set.group(1) != null ? set.group(1) : set.group(2))
        : Optional.empty();
  }
}
