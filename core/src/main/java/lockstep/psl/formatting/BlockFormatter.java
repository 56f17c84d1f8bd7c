package lockstep.psl.formatting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lockstep.psl.syntax.Attribute;
import lockstep.psl.syntax.BlankLines;
import lockstep.psl.syntax.BlockAttribute;
import lockstep.psl.syntax.BlockItem;
import lockstep.psl.syntax.BrokenField;
import lockstep.psl.syntax.Comment;
import lockstep.psl.syntax.CommentBlock;
import lockstep.psl.syntax.EnumValue;
import lockstep.psl.syntax.Field;
import lockstep.psl.syntax.InvalidLine;
import lockstep.psl.syntax.Property;
import lockstep.text.Order;
import lockstep.text.SourceText;

/// Lays out the content of one block: definitions in tables that end at blank lines, then the
/// attributes of the block.
final class BlockFormatter {
  private final SourceText source;
  private final Output out;
  private final NodeText nodes;
  private final CommentText comments;
  private final Table table = new Table();
  private final List<Footer> footers = new ArrayList<>();

  /// A block attribute and the comment directly above it, which moves with it.
  private record Footer(Optional<CommentBlock> above, BlockAttribute line) {}

  BlockFormatter(SourceText source, Output out) {
    this.source = source;
    this.out = out;
    this.nodes = new NodeText(source);
    this.comments = new CommentText(source);
  }

  void format(List<? extends BlockItem> items) {
    for (var i = 0; i < items.size(); i++) {
      var before = i == 0 ? Optional.<BlockItem>empty() : Optional.of(items.get(i - 1));
      var after =
          i + 1 == items.size() ? Optional.<BlockItem>empty() : Optional.of(items.get(i + 1));
      switch (items.get(i)) {
        case BlankLines _ -> blankLines(before.isEmpty(), after);
        case CommentBlock it -> comment(it, i > 1 && before.get() instanceof BlankLines, after);
        case Field it -> field(it);
        case BrokenField it -> brokenField(it);
        case EnumValue it -> enumValue(it);
        case Property it -> property(it);
        case BlockAttribute it ->
            footers.add(new Footer(before.flatMap(BlockFormatter::asComment), it));
        case InvalidLine it -> table.verbatim(withoutLineBreaks(source.text(it.span())));
      }
    }
    table.flush(out);
    footers();
  }

  private static Optional<CommentBlock> asComment(BlockItem item) {
    return item instanceof CommentBlock it ? Optional.of(it) : Optional.empty();
  }

  /// Blank lines at both ends of a block vanish, as do those before an attribute: it moves.
  private void blankLines(boolean atStart, Optional<BlockItem> after) {
    if (atStart || after.isEmpty()) {
      return;
    }
    switch (after.get()) {
      case BlockAttribute _, CommentBlock _ -> {}
      case Field _, BrokenField _, EnumValue _, Property _, BlankLines _, InvalidLine _ ->
          newTable();
    }
  }

  private void comment(CommentBlock block, boolean afterBlankLine, Optional<BlockItem> after) {
    if (after.isPresent() && after.get() instanceof BlockAttribute) {
      return;
    }
    if (afterBlankLine) {
      newTable();
    }
    comments.write(block, table);
  }

  private void newTable() {
    table.flush(out);
    table.blankLine();
  }

  private void field(Field field) {
    var type = source.text(field.type().base().span()) + field.type().arity().mark();
    table.row(
        List.of(field.name().text(), type, attributes(field.attributes())),
        trailing(field.trailing()));
  }

  private void brokenField(BrokenField field) {
    var type =
        field.type().map(it -> source.text(it.base().span()) + it.marks().formatted()).orElse("");
    table.row(
        List.of(field.name().text(), type, attributes(field.attributes())),
        trailing(field.trailing()));
  }

  private String attributes(List<Attribute> attributes) {
    return attributes.stream()
        .sorted(NodeText.order())
        .map(it -> "@" + nodes.attribute(it))
        .collect(Collectors.joining(" "));
  }

  /// Prisma puts no space between the attributes of a value; only one of them has a meaning.
  private void enumValue(EnumValue value) {
    var attributes =
        value.attributes().stream()
            .map(it -> "@" + nodes.attribute(it))
            .collect(Collectors.joining());
    table.row(List.of(value.name().text(), attributes), trailing(value.trailing()));
  }

  private void property(Property property) {
    var value = property.value().map(it -> "= " + nodes.expression(it)).orElse("");
    table.row(List.of(property.name().text(), value), trailing(property.trailing()));
  }

  private void footers() {
    if (footers.isEmpty()) {
      return;
    }
    table.blankLine();
    footers.sort(Order.by((Footer it) -> it.line().attribute(), NodeText.order()));
    for (var footer : footers) {
      footer.above().ifPresent(it -> comments.write(it, table));
      var line = footer.line();
      table.row(List.of("@@" + nodes.attribute(line.attribute())), trailing(line.trailing()));
    }
    table.flush(out);
  }

  private String trailing(Optional<Comment> comment) {
    return comment.map(it -> source.text(it.span())).orElse("");
  }

  private static String withoutLineBreaks(String line) {
    var end = line.length();
    while (end > 0 && line.charAt(end - 1) == '\n') {
      end--;
    }
    return line.substring(0, end);
  }
}
