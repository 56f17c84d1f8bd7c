package lockstep.psl.analysis;

import java.util.List;

/// Which rows a partial index holds.
public sealed interface IndexCondition {
  /// SQL as the schema has it.
  record Raw(String sql) implements IndexCondition {}

  /// Comparisons that must all hold.
  record All(List<Comparison> comparisons) implements IndexCondition {
    public All {
      comparisons = List.copyOf(comparisons);
    }
  }

  /// @param field name of a scalar field of the same model
  record Comparison(String field, Operator operator, Operand operand) {}

  enum Operator {
    IS,
    IS_NOT
  }

  /// What a field is compared with.
  sealed interface Operand {
    record Null() implements Operand {}

    record Truth(boolean value) implements Operand {}

    record Text(String value) implements Operand {}

    /// @param digits as written
    record Number(String digits) implements Operand {}
  }
}
