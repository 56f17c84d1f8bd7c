import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_byte;
import static java.lang.constant.ConstantDescs.CD_char;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_short;
import static java.lang.constant.ConstantDescs.MTD_void;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Writes the methods that stand for pattern switches over types in one class, and for what a
/// record answers to `equals`, `hashCode` and `toString`.
///
/// Left alone are switches with other labels than types.
final class DirectMethods {
  private static final ClassDesc OBJECTS = ClassDesc.of("java.util.Objects");
  private static final ClassDesc TEXT = ClassDesc.of("java.lang.StringBuilder");
  private static final String SWITCHES = "Ljava/lang/runtime/SwitchBootstraps;";
  private static final String RECORDS = "Ljava/lang/runtime/ObjectMethods;";

  private final ClassDesc self;
  private final boolean isInterface;
  private final String simpleName;
  private final List<Direct> methods = new ArrayList<>();

  DirectMethods(ClassModel model) {
    this.self = model.thisClass().asSymbol();
    this.isInterface = model.flags().has(AccessFlag.INTERFACE);
    this.simpleName = simpleName(model);
  }

  /// The name of a local class has a number before it, which only this attribute tells apart.
  private static String simpleName(ClassModel model) {
    return model.findAttribute(Attributes.innerClasses()).stream()
        .flatMap(it -> it.classes().stream())
        .filter(it -> it.innerClass().equals(model.thisClass()))
        .flatMap(it -> it.innerName().stream())
        .map(it -> it.stringValue())
        .findFirst()
        .orElseGet(() -> model.thisClass().asSymbol().displayName());
  }

  /// A method to write, in place of one call site.
  ///
  /// @param kind what the method does
  /// @param arguments what the call site gave its bootstrap method
  private record Direct(
      String name, MethodTypeDesc type, Kind kind, List<ConstantDesc> arguments) {}

  private enum Kind {
    SWITCH,
    EQUALS,
    HASH_CODE,
    TO_STRING
  }

  static boolean concerns(InvokeDynamicInstruction call) {
    return kind(call).isPresent();
  }

  boolean isEmpty() {
    return methods.isEmpty();
  }

  CodeTransform callSites() {
    return (code, element) -> {
      if (element instanceof InvokeDynamicInstruction call && kind(call).isPresent()) {
        var kind = kind(call).get();
        var name = call.name().stringValue() + "$" + methods.size();
        methods.add(new Direct(name, call.typeSymbol(), kind, call.bootstrapArgs()));
        code.invokestatic(self, name, call.typeSymbol(), isInterface);
      } else {
        code.with(element);
      }
    };
  }

  /// Nothing for what other bootstrap methods do, and for switches with other labels than types.
  private static Optional<Kind> kind(InvokeDynamicInstruction call) {
    return switch (call.bootstrapMethod().owner().descriptorString()) {
      case SWITCHES ->
          call.bootstrapArgs().stream().allMatch(it -> it instanceof ClassDesc)
              ? Optional.of(Kind.SWITCH)
              : Optional.empty();
      case RECORDS ->
          Optional.of(
              switch (call.name().stringValue()) {
                case "equals" -> Kind.EQUALS;
                case "hashCode" -> Kind.HASH_CODE;
                case "toString" -> Kind.TO_STRING;
                default -> throw new IllegalStateException(call.toString());
              });
      default -> Optional.empty();
    };
  }

  void write(ClassBuilder builder) {
    for (var method : methods) {
      builder.withMethodBody(
          method.name(),
          method.type(),
          ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC,
          code -> body(code, method));
    }
  }

  private void body(CodeBuilder code, Direct method) {
    switch (method.kind()) {
      case SWITCH -> choice(code, method.arguments());
      case EQUALS -> equality(code, components(method));
      case HASH_CODE -> hash(code, components(method));
      case TO_STRING -> text(code, components(method));
    }
  }

