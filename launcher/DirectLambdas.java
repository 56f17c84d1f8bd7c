import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.CLASS_INIT_NAME;
import static java.lang.constant.ConstantDescs.INIT_NAME;
import static java.lang.constant.ConstantDescs.MTD_void;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.TypeKind;
import java.lang.classfile.attribute.NestHostAttribute;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.LinkedHashMap;
import java.util.Map;

/// Writes the classes that stand for the lambdas and method references of one class.
///
/// Each is what `LambdaMetafactory` makes at run time: a class of the same nest that implements the
/// interface, keeps what the lambda captured in fields, and calls the method with its body. One
/// that captures nothing has one object.
final class DirectLambdas {
  /// Stands in the names of these classes, between that of their class and a number.
  static final String MARK = "$lambda$";

  private static final String FACTORY = "Ljava/lang/invoke/LambdaMetafactory;";
  private static final String ONLY = "ONLY";
  private static final String OF = "of";

  private final ClassFile format;
  private final ClassDesc self;
  private final ClassDesc host;
  private final int version;
  private final Map<ClassDesc, byte[]> classes = new LinkedHashMap<>();

  DirectLambdas(ClassModel model, ClassFile format) {
    this.format = format;
    this.self = model.thisClass().asSymbol();
    this.host =
        model.findAttribute(Attributes.nestHost()).map(it -> it.nestHost().asSymbol()).orElse(self);
    this.version = model.majorVersion();
  }

  /// What is serializable or has bridges is made by another method of the factory, and stays.
  static boolean concerns(InvokeDynamicInstruction call) {
    return call.bootstrapMethod().owner().descriptorString().equals(FACTORY)
        && call.bootstrapMethod().methodName().equals("metafactory");
  }

  /// Returns the outermost class around the one whose lambdas these are.
  ClassDesc host() {
    return host;
  }

  /// Returns what was written so far, by name.
  Map<ClassDesc, byte[]> made() {
    return classes;
  }

  CodeTransform callSites() {
    return (code, element) -> {
      if (element instanceof InvokeDynamicInstruction call && concerns(call)) {
        replace(code, call);
      } else {
        code.with(element);
      }
    };
  }

  private void replace(CodeBuilder code, InvokeDynamicInstruction call) {
    var type = call.typeSymbol();
    var lambda = self.descriptorString().replace(";", MARK + classes.size() + ";");
    var name = ClassDesc.ofDescriptor(lambda);
    classes.put(name, format.build(name, it -> write(it, name, call)));
    if (type.parameterCount() == 0) {
      code.getstatic(name, ONLY, type.returnType());
    } else {
      code.invokestatic(name, OF, type);
    }
  }

