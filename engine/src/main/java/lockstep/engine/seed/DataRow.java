package lockstep.engine.seed;

import java.util.List;
import lockstep.diagnostic.Place;
import lockstep.text.SourceText;
import lockstep.text.Span;

/// One row of a data file.
///
/// @param span where it begins in its file
/// @param cells in the file's order, each name once
record DataRow(SourceText file, Span span, List<Cell> cells) {
  DataRow {
    cells = List.copyOf(cells);
  }

  Place place() {
    return Place.of(file, span);
  }
}