  /// The first label, from the given one on, that the value is an instance of; -1 for null, and the
  /// number of labels when it is of none: what `SwitchBootstraps.typeSwitch` answers.
  private static void choice(CodeBuilder code, List<ConstantDesc> labels) {
    var some = code.newLabel();
    code.aload(0).ifnonnull(some).iconst_m1().ireturn().labelBinding(some);
    for (var i = 0; i < labels.size(); i++) {
      var next = code.newLabel();
      code.iload(1).loadConstant(i).if_icmpgt(next);
      code.aload(0).instanceOf((ClassDesc) labels.get(i)).ifeq(next);
      code.loadConstant(i).ireturn().labelBinding(next);
    }
    code.loadConstant(labels.size()).ireturn();
  }

  /// The getters of a record's components, which follow its class and the list of their names.
  private static List<DirectMethodHandleDesc> components(Direct method) {
    return method.arguments().stream()
        .skip(2)
        .map(it -> (DirectMethodHandleDesc) it)
        .toList();
  }

  private void equality(CodeBuilder code, List<DirectMethodHandleDesc> components) {
    var equal = code.newLabel();
    var different = code.newLabel();
    code.aload(0).aload(1).if_acmpeq(equal);
    code.aload(1).instanceOf(self).ifeq(different);
    code.aload(1).checkcast(self).astore(2);
    for (var component : components) {
      var type = load(code, 0, component);
      load(code, 2, component);
      if (isIntLike(type)) {
        code.if_icmpne(different);
      } else if (type.isPrimitive()) {
        code.invokestatic(Boxes.box(type), "compare", MethodTypeDesc.of(CD_int, type, type));
        code.ifne(different);
      } else {
        code.invokestatic(OBJECTS, "equals", MethodTypeDesc.of(CD_boolean, CD_Object, CD_Object));
        code.ifeq(different);
      }
    }
    code.labelBinding(equal).iconst_1().ireturn();
    code.labelBinding(different).iconst_0().ireturn();
  }

  private void hash(CodeBuilder code, List<DirectMethodHandleDesc> components) {
    code.iconst_0();
    for (var component : components) {
      code.bipush(31).imul();
      var type = load(code, 0, component);
      if (type.isPrimitive()) {
        code.invokestatic(Boxes.box(type), "hashCode", MethodTypeDesc.of(CD_int, type));
      } else {
        code.invokestatic(OBJECTS, "hashCode", MethodTypeDesc.of(CD_int, CD_Object));
      }
      code.iadd();
    }
    code.ireturn();
  }

  private void text(CodeBuilder code, List<DirectMethodHandleDesc> components) {
    code.new_(TEXT).dup().invokespecial(TEXT, "<init>", MTD_void);
    var before = simpleName + "[";
    for (var component : components) {
      append(code, before + component.methodName() + "=");
      var type = load(code, 0, component);
      append(code, isSmall(type) ? CD_int : type.isPrimitive() ? type : CD_Object);
      before = ", ";
    }
    append(code, components.isEmpty() ? before + "]" : "]");
    code.invokevirtual(TEXT, "toString", MethodTypeDesc.of(CD_String)).areturn();
  }

  private static void append(CodeBuilder code, String text) {
    code.loadConstant(text);
    append(code, CD_String);
  }

  private static void append(CodeBuilder code, ClassDesc type) {
    code.invokevirtual(TEXT, "append", MethodTypeDesc.of(TEXT, type));
  }

  /// Puts a component of the record in a local variable on the stack, and returns its type.
  private ClassDesc load(CodeBuilder code, int variable, DirectMethodHandleDesc component) {
    var type = component.invocationType().returnType();
    code.aload(variable).getfield(self, component.methodName(), type);
    return type;
  }


  private static boolean isIntLike(ClassDesc type) {
    return type.equals(CD_int) || type.equals(CD_boolean) || type.equals(CD_char) || isSmall(type);
  }

  private static boolean isSmall(ClassDesc type) {
    return type.equals(CD_byte) || type.equals(CD_short);
  }
}
