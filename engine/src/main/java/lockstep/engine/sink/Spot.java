package lockstep.engine.sink;

import java.util.Optional;
import java.util.OptionalInt;
import lockstep.diagnostic.Place;
import lockstep.text.Position;

/// A place as other programs want it: a file and a range, as much of it as is known.
///
/// @param file with `/` between folders
/// @param line from 1
/// @param column from 1, in UTF-16 code units
record Spot(
    Optional<String> file,
    OptionalInt line,
    OptionalInt column,
    Optional<Position> end,
    Optional<String> source,
    Optional<String> object) {
  static Spot of(Place place) {
    return switch (place) {
      case Place.InText(var text, var span) -> {
        var start = text.position(span.start());
        yield new Spot(
            Optional.of(slashed(text.name())),
            OptionalInt.of(start.line()),
            OptionalInt.of(start.column()),
            Optional.of(text.position(span.end())),
            Optional.empty(),
            Optional.empty());
      }
      case Place.InFile(var file, var line) -> inFile(file, OptionalInt.of(line));
      case Place.File(var file) -> inFile(file, OptionalInt.empty());
      case Place.InSource(var source, var object) ->
          new Spot(
              Optional.empty(),
              OptionalInt.empty(),
              OptionalInt.empty(),
              Optional.empty(),
              Optional.of(source),
              Optional.of(object.toString()));
    };
  }

  private static Spot inFile(String file, OptionalInt line) {
    return new Spot(
        Optional.of(slashed(file)),
        line,
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static String slashed(String file) {
    return file.replace('\\', '/');
  }
}
