package lockstep.psl;

import java.util.List;
import lockstep.psl.formatting.FileFormatter;
import lockstep.psl.syntax.PslParser;
import lockstep.text.SourceText;

/// Formats Prisma schema files as Prisma does.
public final class PslFormatter {
  private PslFormatter() {}

  /// Returns each file of a schema formatted, under its name and in the same order. Any text can be
  /// formatted; a line that is no part of the language stays as it is.
  public static List<SourceText> format(List<SourceText> files) {
    return files.stream().map(PslFormatter::format).toList();
  }

  /// Returns a schema that is one file, formatted.
  public static SourceText format(SourceText file) {
    return SourceText.of(file.name(), FileFormatter.format(PslParser.parse(file)));
  }
}
