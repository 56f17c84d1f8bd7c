package lockstep.psl.formatting;

import java.util.List;
import lockstep.psl.syntax.BlankLines;
import lockstep.psl.syntax.BlockItem;
import lockstep.psl.syntax.CommentBlock;
import lockstep.psl.syntax.ConfigBlock;
import lockstep.psl.syntax.EnumDeclaration;
import lockstep.psl.syntax.InvalidLine;
import lockstep.psl.syntax.ModelDeclaration;
import lockstep.psl.syntax.Name;
import lockstep.psl.syntax.SyntaxFile;
import lockstep.psl.syntax.TopLevel;
import lockstep.psl.syntax.TypeAlias;
import lockstep.psl.syntax.UnknownBlock;
import lockstep.text.SourceText;

/// Lays one file out anew, with nothing added to it.
public final class FileFormatter {
  private final SourceText source;
  private final CommentText comments;
  private final Output out = new Output();

  private FileFormatter(SourceText source) {
    this.source = source;
    this.comments = new CommentText(source);
  }

  /// Returns the formatted text, which ends with a line break.
  public static String format(SyntaxFile file) {
    return new FileFormatter(file.source()).file(file.items());
  }

  private String file(List<TopLevel> items) {
    for (var i = 0; i < items.size(); i++) {
      var isMargin = i == 0 || i == items.size() - 1;
      if (!(isMargin && items.get(i) instanceof BlankLines)) {
        item(items.get(i));
      }
    }
    if (out.isEmpty() || !out.atLineStart()) {
      out.endLine();
    }
    return out.toString();
  }

  private void item(TopLevel item) {
    switch (item) {
      case ModelDeclaration it -> block(it.kind().keyword(), it.name(), it.items());
      case EnumDeclaration it -> block("enum", it.name(), it.items());
      case ConfigBlock it -> block(it.kind().keyword(), it.name(), it.items());
      case CommentBlock it -> {
        var table = new Table();
        comments.write(it, table);
        table.flush(out);
      }
      case BlankLines _ -> out.endLine();
      case TypeAlias _, UnknownBlock _, InvalidLine _ -> out.write(source.text(item.span()));
    }
  }

  private void block(String keyword, Name name, List<? extends BlockItem> items) {
    out.write(keyword + " " + name.text() + " {" + commentAfterBrace(name));
    out.endLine();
    out.indent();
    new BlockFormatter(source, out).format(items);
    out.unindent();
    out.write("}");
    out.endLine();
  }

  /// Whatever else than a whole comment stands behind the brace has no meaning and is dropped.
  private String commentAfterBrace(Name name) {
    var line = restOfLine(name.span().end());
    for (var i = line.indexOf('{'); i < line.length(); i++) {
      var isComment =
          line.startsWith("//", i) || line.startsWith("/*", i) && line.indexOf("*/", i + 2) > 0;
      if (isComment) {
        return " " + UnicodeSpace.trim(line.substring(i));
      }
    }
    return "";
  }

  private String restOfLine(int start) {
    var text = source.content();
    var end = start;
    while (text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return text.substring(start, end);
  }
}
