package lockstep.psl.merge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lockstep.psl.syntax.Attribute;
import lockstep.psl.syntax.BlankLines;
import lockstep.psl.syntax.BlockAttribute;
import lockstep.psl.syntax.Field;
import lockstep.psl.syntax.ModelDeclaration;
import lockstep.psl.syntax.ModelItem;
import lockstep.schema.ObjectPath;
import lockstep.text.SourceText;
import lockstep.text.Span;

/// Carries what changed about one model or view into its block.
final class ModelMerge {
  private static final String PRINTED_INDENTATION = "  ";
  private static final Set<String> KEYS = Set.of("id", "unique", "index");

  private final Written ours;
  private final Written before;
  private final Written after;
  private final Edits edits;
  private final AttributeMerge attributes;
  private final List<String> addedLines = new ArrayList<>();
  private final Set<String> addedFields = new LinkedHashSet<>();

  /// A block, the file that it stands in, and its keys.
  record Written(SourceText source, ModelDeclaration block, Keys keys) {
    Optional<Field> field(String name) {
      return block.fields().stream().filter(it -> it.name().text().equals(name)).findFirst();
    }

    /// Returns the field in whose line a place is.
    Optional<Field> fieldAt(Span span) {
      return block.fields().stream().filter(it -> it.span().contains(span.start())).findFirst();
    }

    Optional<Attribute> attribute(String name) {
      return block.attribute(name);
    }
  }

  ModelMerge(Written ours, Written before, Written after, Edits edits) {
    this.ours = ours;
    this.before = before;
    this.after = after;
    this.edits = edits;
    this.attributes = new AttributeMerge(ours.source(), edits);
  }

  void merge() {
    fields();
    keys();
    otherAttributes();
    writeLines();
  }

  private void fields() {
    var fresh = byName(after.block());
    for (var i = 0; i < ours.block().items().size(); i++) {
      if (ours.block().items().get(i) instanceof Field field) {
        var name = field.name().text();
        var was = before.field(name);
        if (!fresh.containsKey(name)) {
          edits.removeLines(Lines.documented(ours.block().items(), i, field.span()));
        } else if (was.isPresent()) {
          attributes.merge(
              field,
              new AttributeMerge.Printed(before.source(), was.get()),
              new AttributeMerge.Printed(after.source(), fresh.get(name)));
        }
      }
    }
    added();
  }

  private static Map<String, Field> byName(ModelDeclaration block) {
    var byName = new LinkedHashMap<String, Field>();
    block.fields().forEach(it -> byName.put(it.name().text(), it));
    return byName;
  }

  /// A new field follows the one that it follows in the table.
  private void added() {
    var anchor = ours.block().fields().getFirst().span().start();
    anchor = edits.lineStart(anchor);
    var items = after.block().items();
    for (var i = 0; i < items.size(); i++) {
      if (items.get(i) instanceof Field field) {
        var there = ours.field(field.name().text());
        if (there.isPresent()) {
          anchor = edits.afterLine(there.get().span().end());
        } else {
          edits.insert(
              anchor,
              indented(Lines.text(after.source(), Lines.documented(items, i, field.span()))));
          addedFields.add(field.name().text());
        }
      }
    }
  }

  private void keys() {
    var was = before.keys().definitions();
    var is = after.keys().definitions();
    var gone = new LinkedHashSet<>(was.keySet());
    gone.removeAll(is.keySet());
    var renamed = renamed(gone, is);
    is.forEach(
        (path, definition) -> {
          var old = was.containsKey(path) ? path : renamed.get(path);
          if (old == null) {
            add(path);
          } else if (!old.equals(path) || !definition.equals(was.get(path))) {
            change(old, path);
          }
        });
    gone.removeAll(renamed.values());
    gone.forEach(it -> ours.keys().span(it).ifPresent(this::remove));
  }

