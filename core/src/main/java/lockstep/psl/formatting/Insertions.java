package lockstep.psl.formatting;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import lockstep.psl.syntax.SyntaxFile;
import lockstep.text.Order;
import lockstep.text.SourceText;

/// Texts to be put into the files of a schema.
final class Insertions {
  private final Map<SyntaxFile, List<Insertion>> byFile = new IdentityHashMap<>();

  private record Insertion(int offset, String text) {}

  /// Adds a text; of several at one place the one added first comes first.
  void add(SyntaxFile file, int offset, String text) {
    byFile.computeIfAbsent(file, _ -> new ArrayList<>()).add(new Insertion(offset, text));
  }

  /// Returns whether nothing is put into a file.
  boolean isEmpty(SyntaxFile file) {
    return !byFile.containsKey(file);
  }

  SourceText apply(SyntaxFile file) {
    var content = file.source().content();
    var out = new StringBuilder();
    var from = 0;
    var insertions = new ArrayList<>(byFile.getOrDefault(file, List.of()));
    insertions.sort(Order.by(Insertion::offset));
    for (var insertion : insertions) {
      out.append(content, from, insertion.offset()).append(insertion.text());
      from = insertion.offset();
    }
    out.append(content, from, content.length());
    return SourceText.of(file.source().name(), out.toString());
  }
}
