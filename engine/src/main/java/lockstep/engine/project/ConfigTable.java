package lockstep.engine.project;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Place;
import lockstep.text.Closest;
import lockstep.text.Position;
import lockstep.text.SourceText;
import lockstep.text.Span;
import org.tomlj.TomlArray;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/// One table of a TOML file, read by key; whatever is wrong with a key goes to `diagnostics`, at
/// its place.
final class ConfigTable {
  private final TomlTable table;
  private final Optional<TomlPosition> begin;
  private final SourceText text;
  private final List<Diagnostic> diagnostics;

  /// @param known all the keys that such a table may have; another one is an error
  ConfigTable(TomlTable table, SourceText text, List<String> known, List<Diagnostic> diagnostics) {
    this(table, Optional.empty(), text, known, diagnostics);
  }

  /// @param begin where the table begins; empty for the whole file
  private ConfigTable(
      TomlTable table,
      Optional<TomlPosition> begin,
      SourceText text,
      List<String> known,
      List<Diagnostic> diagnostics) {
    this.table = table;
    this.begin = begin;
    this.text = text;
    this.diagnostics = diagnostics;
    table.keySet().stream().filter(key -> !known.contains(key)).forEach(key -> unknown(key, known));
  }

  Optional<String> string(String key) {
    return value(key, String.class, "a text in quotes");
  }

  /// Returns a text out of a closed list; any other is an error, and empty.
  Optional<String> choice(String key, List<String> choices) {
    var written = string(key);
    written
        .filter(it -> !choices.contains(it))
        .ifPresent(
            it ->
                report(
                    ProjectCode.WRONG_VALUE,
                    key,
                    "`%s` is %s, not `%s`.".formatted(key, alternatives(choices), it),
                    Closest.to(it, choices).map("Did you mean `%s`?"::formatted)));
    return written.filter(choices::contains);
  }

  OptionalInt integer(String key, int from, int to) {
    var number = value(key, Long.class, "a whole number");
    if (number.isPresent() && (number.get() < from || number.get() > to)) {
      report(
          ProjectCode.WRONG_VALUE,
          key,
          "`%s` is a number from %d to %d, not %d.".formatted(key, from, to, number.get()),
          Optional.empty());
      return OptionalInt.empty();
    }
    return number.map(it -> OptionalInt.of(it.intValue())).orElse(OptionalInt.empty());
  }

  /// Returns the texts of an array, in order.
  List<String> strings(String key) {
    var array = value(key, TomlArray.class, "a list of texts");
    var texts = new ArrayList<String>();
    for (var it : array.map(TomlArray::toList).orElse(List.of())) {
      if (it instanceof String text) {
        texts.add(text);
      } else {
        report(
            ProjectCode.WRONG_VALUE,
            key,
            "`%s` is a list of texts in quotes.".formatted(key),
            Optional.empty());
      }
    }
    return texts;
  }

  boolean has(String key) {
    return table.contains(List.of(key));
  }

  /// Returns the members of a table whose keys are the user's own, in order; each is a text.
  Map<String, String> texts(String key) {
    var texts = new LinkedHashMap<String, String>();
    var members = value(key, TomlTable.class, "a table of texts");
    for (var name : members.map(TomlTable::keySet).orElse(Set.of())) {
      if (members.get().get(List.of(name)) instanceof String text) {
        texts.put(name, text);
      } else {
        report(
            ProjectCode.WRONG_VALUE,
            key,
            "`%s.%s` is a text in quotes.".formatted(key, name),
            Optional.empty());
      }
    }
    return texts;
  }

  /// Returns a table whose keys are the user's own.
  Optional<ConfigTable> tableOfNames(String key) {
    return value(key, TomlTable.class, "a table, as in `[%s]`".formatted(key))
        .map(it -> new ConfigTable(it, position(key), text, List.copyOf(it.keySet()), diagnostics));
  }

  /// Returns the keys that are there, in order.
  List<String> keys() {
    return List.copyOf(table.keySet());
  }

  Optional<ConfigTable> table(String key, List<String> known) {
    return value(key, TomlTable.class, "a table, as in `[%s]`".formatted(key))
        .map(it -> new ConfigTable(it, position(key), text, known, diagnostics));
  }

  /// Returns the tables that `[[key]]` begins, in order.
  List<ConfigTable> tables(String key, List<String> known) {
    var array =
        value(key, TomlArray.class, "a list of tables, each begun by `[[%s]]`".formatted(key));
    var tables = array.map(TomlArray::toList).orElse(List.of());
    if (!tables.stream().allMatch(TomlTable.class::isInstance)) {
      report(
          ProjectCode.WRONG_VALUE,
          key,
          "`%s` is a list of tables, each begun by `[[%s]]`.".formatted(key, key),
          Optional.empty());
      return List.of();
    }
    return IntStream.range(0, tables.size())
        .mapToObj(
            i ->
                new ConfigTable(
                    (TomlTable) tables.get(i),
                    array.map(it -> it.inputPositionOf(i)),
                    text,
                    known,
                    diagnostics))
        .toList();
  }

  /// Reports what a value that was understood as text turned out not to mean.
  void report(ProjectCode code, String key, String fact, Optional<String> advice) {
    diagnostics.add(Diagnostic.of(code, place(key), fact).withAdvice(advice));
  }

  void report(String key, Diagnostic diagnostic) {
    diagnostics.add(
        new Diagnostic(
            diagnostic.code(),
            diagnostic.severity(),
            Optional.of(place(key)),
            diagnostic.fact(),
            diagnostic.advice(),
            diagnostic.related()));
  }

  /// Returns the place of a key, or of the whole table where the key is not there.
  Place place(String key) {
    var position = position(key);
    var start = offset(position.or(() -> begin));
    var end = Math.min(start + key.length(), text.content().length());
    return Place.of(text, new Span(start, position.isPresent() ? end : start));
  }

  private Optional<TomlPosition> position(String key) {
    return Optional.ofNullable(table.inputPositionOf(List.of(key)));
  }

  private int offset(Optional<TomlPosition> position) {
    var start = position.map(it -> text.offset(new Position(it.line(), it.column()))).orElse(0);
    var content = text.content();
    while (start < content.length() && "[ ".indexOf(content.charAt(start)) >= 0) {
      start++;
    }
    return start;
  }

  private <T> Optional<T> value(String key, Class<T> type, String expected) {
    var value = Optional.ofNullable(table.get(List.of(key)));
    if (value.isPresent() && !type.isInstance(value.get())) {
      report(
          ProjectCode.WRONG_VALUE, key, "`%s` is %s.".formatted(key, expected), Optional.empty());
    }
    return value.filter(type::isInstance).map(type::cast);
  }

  private void unknown(String key, List<String> known) {
    var closest = Closest.to(key, known).map("Did you mean `%s`?"::formatted);
    report(
        ProjectCode.UNKNOWN_KEY,
        key,
        "There is no key `%s` here.".formatted(key),
        closest.or(() -> Optional.of("The keys are %s.".formatted(String.join(", ", known)))));
  }

  private static String alternatives(List<String> choices) {
    return String.join(" or ", choices.stream().map("`%s`"::formatted).toList());
  }
}
