package lockstep.psl.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A database type with its arguments.
public record NativeType(NativeTypeName name, List<Integer> arguments) {

  public NativeType {
    arguments = List.copyOf(arguments);
  }

  /// Returns the type that a field has where no attribute says so (Prisma 7, PostgreSQL).
  public static NativeType defaultOf(BuiltInType type) {
    return switch (type) {
      case INT -> new NativeType(NativeTypeName.INTEGER, List.of());
      case BIG_INT -> new NativeType(NativeTypeName.BIG_INT, List.of());
      case FLOAT -> new NativeType(NativeTypeName.DOUBLE_PRECISION, List.of());
      case DECIMAL -> new NativeType(NativeTypeName.DECIMAL, List.of(65, 30));
      case BOOLEAN -> new NativeType(NativeTypeName.BOOLEAN, List.of());
      case STRING -> new NativeType(NativeTypeName.TEXT, List.of());
      case DATE_TIME -> new NativeType(NativeTypeName.TIMESTAMP, List.of(3));
      case BYTES -> new NativeType(NativeTypeName.BYTE_A, List.of());
      case JSON -> new NativeType(NativeTypeName.JSON_B, List.of());
    };
  }

  /// Returns the type that an attribute names; empty where it names none that PostgreSQL has, or
  /// where the arguments are not numbers, or not as many as the type takes.
  public static Optional<NativeType> parse(String word, List<String> arguments) {
    var name = NativeTypeName.of(word);
    if (name.isEmpty()) {
      return Optional.empty();
    }
    if (name.get().optionalArguments() == 0) {
      return Optional.of(new NativeType(name.get(), List.of()));
    }
    if (!arguments.isEmpty() && arguments.size() != name.get().optionalArguments()) {
      return Optional.empty();
    }
    return numbers(arguments).map(it -> new NativeType(name.get(), it));
  }

  private static Optional<List<Integer>> numbers(List<String> arguments) {
    var numbers = new ArrayList<Integer>();
    for (var argument : arguments) {
      var number = number(argument);
      if (number.isEmpty()) {
        return Optional.empty();
      }
      numbers.add(number.get());
    }
    return Optional.of(numbers);
  }

  /// Prisma takes numbers of 32 bits without sign; no type of PostgreSQL can be that long.
  private static Optional<Integer> number(String text) {
    if (text.isEmpty() || text.length() > 18 || !areDigits(text)) {
      return Optional.empty();
    }
    var number = Long.parseLong(text);
    return number >= 1L << 32
        ? Optional.empty()
        : Optional.of((int) Math.min(number, Integer.MAX_VALUE));
  }

  private static boolean areDigits(String text) {
    for (var i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /// Returns the type as a schema writes it.
  @Override
  public String toString() {
    if (arguments.isEmpty()) {
      return name.word();
    }
    var written = String.join(", ", arguments.stream().map(String::valueOf).toList());
    return name.word() + "(" + written + ")";
  }
}
