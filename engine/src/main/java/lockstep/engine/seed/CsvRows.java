package lockstep.engine.seed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import lockstep.engine.json.Json;
import lockstep.text.SourceText;
import lockstep.text.Span;

/// Reads the rows of a CSV file (RFC 4180) whose first line names the columns. An empty field is
/// NULL, as `COPY … CSV` has it (PostgreSQL 18), and `""` is an empty text.
///
/// `spirit_id.name` names the row at the other end of `spirit_id` by its `name`.
final class CsvRows {
  /// @param text empty for NULL
  private record Field(Optional<String> text, Span span) {}

  private final SourceText file;
  private final String content;
  private int at;

  private CsvRows(SourceText file) {
    this.file = file;
    this.content = file.content();
    this.at = content.startsWith("\uFEFF") ? 1 : 0;
  }

  static List<DataRow> read(SourceText file) throws MalformedData {
    return new CsvRows(file).rows();
  }

  private List<DataRow> rows() throws MalformedData {
    if (at == content.length()) {
      throw new MalformedData(
          "The first line names the columns, and there is none",
          "Write the names there, as in `name,price`.",
          at);
    }
    var header = names();
    var rows = new ArrayList<DataRow>();
    while (at < content.length()) {
      var start = at;
      var fields = line();
      if (fields.size() != header.size()) {
        throw new MalformedData(
            "This line has %d fields, and the first line names %d columns"
                .formatted(fields.size(), header.size()),
            "Give each column a field, an empty one for NULL; one with a comma in it stands between"
                + " quotes.",
            start);
      }
      rows.add(new DataRow(file, fields.getFirst().span(), cells(header, fields)));
    }
    return rows;
  }

  private List<Field> names() throws MalformedData {
    var names = line();
    var seen = new ArrayList<String>();
    for (var it : names) {
      var name = it.text().orElse("");
      var isTwice =
          seen.stream().anyMatch(other -> (other + ".").startsWith(name + "."))
              || seen.stream().anyMatch(other -> (name + ".").startsWith(other + "."));
      if (name.isEmpty() || isTwice) {
        throw new MalformedData(
            name.isEmpty()
                ? "The first line names each column"
                : "The first line names `%s` twice".formatted(name),
            name.isEmpty() ? "Name it, or take the column out." : "Leave one of them out.",
            it.span().start());
      }
      seen.add(name);
    }
    return names;
  }

  private List<Field> line() throws MalformedData {
    var fields = new ArrayList<Field>(List.of(field()));
    while (at < content.length() && content.charAt(at) == ',') {
      at++;
      fields.add(field());
    }
    if (content.startsWith("\r\n", at)) {
      at += 2;
    } else if (at < content.length()) {
      at++;
    }
    return fields;
  }

  private Field field() throws MalformedData {
    var start = at;
    if (at < content.length() && content.charAt(at) == '"') {
      var text = quoted();
      return new Field(Optional.of(text), new Span(start, at));
    }
    while (at < content.length() && !endsField(content.charAt(at))) {
      if (content.charAt(at) == '"') {
        throw new MalformedData(
            "A field with a quote in it stands between quotes",
            "Put quotes around the field, and write the one inside twice.",
            at);
      }
      at++;
    }
    var text = content.substring(start, at);
    return new Field(Optional.of(text).filter(it -> !it.isEmpty()), new Span(start, at));
  }

  private String quoted() throws MalformedData {
    var start = at++;
    var text = new StringBuilder();
    while (at < content.length()) {
      var c = content.charAt(at++);
      if (c != '"') {
        text.append(c);
      } else if (at < content.length() && content.charAt(at) == '"') {
        text.append('"');
        at++;
      } else if (at == content.length() || endsField(content.charAt(at))) {
        return text.toString();
      } else {
        throw new MalformedData(
            "A quote inside a field is written twice",
            "Write `\"\"`, or end the field here.",
            at - 1);
      }
    }
    throw new MalformedData(
        "This quote has no end", "Write another one where the field ends.", start);
  }

  private static boolean endsField(char c) {
    return c == ',' || c == '\n' || c == '\r';
  }

  /// A field under what is left of its column's name, which dots cut into parts.
  private record Part(List<String> path, Span header, Field field) {
    Part inner() {
      return new Part(path.subList(1, path.size()), header, field);
    }
  }

  private static List<Cell> cells(List<Field> header, List<Field> fields) {
    var parts = new ArrayList<Part>();
    for (var i = 0; i < header.size(); i++) {
      var path = List.of(header.get(i).text().orElseThrow().split("\\.", -1));
      parts.add(new Part(path, header.get(i).span(), fields.get(i)));
    }
    return cells(parts);
  }

  /// Puts together what has the same name before the first dot.
  private static List<Cell> cells(List<Part> parts) {
    var byName = new LinkedHashMap<String, List<Part>>();
    for (var it : parts) {
      byName.computeIfAbsent(it.path().getFirst(), _ -> new ArrayList<>()).add(it);
    }
    var cells = new ArrayList<Cell>();
    byName.forEach(
        (name, same) -> {
          var first = same.getFirst();
          cells.add(new Cell(name, first.header(), first.field().span(), content(same)));
        });
    return cells;
  }

  private static Cell.Content content(List<Part> parts) {
    var isNothing = parts.stream().allMatch(it -> it.field().text().isEmpty());
    if (isNothing) {
      return new Cell.Content.Nothing();
    }
    var first = parts.getFirst();
    if (first.path().size() == 1) {
      return new Cell.Content.Field(first.field().text().orElseThrow());
    }
    var cells = cells(parts.stream().map(Part::inner).toList());
    var members = new LinkedHashMap<String, Json>();
    cells.forEach(it -> members.put(it.name(), it.content().json()));
    return new Cell.Content.Members(new Json.OfObject(members), cells);
  }
}
