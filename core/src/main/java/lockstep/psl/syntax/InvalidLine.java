package lockstep.psl.syntax;

import lockstep.text.Span;

/// A line that could not be understood. It ends where the line ends, whatever it seemed to begin.
///
/// @param span with the line break, if there is any
public record InvalidLine(Fault fault, Span span)
    implements TopLevel, ModelItem, EnumItem, ConfigItem {

  /// Why it was not understood.
  public enum Fault {
    /// It fits nothing that may stand at this place.
    UNKNOWN,
    /// Brackets are nested deeper than the parser follows.
    NESTED_TOO_DEEPLY
  }
}
