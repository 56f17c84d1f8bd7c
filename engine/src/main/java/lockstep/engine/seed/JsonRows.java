package lockstep.engine.seed;

import java.util.ArrayList;
import java.util.List;
import lockstep.engine.json.Json;
import lockstep.engine.json.JsonDocument;
import lockstep.engine.json.MalformedJsonException;
import lockstep.text.SourceText;

/// Reads the rows of a JSON file: an array of objects, each a row, each member a column.
final class JsonRows {
  private final SourceText file;
  private final JsonDocument document;

  private JsonRows(SourceText file, JsonDocument document) {
    this.file = file;
    this.document = document;
  }

  static List<DataRow> read(SourceText file) throws MalformedData {
    try {
      return new JsonRows(file, JsonDocument.read(file.content())).rows();
    } catch (MalformedJsonException e) {
      throw new MalformedData(
          "This is not JSON: %s".formatted(e.getMessage()),
          "A data file is strict JSON: no comments, no trailing commas, no name twice.",
          e.offset());
    }
  }

  private List<DataRow> rows() throws MalformedData {
    var root = document.root();
    if (!(root instanceof Json.OfArray(var values))) {
      throw new MalformedData(
          "A data file is an array of rows, and this is none",
          "Write it as in `[{ … }, { … }]`.",
          document.span(root).start());
    }
    var rows = new ArrayList<DataRow>();
    for (var it : values) {
      var span = document.span(it);
      if (!(it instanceof Json.OfObject row)) {
        throw new MalformedData(
            "A row is an object, and this is none",
            "Write it as in `{ \"name\": … }`.",
            span.start());
      }
      rows.add(new DataRow(file, span, cells(row)));
    }
    return rows;
  }

  private List<Cell> cells(Json.OfObject row) {
    var cells = new ArrayList<Cell>();
    row.members()
        .forEach(
            (name, value) ->
                cells.add(
                    new Cell(name, document.nameOf(value), document.span(value), content(value))));
    return cells;
  }

  private Cell.Content content(Json value) {
    return switch (value) {
      case Json.OfNull() -> new Cell.Content.Nothing();
      case Json.OfText(var text) -> new Cell.Content.Scalar(text, value);
      case Json.OfNumber(var literal) -> new Cell.Content.Scalar(literal, value);
      case Json.OfBoolean(var truth) -> new Cell.Content.Scalar(String.valueOf(truth), value);
      case Json.OfArray array -> new Cell.Content.Items(array);
      case Json.OfObject object -> new Cell.Content.Members(object, cells(object));
    };
  }
}
