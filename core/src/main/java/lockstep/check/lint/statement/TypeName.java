package lockstep.check.lint.statement;

import java.util.List;
import java.util.Map;

/// A type as a statement names it, its aliases resolved.
///
/// @param name as PostgreSQL prints it, in lower case unless quoted, with the namespace if one was
///   written
/// @param modifiers those in parentheses that are numbers
/// @param dimensions how many pairs of brackets follow
public record TypeName(String name, List<Integer> modifiers, int dimensions) {
  private static final Map<String, String> ALIASES =
      Map.ofEntries(
          Map.entry("int", "integer"),
          Map.entry("int4", "integer"),
          Map.entry("int2", "smallint"),
          Map.entry("int8", "bigint"),
          Map.entry("float4", "real"),
          Map.entry("float", "double precision"),
          Map.entry("float8", "double precision"),
          Map.entry("decimal", "numeric"),
          Map.entry("dec", "numeric"),
          Map.entry("bool", "boolean"),
          Map.entry("varchar", "character varying"),
          Map.entry("char varying", "character varying"),
          Map.entry("char", "character"),
          Map.entry("bpchar", "character"),
          Map.entry("varbit", "bit varying"),
          Map.entry("timestamptz", "timestamp with time zone"),
          Map.entry("timestamp", "timestamp without time zone"),
          Map.entry("timetz", "time with time zone"),
          Map.entry("time", "time without time zone"),
          Map.entry("serial4", "serial"),
          Map.entry("serial8", "bigserial"),
          Map.entry("serial2", "smallserial"));

  public TypeName {
    name = ALIASES.getOrDefault(name.replaceFirst("^pg_catalog\\.", ""), name);
    modifiers = List.copyOf(modifiers);
  }

  public boolean is(String other) {
    return dimensions == 0 && name.equals(other);
  }

  /// Returns whether that is its name, whatever the namespace.
  public boolean isCalled(String bare) {
    return name.substring(name.lastIndexOf('.') + 1).equals(bare);
  }

  /// Returns the same type under another name in the same namespace.
  public TypeName renamed(String bare) {
    return new TypeName(name.substring(0, name.lastIndexOf('.') + 1) + bare, modifiers, dimensions);
  }

  /// Returns whether it makes a sequence of its own and is an integer besides.
  public boolean isSerial() {
    return is("serial") || is("bigserial") || is("smallserial");
  }

  @Override
  public String toString() {
    var numbers = modifiers.stream().map(String::valueOf).toList();
    return name
        + (numbers.isEmpty() ? "" : "(" + String.join(",", numbers) + ")")
        + "[]".repeat(dimensions);
  }
}
