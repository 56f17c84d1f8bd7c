package lockstep.psl.merge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lockstep.psl.syntax.EnumDeclaration;
import lockstep.psl.syntax.EnumValue;
import lockstep.text.SourceText;
import lockstep.text.Span;

/// Carries what changed about one enum into its block.
final class EnumMerge {
  private final Written ours;
  private final Written before;
  private final Written after;
  private final Edits edits;

  /// A block and the file that it stands in.
  record Written(SourceText source, EnumDeclaration block) {
    List<String> names() {
      return block.values().stream().map(it -> it.name().text()).toList();
    }

    /// Returns the lines of each value, with its documentation.
    Map<String, Span> spans() {
      var spans = new LinkedHashMap<String, Span>();
      for (var i = 0; i < block.items().size(); i++) {
        if (block.items().get(i) instanceof EnumValue value) {
          spans.put(value.name().text(), Lines.documented(block.items(), i, value.span()));
        }
      }
      return spans;
    }
  }

  EnumMerge(Written ours, Written before, Written after, Edits edits) {
    this.ours = ours;
    this.before = before;
    this.after = after;
    this.edits = edits;
  }

  void merge() {
    if (before.names().equals(after.names())) {
      return;
    }
    var kept = new ArrayList<>(ours.names());
    kept.retainAll(after.names());
    var wanted = new ArrayList<>(after.names());
    wanted.retainAll(kept);
    if (kept.equals(wanted)) {
      addAndRemove();
    } else {
      reorder();
    }
  }

  private void addAndRemove() {
    var own = ours.spans();
    own.forEach(
        (name, span) -> {
          if (!after.names().contains(name)) {
            edits.removeLines(span);
          }
        });
    var anchor = edits.lineStart(own.values().iterator().next().start());
    for (var it : after.spans().entrySet()) {
      if (own.containsKey(it.getKey())) {
        anchor = edits.afterLine(own.get(it.getKey()).end());
      } else {
        edits.insert(anchor, Lines.text(after.source(), it.getValue()));
      }
    }
  }

  /// The place of the first value takes all of them, in their new order.
  private void reorder() {
    var own = ours.spans();
    var lines = new StringBuilder();
    after
        .spans()
        .forEach(
            (name, span) ->
                lines.append(
                    own.containsKey(name)
                        ? Lines.text(ours.source(), own.get(name))
                        : Lines.text(after.source(), span)));
    edits.insert(
        edits.lineStart(own.values().iterator().next().start()),
        lines.toString().replace("\r\n", "\n"));
    own.values().forEach(edits::removeLines);
  }
}
