import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_byte;
import static java.lang.constant.ConstantDescs.CD_char;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_float;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_short;

import java.lang.constant.ClassDesc;
import java.util.List;
import java.util.Optional;

/// The classes whose objects hold a primitive value.
final class Boxes {
  private static final List<ClassDesc> PRIMITIVES =
      List.of(CD_boolean, CD_byte, CD_char, CD_short, CD_int, CD_long, CD_float, CD_double);

  private Boxes() {}

  static ClassDesc box(ClassDesc primitive) {
    var name =
        switch (primitive.displayName()) {
          case "int" -> "Integer";
          case "char" -> "Character";
          case String it -> Character.toUpperCase(it.charAt(0)) + it.substring(1);
        };
    return ClassDesc.of("java.lang." + name);
  }

  /// Returns the primitive type of the values that objects of that class hold, if they hold any.
  static Optional<ClassDesc> unboxed(ClassDesc box) {
    return PRIMITIVES.stream().filter(it -> box(it).equals(box)).findFirst();
  }

  /// Returns the class of all boxes whose value can become one of that type.
  static ClassDesc supertype(ClassDesc primitive) {
    return primitive.equals(CD_boolean) || primitive.equals(CD_char)
        ? box(primitive)
        : ClassDesc.of("java.lang.Number");
  }
}
