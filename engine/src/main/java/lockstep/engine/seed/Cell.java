package lockstep.engine.seed;

import java.util.List;
import lockstep.diagnostic.Place;
import lockstep.engine.json.Json;
import lockstep.text.Span;

/// What a row says of one column.
///
/// @param name of the column, or of a foreign key of several columns
/// @param nameSpan where that stands: a member's name, or a field of a CSV file's first line
/// @param span where the value stands
record Cell(String name, Span nameSpan, Span span, Content content) {
  /// What stands there.
  sealed interface Content {
    /// Returns it as a JSON column takes it.
    Json json();

    /// NULL.
    record Nothing() implements Content {
      @Override
      public Json json() {
        return new Json.OfNull();
      }
    }

    /// A field of a CSV file, as PostgreSQL shall read it.
    record Field(String text) implements Content {
      @Override
      public Json json() {
        return new Json.OfText(text);
      }
    }

    /// A text, number or truth value of a JSON file.
    ///
    /// @param text as PostgreSQL shall read it where the column is no JSON
    record Scalar(String text, Json json) implements Content {}

    record Items(Json.OfArray json) implements Content {}

    /// Either a value of a JSON column, or what another row is known by.
    record Members(Json.OfObject json, List<Cell> cells) implements Content {
      public Members {
        cells = List.copyOf(cells);
      }
    }
  }

  Place place(DataRow row) {
    return Place.of(row.file(), span);
  }

  Place namePlace(DataRow row) {
    return Place.of(row.file(), nameSpan);
  }
}
