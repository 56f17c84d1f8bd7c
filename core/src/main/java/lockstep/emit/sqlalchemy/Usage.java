package lockstep.emit.sqlalchemy;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// What the modules written so far ask of the ones that are written last.
final class Usage {
  private final Set<Symbol> symbols = EnumSet.noneOf(Symbol.class);
  private final Map<String, PythonType> recognised = new LinkedHashMap<>();

  void add(Symbol symbol) {
    symbols.add(symbol);
  }

  /// Asks for an entry in the base class's map.
  void recognise(PythonType type) {
    recognised.putIfAbsent(type.annotation(), type);
  }

  boolean has(Symbol symbol) {
    return symbols.contains(symbol);
  }

  boolean hasAny(Symbol... any) {
    for (var symbol : any) {
      if (has(symbol)) {
        return true;
      }
    }
    return false;
  }

  Map<String, PythonType> recognised() {
    return recognised;
  }
}
