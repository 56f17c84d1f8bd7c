package lockstep.engine.python;

import static java.util.stream.Collectors.joining;

import java.util.List;

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

  /// Returns how one installs a package into it.
  public String installCommand(String requirement) {
    return switch (way) {
      case UV -> "uv add " + requirement;
      case POETRY -> "poetry add " + requirement;
      case MANAGED -> "a line `" + requirement + "` in the requirements file";
      case OPTION, CONFIGURATION, VIRTUAL_ENV, DOT_VENV, CONDA, PATH ->
          String.join(" ", command) + " -m pip install " + requirement;
    };
  }
}
