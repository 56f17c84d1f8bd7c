package lockstep.psl.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.text.Span;

/// Reads what stands inside a block. Each definition ends with its line; whatever matches nothing
/// is an [InvalidLine], so that something is always read.
final class LineParser {
  private final Cursor cursor;
  private final ExpressionParser expressions;

  LineParser(Cursor cursor, ExpressionParser expressions) {
    this.cursor = cursor;
    this.expressions = expressions;
  }

  ModelItem modelItem(Optional<CommentBlock> above) {
    var start = cursor.position();
    Optional<? extends ModelItem> found =
        switch (cursor.next()) {
          case '@' -> blockAttribute();
          case '/' -> commentBlock();
          case '\n', '\r' -> blankLines();
          default -> field(above);
        };
    if (found.isPresent()) {
      return found.get();
    }
    cursor.reset(start);
    return invalidLine();
  }

  EnumItem enumItem(Optional<CommentBlock> above) {
    var start = cursor.position();
    Optional<? extends EnumItem> found =
        switch (cursor.next()) {
          case '@' -> blockAttribute();
          case '/' -> commentBlock();
          case '\n', '\r' -> blankLines();
          default -> enumValue(above);
        };
    if (found.isPresent()) {
      return found.get();
    }
    cursor.reset(start);
    return invalidLine();
  }

  ConfigItem configItem() {
    var start = cursor.position();
    Optional<? extends ConfigItem> found =
        switch (cursor.next()) {
          case '/' -> commentBlock();
          case '\n', '\r' -> blankLines();
          default -> property();
        };
    if (found.isPresent()) {
      return found.get();
    }
    cursor.reset(start);
    return invalidLine();
  }

  Optional<CommentBlock> commentBlock() {
    var start = cursor.position();
    var comments = new ArrayList<Comment>();
    for (var next = comment(); next.isPresent(); next = comment()) {
      comments.add(next.get());
      cursor.acceptLineBreak();
    }
    return comments.isEmpty()
        ? Optional.empty()
        : Optional.of(new CommentBlock(comments, cursor.from(start)));
  }

  /// Reads a line break and the blank lines after it.
  Optional<BlankLines> blankLines() {
    var start = cursor.position();
    var end = start;
    while (cursor.acceptLineBreak()) {
      end = cursor.position();
      cursor.skipSpace();
    }
    cursor.reset(end);
    return Optional.of(new BlankLines(cursor.from(start)));
  }

  InvalidLine invalidLine() {
    var start = cursor.position();
    var fault =
        expressions.wasTooDeep() ? InvalidLine.Fault.NESTED_TOO_DEEPLY : InvalidLine.Fault.UNKNOWN;
    cursor.skipLine();
    return new InvalidLine(fault, cursor.from(start));
  }

  /// A type without its marks.
  Optional<FieldType.Base> baseType() {
    var unsupported = unsupported();
    return unsupported.isPresent() ? unsupported : cursor.identifier().map(FieldType.Named::new);
  }

  List<Attribute> attributes() {
    var found = new ArrayList<Attribute>();
    cursor.skipSpace();
    var next = expressions.attribute("@");
    while (next.isPresent()) {
      found.add(next.get());
      cursor.skipSpace();
      next = expressions.attribute("@");
    }
    return found;
  }

  private Optional<Comment> comment() {
    var start = cursor.position();
    cursor.skipSpace();
    var found = cursor.comment();
    if (found.isEmpty()) {
      cursor.reset(start);
    }
    return found;
  }

  private boolean atLineEnd() {
    cursor.skipSpace();
    return cursor.acceptLineBreak();
  }

  private Optional<ModelItem> field(Optional<CommentBlock> above) {
    var start = cursor.position();
    var name = cursor.identifier();
    if (name.isEmpty()) {
      return Optional.empty();
    }
    cursor.skipSpace();
    var colon = colon();
    cursor.skipSpace();
    var type = fieldType();
    var attributes = attributes();
    var trailing = comment();
    if (!atLineEnd()) {
      return Optional.empty();
    }
    var span = cursor.from(start);
    var valid = colon.isEmpty() ? type.flatMap(LineParser::valid) : Optional.<FieldType>empty();
    if (valid.isEmpty()) {
      return Optional.of(new BrokenField(name.get(), colon, type, attributes, trailing, span));
    }
    var documentation = Documentation.of(cursor, above, trailing);
    return Optional.of(
        new Field(name.get(), valid.get(), attributes, trailing, documentation, span));
  }

