package lockstep.engine.python;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import lockstep.text.Sha256;

/// The name of the environment that belongs to some requirements.
final class RequirementsKey {
  /// Raised when environments are made in another way.
  private static final String FORMAT = "1";

  private static final int DIGITS = 20;

  /// A line that names something on this machine: `-e .`, `../lib`, `lib @ file:…`, `libs/shared`,
  /// `--find-links wheels`.
  private static final Pattern LOCAL =
      Pattern.compile(
          "(?m)^\\s*(?:-e\\b|--editable\\b|-f\\b|--find-links\\b|[./~]|[\\w.-]+/|[^#\\n]*\\bfile:"
              + "|[\\w./-]+\\.(?:whl|zip|tar\\.gz)\\b)");

  private RequirementsKey() {}

  /// Requirements that lead to code beside them are another environment in another folder: the same
  /// words mean other code there.
  ///
  /// @param folder what paths in the texts are relative to
  static String of(List<String> texts, Path folder) {
    var parts = new ArrayList<>(List.of(FORMAT));
    parts.addAll(texts);
    if (texts.stream().anyMatch(it -> LOCAL.matcher(it).find())) {
      parts.add(folder.toString());
    }
    return Sha256.of(String.join("\0", parts)).substring(0, DIGITS);
  }
}
