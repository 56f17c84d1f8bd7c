package lockstep.engine.python;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.util.List;
import lockstep.engine.ShellWord;

/// A Python interpreter, and how it was found.
///
/// @param command the words that start it, as in `/srv/app/.venv/bin/python` or `uv run python`
/// @param tried everything that was looked at before it, in order
public record Interpreter(List<String> command, Way way, List<Attempt> tried) {
  public Interpreter {
    command = List.copyOf(command);
    tried = List.copyOf(tried);
  }

  /// The ways to an interpreter, in the order in which they are tried.
  public enum Way {
    OPTION("--python"),
    CONFIGURATION("the configuration"),
    VIRTUAL_ENV("VIRTUAL_ENV"),
    DOT_VENV(".venv"),
    UV("uv"),
    POETRY("poetry"),
    CONDA("conda"),
    MANAGED("the requirements file"),
    PATH("PATH");

    private final String word;

    Way(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /// One look for an interpreter that found none.
  ///
  /// @param outcome what was so, as in `is not set`
  /// @param isUnexpected whether the project seems to mean this way, so that it has to be said that
  ///   another was taken
  public record Attempt(Way way, String outcome, boolean isUnexpected) {
    @Override
    public String toString() {
      return way.word() + " " + outcome;
    }
  }

  /// Returns the command and how it was found, as in "`/srv/app/.venv/bin/python` (from .venv)".
  public String described() {
    var passedOver =
        tried.stream().filter(Attempt::isUnexpected).map(it -> "; " + it).collect(joining());
    return "`%s` (from %s%s)".formatted(String.join(" ", command), way.word(), passedOver);
  }

  /// Returns what brings a package into it, as advice that has no end yet: a command, or an edit
  /// where the environment is made anew from a file.
  ///
  /// @param requirement as pip reads it, as in `sqlalchemy>=2`
  public String installing(String requirement) {
    var word = ShellWord.of(requirement);
    return switch (way) {
      case UV -> "Run `uv add %s`".formatted(word);
      case POETRY -> "Run `poetry add %s`".formatted(word);
      case MANAGED ->
          "Add a line `%s` to the requirements that this environment is made from"
              .formatted(requirement);
      case OPTION, CONFIGURATION, VIRTUAL_ENV, DOT_VENV, CONDA, PATH ->
          "Run `%s -m pip install %s`".formatted(words(), word);
    };
  }

  /// Returns what brings all of a file into it.
  public String installingAll(Path requirements) {
    var file = ShellWord.of(requirements.toString());
    return way == Way.UV
        ? "Run `uv add -r %s`".formatted(file)
        : "Run `%s -m pip install -r %s`".formatted(words(), file);
  }

  /// Returns the command as a shell reads it.
  private String words() {
    return command.stream().map(ShellWord::of).collect(joining(" "));
  }
}