  private Optional<Span> colon() {
    var start = cursor.position();
    return cursor.accept(':') ? Optional.of(cursor.from(start)) : Optional.empty();
  }

  private static Optional<FieldType> valid(BrokenField.Type type) {
    return switch (type.marks()) {
      case REQUIRED ->
          Optional.of(new FieldType(type.base(), FieldType.Arity.REQUIRED, type.span()));
      case OPTIONAL ->
          Optional.of(new FieldType(type.base(), FieldType.Arity.OPTIONAL, type.span()));
      case LIST -> Optional.of(new FieldType(type.base(), FieldType.Arity.LIST, type.span()));
      case LEGACY_REQUIRED, LEGACY_LIST, OPTIONAL_LIST -> Optional.empty();
    };
  }

  private Optional<BrokenField.Type> fieldType() {
    var start = cursor.position();
    var base = baseType();
    if (base.isPresent()) {
      var marks = marks();
      return Optional.of(new BrokenField.Type(base.get(), marks, cursor.from(start)));
    }
    return legacyList();
  }

  private BrokenField.Marks marks() {
    var start = cursor.position();
    cursor.skipSpace();
    if (cursor.accept("[]")) {
      var end = cursor.position();
      cursor.skipSpace();
      if (cursor.accept('?')) {
        return BrokenField.Marks.OPTIONAL_LIST;
      }
      cursor.reset(end);
      return BrokenField.Marks.LIST;
    }
    if (cursor.accept('?')) {
      return BrokenField.Marks.OPTIONAL;
    }
    if (cursor.accept('!')) {
      return BrokenField.Marks.LEGACY_REQUIRED;
    }
    cursor.reset(start);
    return BrokenField.Marks.REQUIRED;
  }

  private Optional<BrokenField.Type> legacyList() {
    var start = cursor.position();
    if (cursor.accept('[')) {
      cursor.skipSpace();
      var base = baseType();
      cursor.skipSpace();
      if (base.isPresent() && cursor.accept(']')) {
        return Optional.of(
            new BrokenField.Type(base.get(), BrokenField.Marks.LEGACY_LIST, cursor.from(start)));
      }
    }
    cursor.reset(start);
    return Optional.empty();
  }

  private Optional<FieldType.Base> unsupported() {
    var start = cursor.position();
    if (cursor.accept("Unsupported(")) {
      cursor.skipSpace();
      var text = expressions.stringLiteral();
      cursor.skipSpace();
      if (text.isPresent() && cursor.accept(')')) {
        return Optional.of(
            new FieldType.Unsupported(text.get().value(), text.get().span(), cursor.from(start)));
      }
    }
    cursor.reset(start);
    return Optional.empty();
  }

  private Optional<BlockAttribute> blockAttribute() {
    var start = cursor.position();
    var attribute = expressions.attribute("@@");
    if (attribute.isEmpty()) {
      return Optional.empty();
    }
    var trailing = comment();
    var span = cursor.from(start);
    return atLineEnd()
        ? Optional.of(new BlockAttribute(attribute.get(), trailing, span))
        : Optional.empty();
  }

  private Optional<EnumValue> enumValue(Optional<CommentBlock> above) {
    var start = cursor.position();
    var name = cursor.identifier();
    if (name.isEmpty()) {
      return Optional.empty();
    }
    var attributes = attributes();
    var trailing = comment();
    if (!atLineEnd()) {
      return Optional.empty();
    }
    var documentation = Documentation.of(cursor, above, trailing);
    return Optional.of(
        new EnumValue(name.get(), attributes, trailing, documentation, cursor.from(start)));
  }

  private Optional<Property> property() {
    var start = cursor.position();
    var name = cursor.identifier();
    cursor.skipSpace();
    if (name.isEmpty() || !cursor.accept('=')) {
      return Optional.empty();
    }
    cursor.skipSpace();
    var value = expressions.expression();
    var trailing = comment();
    var span = cursor.from(start);
    return atLineEnd()
        ? Optional.of(new Property(name.get(), value, trailing, span))
        : Optional.empty();
  }
}
