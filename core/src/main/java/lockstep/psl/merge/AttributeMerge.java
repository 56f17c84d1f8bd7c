package lockstep.psl.merge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lockstep.psl.syntax.Argument;
import lockstep.psl.syntax.Attribute;
import lockstep.psl.syntax.Field;
import lockstep.psl.syntax.FieldType;
import lockstep.text.SourceText;
import lockstep.text.Span;

/// Carries what changed about a field into its line: its type and its attributes, but for keys.
final class AttributeMerge {
  /// Of native types a field has one; their names have a dot, and no others do.
  private static final String NATIVE_TYPE = ".";

  private static final String RELATION = "relation";

  private final SourceText source;
  private final Edits edits;

  AttributeMerge(SourceText source, Edits edits) {
    this.source = source;
    this.edits = edits;
  }

  void merge(Field ours, Printed before, Printed after) {
    if (!before.type().equals(after.type())) {
      edits.replace(ours.type().span(), after.type());
    }
    var own = byName(ours.attributes());
    var names = new LinkedHashSet<>(before.attributes().keySet());
    names.addAll(after.attributes().keySet());
    for (var name : names) {
      var was = Optional.ofNullable(before.attributes().get(name));
      var is = Optional.ofNullable(after.attributes().get(name));
      var there = Optional.ofNullable(own.get(name));
      if (!text(was, before).equals(text(is, after))) {
        attribute(ours, there, was.map(it -> it), is, before, after);
      }
    }
  }

  /// A field as it was printed.
  record Printed(SourceText source, Field field) {
    String type() {
      return AttributeMerge.type(source, field.type());
    }

    Map<String, Attribute> attributes() {
      return byName(field.attributes());
    }
  }

  static String type(SourceText source, FieldType type) {
    return source.text(type.base().span()) + type.arity().mark();
  }

  private static Map<String, Attribute> byName(List<Attribute> attributes) {
    var byName = new LinkedHashMap<String, Attribute>();
    for (var it : attributes) {
      var name = it.name().text();
      if (!name.equals("id") && !name.equals("unique")) {
        byName.putIfAbsent(name.contains(".") ? NATIVE_TYPE : name, it);
      }
    }
    return byName;
  }

  private static Optional<String> text(Optional<Attribute> attribute, Printed in) {
    return attribute.map(it -> in.source().text(it.span()));
  }

  private void attribute(
      Field ours,
      Optional<Attribute> there,
      Optional<Attribute> was,
      Optional<Attribute> is,
      Printed before,
      Printed after) {
    if (is.isEmpty()) {
      there.ifPresent(it -> remove(it.span()));
      return;
    }
    var text = after.source().text(is.get().span());
    if (there.isEmpty()) {
      append(ours, text);
    } else if (is.get().name().text().equals(RELATION) && there.get().list().isPresent()) {
      edits.replace(there.get().span(), relation(there.get(), was, is.get(), before, after));
    } else {
      edits.replace(there.get().span(), text);
    }
  }

  /// Takes out an attribute and the blanks before it.
  void remove(Span attribute) {
    var start = attribute.start();
    while (start > 0 && " \t".indexOf(source.content().charAt(start - 1)) >= 0) {
      start--;
    }
    edits.remove(new Span(start, attribute.end()));
  }

  void append(Field ours, String attribute) {
    var last =
        ours.attributes().isEmpty() ? ours.type().span() : ours.attributes().getLast().span();
    edits.insert(last.end(), " " + attribute);
  }

  /// Only the arguments that changed are written anew: many are there though they say the usual.
  private String relation(
      Attribute ours, Optional<Attribute> was, Attribute is, Printed before, Printed after) {
    var own = arguments(source, Optional.of(ours));
    var old = arguments(before.source(), was);
    var fresh = arguments(after.source(), Optional.of(is));
    var result = new LinkedHashMap<>(own);
    old.keySet().stream().filter(it -> !fresh.containsKey(it)).forEach(result::remove);
    fresh.forEach(
        (name, text) -> {
          if (!text.equals(old.get(name))) {
            result.put(
                name,
                isQuoted(text) && own.containsKey(name) ? labelled(own.get(name), text) : text);
          }
        });
    var texts = new ArrayList<>(result.values());
    return texts.isEmpty() ? "@relation" : "@relation(" + String.join(", ", texts) + ")";
  }

  private static boolean isQuoted(String text) {
    return text.startsWith("\"");
  }

  private static String labelled(String old, String text) {
    return isQuoted(old) ? text : "name: " + text;
  }

  private static Map<String, String> arguments(SourceText source, Optional<Attribute> attribute) {
    var byName = new LinkedHashMap<String, String>();
    for (var it : attribute.map(Attribute::arguments).orElse(List.<Argument>of())) {
      byName.put(it.name().map(name -> name.text()).orElse("name"), source.text(it.span()));
    }
    return byName;
  }
}
