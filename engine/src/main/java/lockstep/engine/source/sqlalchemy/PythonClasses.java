package lockstep.engine.source.sqlalchemy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import lockstep.engine.python.PythonStatement;

/// The classes of a Python file, as they are written: where each begins, and the lines and
/// docstrings of its attributes, which no interpreter knows.
final class PythonClasses {
  private static final Pattern CLASS =
      Pattern.compile("class\\s+(\\w+)\\b.*", Pattern.DOTALL | Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern ATTRIBUTE =
      Pattern.compile("(\\w+)\\s*(?::|=(?!=)).*", Pattern.DOTALL | Pattern.UNICODE_CHARACTER_CLASS);

  private final List<Definition> definitions = new ArrayList<>();

  private PythonClasses() {}

  /// @param line of the `class` statement, from 1
  record Definition(String name, int line, Map<String, Attribute> attributes) {
    Optional<Attribute> attribute(String attribute) {
      return Optional.ofNullable(attributes.get(attribute));
    }
  }

  /// @param documentation the text of the string that stands behind it
  record Attribute(int line, Optional<String> documentation) {}

  static PythonClasses of(String text) {
    var classes = new PythonClasses();
    var statements = PythonStatement.split(text);
    for (var i = 0; i < statements.size(); i++) {
      var header = CLASS.matcher(statements.get(i).text());
      if (header.matches()) {
        var attributes = attributes(statements, i);
        classes.definitions.add(
            new Definition(header.group(1), statements.get(i).line(), attributes));
      }
    }
    return classes;
  }

  /// Returns the class of this name that stands nearest to a line.
  Optional<Definition> find(String name, int near) {
    return definitions.stream()
        .filter(it -> it.name().equals(name))
        .min((a, b) -> Integer.compare(Math.abs(a.line() - near), Math.abs(b.line() - near)));
  }

  private static Map<String, Attribute> attributes(List<PythonStatement> statements, int start) {
    var found = new LinkedHashMap<String, Attribute>();
    var outer = statements.get(start).indent();
    var body = statements.subList(start + 1, statements.size());
    var inner = body.isEmpty() ? outer : body.getFirst().indent();
    var last = Optional.<String>empty();
    for (var statement : body) {
      if (statement.indent() <= outer) {
        break;
      }
      if (statement.indent() > inner) {
        continue;
      }
      var text = statement.string();
      if (text.isPresent() && last.isPresent()) {
        found.computeIfPresent(last.get(), (_, it) -> new Attribute(it.line(), text));
      }
      var attribute = ATTRIBUTE.matcher(statement.text());
      last = attribute.matches() ? Optional.of(attribute.group(1)) : Optional.empty();
      last.ifPresent(
          it -> found.putIfAbsent(it, new Attribute(statement.line(), Optional.empty())));
    }
    return found;
  }
}