  /// A key that is gone and a new one of the same shape are one key with another name.
  private Map<ObjectPath, ObjectPath> renamed(
      Set<ObjectPath> gone, Map<ObjectPath, Object> definitions) {
    var renamed = new HashMap<ObjectPath, ObjectPath>();
    for (var path : definitions.keySet()) {
      if (!before.keys().definitions().containsKey(path)) {
        gone.stream()
            .filter(it -> !renamed.containsValue(it))
            .filter(it -> shape(before, it).equals(shape(after, path)))
            .findFirst()
            .ifPresent(it -> renamed.put(path, it));
      }
    }
    return renamed;
  }

  /// Returns which kind of key it is, over which fields.
  private static List<String> shape(Written in, ObjectPath key) {
    var span = in.keys().span(key);
    var field = span.flatMap(in::fieldAt);
    var text = span.map(in.source()::text).orElse("").replaceFirst("^@+", "");
    var word = text.replaceFirst("(?s)\\(.*", "");
    return List.of(
        word,
        field
            .map(it -> it.name().text())
            .orElseGet(() -> text.replaceFirst("(?s)^[^\\[]*\\[([^\\]]*)\\].*", "$1")));
  }

  private void change(ObjectPath from, ObjectPath to) {
    var span = ours.keys().span(from);
    var fresh = after.keys().span(to);
    if (span.isEmpty() || fresh.isEmpty()) {
      return;
    }
    var here = ours.fieldAt(span.get()).map(it -> it.name().text());
    var there = after.fieldAt(fresh.get()).map(it -> it.name().text());
    if (here.equals(there)) {
      edits.replace(span.get(), after.source().text(fresh.get()));
    } else {
      remove(span.get());
      add(to);
    }
  }

  private void remove(Span key) {
    if (ours.fieldAt(key).isPresent()) {
      attributes.remove(key);
    } else {
      edits.removeLines(key);
    }
  }

  private void add(ObjectPath key) {
    var span = after.keys().span(key).orElseThrow();
    var text = after.source().text(span);
    var field = after.fieldAt(span).map(it -> it.name().text());
    if (field.isEmpty()) {
      addedLines.add(text);
    } else if (!addedFields.contains(field.get())) {
      ours.field(field.get()).ifPresent(it -> attributes.append(it, text));
    }
  }

  private void otherAttributes() {
    var names = new LinkedHashSet<String>();
    before.block().attributes().forEach(it -> names.add(it.name().text()));
    after.block().attributes().forEach(it -> names.add(it.name().text()));
    names.removeAll(KEYS);
    for (var name : names) {
      var was = before.attribute(name).map(it -> before.source().text(it.span()));
      var is = after.attribute(name).map(it -> after.source().text(it.span()));
      if (!was.equals(is)) {
        ours.attribute(name).ifPresent(it -> edits.removeLines(it.span()));
        is.ifPresent(addedLines::add);
      }
    }
  }

  private void writeLines() {
    if (addedLines.isEmpty()) {
      return;
    }
    var items = ours.block().items();
    var last = lastAttribute(items);
    var at = last.orElseGet(() -> edits.lineStart(ours.block().span().end() - 1));
    var isApart = last.isPresent() || !items.isEmpty() && items.getLast() instanceof BlankLines;
    var lines = new StringBuilder(isApart ? "" : "\n");
    addedLines.forEach(it -> lines.append(PRINTED_INDENTATION).append(it).append('\n'));
    edits.insert(at, indented(lines.toString()));
  }

  /// Indents lines as the block's own first field is.
  private String indented(String lines) {
    var field = ours.block().fields().getFirst().span().start();
    var indentation = ours.source().content().substring(edits.lineStart(field), field);
    return lines.replaceAll("(?m)^" + PRINTED_INDENTATION, indentation);
  }

  private Optional<Integer> lastAttribute(List<ModelItem> items) {
    return items.stream()
        .filter(BlockAttribute.class::isInstance)
        .map(it -> edits.afterLine(it.span().end()))
        .reduce((_, it) -> it);
  }
}