  private void write(ClassBuilder builder, ClassDesc name, InvokeDynamicInstruction call) {
    var type = call.typeSymbol();
    builder.withVersion(version, 0);
    builder.withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SUPER | ClassFile.ACC_SYNTHETIC);
    builder.withInterfaceSymbols(type.returnType());
    builder.with(NestHostAttribute.of(host));
    constructor(builder, name, type.changeReturnType(CD_void));
    if (type.parameterCount() == 0) {
      only(builder, name, type.returnType());
    } else {
      factory(builder, name, type);
    }
    method(builder, name, call);
  }

  private static void constructor(ClassBuilder builder, ClassDesc name, MethodTypeDesc type) {
    for (var i = 0; i < type.parameterCount(); i++) {
      var flags = ClassFile.ACC_PRIVATE | ClassFile.ACC_FINAL;
      builder.withField(captured(i), type.parameterType(i), flags);
    }
    builder.withMethodBody(
        INIT_NAME,
        type,
        ClassFile.ACC_PRIVATE,
        code -> {
          code.aload(0).invokespecial(CD_Object, INIT_NAME, MTD_void);
          for (var i = 0; i < type.parameterCount(); i++) {
            code.aload(0);
            loadParameter(code, type, i);
            code.putfield(name, captured(i), type.parameterType(i));
          }
          code.return_();
        });
  }

  private static void only(ClassBuilder builder, ClassDesc name, ClassDesc type) {
    builder.withField(ONLY, type, ClassFile.ACC_STATIC | ClassFile.ACC_FINAL);
    builder.withMethodBody(
        CLASS_INIT_NAME,
        MTD_void,
        ClassFile.ACC_STATIC,
        code ->
            code.new_(name)
                .dup()
                .invokespecial(name, INIT_NAME, MTD_void)
                .putstatic(name, ONLY, type)
                .return_());
  }

  /// A call of a constructor would have to slip its object below what was captured.
  private static void factory(ClassBuilder builder, ClassDesc name, MethodTypeDesc type) {
    builder.withMethodBody(
        OF,
        type,
        ClassFile.ACC_STATIC,
        code -> {
          code.new_(name).dup();
          for (var i = 0; i < type.parameterCount(); i++) {
            loadParameter(code, type, i);
          }
          code.invokespecial(name, INIT_NAME, type.changeReturnType(CD_void)).areturn();
        });
  }

  /// The method of the interface: converts what it gets, calls the body, converts the result.
  private static void method(ClassBuilder builder, ClassDesc name, InvokeDynamicInstruction call) {
    var captured = call.typeSymbol();
    var erased = (MethodTypeDesc) call.bootstrapArgs().get(0);
    var body = (DirectMethodHandleDesc) call.bootstrapArgs().get(1);
    var real = (MethodTypeDesc) call.bootstrapArgs().get(2);
    var wanted = body.invocationType();
    builder.withMethodBody(
        call.name().stringValue(),
        erased,
        ClassFile.ACC_PUBLIC,
        code -> {
          if (body.kind() == DirectMethodHandleDesc.Kind.CONSTRUCTOR) {
            code.new_(body.owner()).dup();
          }
          var next = 0;
          for (var i = 0; i < captured.parameterCount(); i++) {
            var from = captured.parameterType(i);
            code.aload(0).getfield(name, captured(i), from);
            convert(code, from, from, wanted.parameterType(next++));
          }
          for (var i = 0; i < erased.parameterCount(); i++) {
            loadParameter(code, erased, i);
            var from = erased.parameterType(i);
            convert(code, from, real.parameterType(i), wanted.parameterType(next++));
          }
          call(code, body);
          result(code, wanted.returnType(), erased.returnType());
        });
  }

  private static void call(CodeBuilder code, DirectMethodHandleDesc body) {
    var type = MethodTypeDesc.ofDescriptor(body.lookupDescriptor());
    switch (body.kind()) {
      case STATIC, INTERFACE_STATIC ->
          code.invokestatic(body.owner(), body.methodName(), type, body.isOwnerInterface());
      // Of the special ones there are only private methods, which their nest calls like others.
      case VIRTUAL, SPECIAL -> code.invokevirtual(body.owner(), body.methodName(), type);
      case INTERFACE_VIRTUAL, INTERFACE_SPECIAL ->
          code.invokeinterface(body.owner(), body.methodName(), type);
      case CONSTRUCTOR -> code.invokespecial(body.owner(), INIT_NAME, type);
      default -> throw new IllegalStateException(body.toString());
    }
  }

  private static void result(CodeBuilder code, ClassDesc from, ClassDesc to) {
    if (!to.equals(CD_void)) {
      convert(code, from, from, to);
    } else if (TypeKind.from(from).slotSize() == 1) {
      code.pop();
    } else if (TypeKind.from(from).slotSize() == 2) {
      code.pop2();
    }
    code.return_(TypeKind.from(to));
  }

  /// @param from what stands on the stack as far as the Java machine knows
  /// @param real what it is by the types of the source
  private static void convert(CodeBuilder code, ClassDesc from, ClassDesc real, ClassDesc to) {
    if (from.isPrimitive()) {
      fromPrimitive(code, from, to);
      return;
    }
    if (!real.equals(from)) {
      code.checkcast(real);
    }
    if (to.isPrimitive()) {
      unbox(code, real, to);
    } else if (!to.equals(real) && !to.equals(CD_Object)) {
      code.checkcast(to);
    }
  }

  /// What is no box is the value of a type variable, and so a box for which javac wrote no cast.
  private static void unbox(CodeBuilder code, ClassDesc real, ClassDesc to) {
    var value = Boxes.unboxed(real);
    if (value.isPresent()) {
      code.invokevirtual(real, value.get().displayName() + "Value", MethodTypeDesc.of(value.get()));
      fromPrimitive(code, value.get(), to);
    } else {
      var box = Boxes.supertype(to);
      code.checkcast(box);
      code.invokevirtual(box, to.displayName() + "Value", MethodTypeDesc.of(to));
    }
  }

  private static void fromPrimitive(CodeBuilder code, ClassDesc from, ClassDesc to) {
    if (to.isPrimitive()) {
      code.conversion(TypeKind.from(from), TypeKind.from(to));
    } else {
      var box = Boxes.box(from);
      code.invokestatic(box, "valueOf", MethodTypeDesc.of(box, from));
    }
  }

  private static void loadParameter(CodeBuilder code, MethodTypeDesc type, int index) {
    code.loadLocal(TypeKind.from(type.parameterType(index)), code.parameterSlot(index));
  }

  private static String captured(int index) {
    return "captured" + index;
  }
}
