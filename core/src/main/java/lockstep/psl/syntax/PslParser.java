package lockstep.psl.syntax;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import lockstep.text.SourceText;

/// Reads a file. Total and linear: it returns for any text and never throws.
///
/// A block that is not closed is no block: its first line is invalid and what follows is read as if
/// it stood alone, as Prisma does.
public final class PslParser {
  private final Cursor cursor;
  private final LineParser lines;
  private final String text;
  private final int lastBrace;
  // Where lines inside of blocks began, by kind of block; see contents().
  private final BitSet visitedInModel = new BitSet();
  private final BitSet visitedInEnum = new BitSet();
  private final BitSet visitedInConfiguration = new BitSet();

  private PslParser(String text) {
    this.text = text;
    this.lastBrace = text.lastIndexOf('}');
    this.cursor = new Cursor(text);
    this.lines = new LineParser(cursor, new ExpressionParser(cursor));
  }

  public static SyntaxFile parse(SourceText source) {
    var items = new PslParser(source.content()).items();
    return new SyntaxFile(source, items, SyntaxCheck.check(source, items));
  }

  private List<TopLevel> items() {
    var items = new ArrayList<TopLevel>();
    cursor.skipSpace();
    while (!cursor.atEnd()) {
      items.add(item(above(items)));
      cursor.skipSpace();
    }
    return items;
  }

  private static Optional<CommentBlock> above(List<TopLevel> items) {
    return !items.isEmpty() && items.getLast() instanceof CommentBlock comments
        ? Optional.of(comments)
        : Optional.empty();
  }

  private TopLevel item(Optional<CommentBlock> above) {
    var start = cursor.position();
    Optional<? extends TopLevel> found =
        switch (cursor.next()) {
          case '/' -> lines.commentBlock();
          case '\n', '\r' -> lines.blankLines();
          default -> definition(above);
        };
    if (found.isPresent()) {
      return found.get();
    }
    cursor.reset(start);
    return lines.invalidLine();
  }

  private Optional<? extends TopLevel> definition(Optional<CommentBlock> above) {
    var block = block(above);
    if (block.isPresent()) {
      return block;
    }
    var alias = typeAlias();
    return alias.isPresent() ? alias : unknownBlock();
  }

  /// A keyword need not be followed by white space, so it says what to try and no more.
  private Optional<? extends TopLevel> block(Optional<CommentBlock> above) {
    return switch (cursor.next()) {
      case 'm' -> model(ModelDeclaration.Kind.MODEL, above);
      case 'v' -> model(ModelDeclaration.Kind.VIEW, above);
      case 't' -> model(ModelDeclaration.Kind.TYPE, above);
      case 'e' -> enumeration(above);
      case 'd' -> configuration(ConfigBlock.Kind.DATASOURCE);
      case 'g' -> configuration(ConfigBlock.Kind.GENERATOR);
      default -> Optional.empty();
    };
  }

  private Optional<TopLevel> model(ModelDeclaration.Kind kind, Optional<CommentBlock> above) {
    var start = cursor.position();
    var name = header(kind.keyword());
    var items = name.flatMap(_ -> contents(visitedInModel, lines::modelItem));
    if (items.isEmpty()) {
      cursor.reset(start);
      return Optional.empty();
    }
    var documentation = Documentation.of(cursor, above, Optional.empty());
    return Optional.of(
        new ModelDeclaration(kind, name.get(), items.get(), documentation, cursor.from(start)));
  }

  private Optional<TopLevel> enumeration(Optional<CommentBlock> above) {
    var start = cursor.position();
    var name = header("enum");
    var items = name.flatMap(_ -> contents(visitedInEnum, lines::enumItem));
    if (items.isEmpty()) {
      cursor.reset(start);
      return Optional.empty();
    }
    var documentation = Documentation.of(cursor, above, Optional.empty());
    return Optional.of(
        new EnumDeclaration(name.get(), items.get(), documentation, cursor.from(start)));
  }

  private Optional<TopLevel> configuration(ConfigBlock.Kind kind) {
    var start = cursor.position();
    var name = header(kind.keyword());
    var items = name.flatMap(_ -> contents(visitedInConfiguration, _ -> lines.configItem()));
    if (items.isEmpty()) {
      cursor.reset(start);
      return Optional.empty();
    }
    return Optional.of(new ConfigBlock(kind, name.get(), items.get(), cursor.from(start)));
  }

  private Optional<TopLevel> typeAlias() {
    var start = cursor.position();
    if (cursor.accept("type")) {
      cursor.skipSpace();
      var name = cursor.identifier();
      cursor.skipSpace();
      if (name.isPresent() && cursor.accept('=')) {
        cursor.skipSpace();
        if (lines.baseType().isPresent()) {
          lines.attributes();
          return Optional.of(new TypeAlias(name.get(), cursor.from(start)));
        }
      }
    }
    cursor.reset(start);
    return Optional.empty();
  }

  private Optional<TopLevel> unknownBlock() {
    var start = cursor.position();
    var word = cursor.identifier();
    if (word.isPresent() && acceptBlockOpening()) {
      if (cursor.position() <= lastBrace) {
        cursor.reset(text.indexOf('}', cursor.position()) + 1);
        return Optional.of(new UnknownBlock(word.get(), cursor.from(start)));
      }
    }
    cursor.reset(start);
    return Optional.empty();
  }

  private Optional<Name> header(String keyword) {
    if (!cursor.accept(keyword)) {
      return Optional.empty();
    }
    cursor.skipSpace();
    return cursor.identifier().filter(_ -> acceptBlockOpening());
  }

  /// What follows the brace on its line is no part of the block's content.
  private boolean acceptBlockOpening() {
    cursor.skipSpace();
    if (!cursor.accept('{')) {
      return false;
    }
    cursor.skipToLineBreak();
    return cursor.acceptLineBreak();
  }

  /// Reads up to the closing brace, which must be the first character of its line.
  ///
  /// @param visited where lines began that were read before as the content of such a block. If one
  ///   is met again the block around it was not closed, and so this one is not either: to read it
  ///   again would take quadratic time for many blocks that are open
  private <T> Optional<List<T>> contents(BitSet visited, Function<Optional<CommentBlock>, T> next) {
    var items = new ArrayList<T>();
    var above = Optional.<CommentBlock>empty();
    cursor.skipSpace();
    while (!cursor.accept('}')) {
      if (cursor.atEnd() || visited.get(cursor.position())) {
        return Optional.empty();
      }
      visited.set(cursor.position());
      var item = next.apply(above);
      items.add(item);
      above = above(above, item);
      cursor.skipSpace();
    }
    return Optional.of(items);
  }

  /// A comment documents the next definition, however far away it is.
  private static Optional<CommentBlock> above(Optional<CommentBlock> above, Object item) {
    return switch (item) {
      case CommentBlock comments -> Optional.of(comments);
      case Field _, BrokenField _, EnumValue _ -> Optional.empty();
      default -> above;
    };
  }
}
