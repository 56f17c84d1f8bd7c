package lockstep.psl.printer;

import java.util.Optional;
import lockstep.schema.QualifiedName;
import lockstep.text.TextWriter;

/// Writes blocks, line by line, to be laid out by the formatter.
final class Blocks {
  private final TextWriter out = new TextWriter("  ");
  private final NamespaceChoice namespaces;
  private boolean isFirst = true;

  Blocks(NamespaceChoice namespaces) {
    this.namespaces = namespaces;
  }

  /// Says whether models and enums name the schema that they stand in.
  enum NamespaceChoice {
    UNNAMED,
    NAMED
  }

  TextWriter.Block open(String keyword, String name) {
    return open(keyword, name, Optional.empty());
  }

  TextWriter.Block open(String keyword, String name, Optional<String> documentation) {
    if (!isFirst) {
      out.blankLine();
    }
    isFirst = false;
    documentation(documentation);
    var block = out.block(keyword + " " + name + " {");
    return () -> {
      block.close();
      out.line("}");
    };
  }

  void line(String text) {
    out.line(text);
  }

  void documentation(Optional<String> documentation) {
    for (var line : documentation.map(it -> it.split("\\R", -1)).orElse(new String[0])) {
      out.line(line.isBlank() ? "///" : "/// " + line);
    }
  }

  /// Writes where a block's object stands and what it is called there.
  void placed(String name, QualifiedName object) {
    if (!name.equals(object.name().text())) {
      out.line("@@map(" + PslText.quoted(object.name().text()) + ")");
    }
    switch (namespaces) {
      case UNNAMED -> {}
      case NAMED -> out.line("@@schema(" + PslText.quoted(object.namespace().text()) + ")");
    }
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
