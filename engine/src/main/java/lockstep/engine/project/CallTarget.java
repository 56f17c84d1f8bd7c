package lockstep.engine.project;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lockstep.emit.sqlalchemy.Choices;

/// A target as a call describes it, without settings.
public sealed interface CallTarget {
  record Valid(Target target) implements CallTarget {}

  /// Both are sentences.
  record Invalid(String fact, String advice) implements CallTarget {}

  /// @param out absolute
  /// @param layout one of [TargetWords#LAYOUTS]
  /// @param naming one of [TargetWords#NAMINGS]
  static CallTarget sqlAlchemy(
      Path out, Optional<String> packageName, String layout, String naming) {
    return switch (PythonPackage.of(out, packageName)) {
      case PythonPackage.Made.Valid(var at) ->
          new Valid(
              Target.SqlAlchemy.of(
                  at,
                  Choices.named(
                      Optional.of(layout), Optional.of(naming), Optional.empty(), List.of())));
      case PythonPackage.Made.Invalid(var fact, var advice) -> new Invalid(fact, advice);
    };
  }
}
