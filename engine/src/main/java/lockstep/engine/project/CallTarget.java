package lockstep.engine.project;

import java.nio.file.Path;
import java.util.Optional;

/// A target as a call describes it, without settings.
public sealed interface CallTarget {
  record Valid(Target target) implements CallTarget {}

  /// Both are sentences.
  record Invalid(String fact, String advice) implements CallTarget {}

  /// @param out absolute
  /// @param layout a word of [Target.Layout]
  /// @param naming a word of [Target.Naming]
  static CallTarget sqlAlchemy(
      Path out, Optional<String> packageName, String layout, String naming) {
    return switch (PythonPackage.of(out, packageName)) {
      case PythonPackage.Made.Valid(var at) ->
          new Valid(
              Target.SqlAlchemy.of(at)
                  .with(
                      Target.Layout.of(Optional.of(layout)),
                      Target.Naming.of(Optional.of(naming))));
      case PythonPackage.Made.Invalid(var fact, var advice) -> new Invalid(fact, advice);
    };
  }
}
