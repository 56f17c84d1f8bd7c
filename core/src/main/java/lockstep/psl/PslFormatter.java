package lockstep.psl;

import java.util.List;
import lockstep.psl.formatting.Completion;
import lockstep.psl.formatting.FileFormatter;
import lockstep.psl.syntax.PslParser;
import lockstep.text.SourceText;

/// Formats Prisma schema files as Prisma does, which also adds what relations lack: the field at
/// the other end, the scalar fields of the reference, `@relation` and its arguments.
public final class PslFormatter {
  private PslFormatter() {}

  /// Returns each file of a schema formatted, under its name and in the same order. Any text can be
  /// formatted; a line that is no part of the language stays as it is.
  public static List<SourceText> format(List<SourceText> files) {
    var parsed = files.stream().map(PslParser::parse).toList();
    return Completion.complete(parsed).stream()
        .map(it -> SourceText.of(it.source().name(), FileFormatter.format(it)))
        .toList();
  }

  /// Returns a schema that is one file, formatted.
  public static SourceText format(SourceText file) {
    return format(List.of(file)).getFirst();
  }
}
