package lockstep.psl.merge;

import java.util.function.Predicate;
import lockstep.psl.syntax.BlankLines;
import lockstep.psl.syntax.ConfigBlock;
import lockstep.psl.syntax.SyntaxFile;
import lockstep.text.Span;

/// Takes generators out of a schema; everything else stays as its author wrote it.
public final class GeneratorRemoval {
  private GeneratorRemoval() {}

  /// Returns the text with the generators as those of another provider, of which they say nothing
  /// but the preview features.
  public static String renamed(SyntaxFile file, Predicate<ConfigBlock> unwanted, String provider) {
    var edits = new Edits(file.source());
    for (var item : file.items()) {
      if (item instanceof ConfigBlock it
          && it.kind() == ConfigBlock.Kind.GENERATOR
          && unwanted.test(it)) {
        for (var property : it.properties()) {
          switch (property.name().text()) {
            case "provider" ->
                property
                    .value()
                    .ifPresent(value -> edits.replace(value.span(), '"' + provider + '"'));
            case "previewFeatures" -> {}
            default -> edits.removeLines(property.span());
          }
        }
      }
    }
    return edits.isEmpty() ? file.source().content() : edits.apply();
  }

  /// Returns the text without the generators, the comments directly above them, and the empty lines
  /// below each.
  public static String without(SyntaxFile file, Predicate<ConfigBlock> unwanted) {
    var edits = new Edits(file.source());
    var items = file.items();
    for (var i = 0; i < items.size(); i++) {
      if (items.get(i) instanceof ConfigBlock it
          && it.kind() == ConfigBlock.Kind.GENERATOR
          && unwanted.test(it)) {
        var all = Lines.documented(items, i, it.span());
        var end =
            i + 1 < items.size() && items.get(i + 1) instanceof BlankLines blank
                ? blank.span().end()
                : edits.afterLine(all.end());
        edits.remove(new Span(edits.lineStart(all.start()), end));
      }
    }
    return edits.isEmpty() ? file.source().content() : edits.apply();
  }
}
