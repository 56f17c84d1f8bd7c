import java.io.IOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.NestMembersAttribute;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Rewrites compiled classes so that pattern switches over types, what records answer to `equals`,
/// `hashCode` and `toString`, and lambdas are plain methods and classes.
///
/// javac compiles all of them to `invokedynamic`: the Java machine makes their code when it first
/// comes by (docs/decisions, "Code is made direct at build time").
///
/// Run by Maven on the folder of a module's classes, as a source file, with the class path that the
/// module was compiled against. What was rewritten before has none of them left and stays as it is.
final class DirectCode {
  private final Path folder;
  private final ClassFile format = format();

  /// The classes that stand for lambdas, by the outermost class around them.
  private final Map<ClassDesc, List<ClassDesc>> nests = new LinkedHashMap<>();

  private DirectCode(Path folder) {
    this.folder = folder;
  }

  public static void main(String[] arguments) throws IOException {
    var folder = Path.of(arguments[0]);
    if (Files.isDirectory(folder)) {
      new DirectCode(folder).rewrite();
    }
  }

  private void rewrite() throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(DirectCode::isClass).toList()) {
        rewrite(format.parse(file));
      }
    }
    for (var nest : nests.entrySet()) {
      addMembers(nest.getKey(), nest.getValue());
    }
  }

  private static boolean isClass(Path file) {
    var name = file.getFileName().toString();
    return name.endsWith(".class") && !name.equals("module-info.class");
  }

  /// Stack frames are computed anew, for which the format asks how types are related. A new pool of
  /// constants leaves those of the old call sites behind.
  private static ClassFile format() {
    var related = ClassHierarchyResolver.ofResourceParsing(DirectCode.class.getClassLoader());
    return ClassFile.of(
        ClassFile.ConstantPoolSharingOption.NEW_POOL,
        ClassFile.ClassHierarchyResolverOption.of(
            related.orElse(ClassHierarchyResolver.defaultResolver())));
  }

  private void rewrite(ClassModel model) throws IOException {
    var methods = new DirectMethods(model);
    var lambdas = new DirectLambdas(model, format);
    var written =
        format.transformClass(
            model,
            ClassTransform.transformingMethodBodies(
                    DirectCode::concerns, methods.callSites().andThen(lambdas.callSites()))
                .andThen(ClassTransform.endHandler(methods::write)));
    if (methods.isEmpty() && lambdas.classes().isEmpty()) {
      return;
    }
    write(model.thisClass().asSymbol(), written);
    for (var it : lambdas.classes().entrySet()) {
      write(it.getKey(), it.getValue());
      nests.computeIfAbsent(lambdas.host(), _ -> new ArrayList<>()).add(it.getKey());
    }
  }

  private static boolean concerns(MethodModel method) {
    return method.code().stream()
        .flatMap(it -> it.elementStream())
        .anyMatch(
            it ->
                it instanceof InvokeDynamicInstruction call
                    && (DirectMethods.concerns(call) || DirectLambdas.concerns(call)));
  }

  /// The members of a nest may call each other's private methods; its host names them all.
  private void addMembers(ClassDesc host, List<ClassDesc> added) throws IOException {
    var model = format.parse(file(host));
    var members = new ArrayList<ClassDesc>();
    model
        .findAttribute(Attributes.nestMembers())
        .ifPresent(it -> it.nestMembers().forEach(member -> members.add(member.asSymbol())));
    members.addAll(added);
    write(
        host,
        format.transformClass(
            model,
            ClassTransform.dropping(it -> it instanceof NestMembersAttribute)
                .andThen(
                    ClassTransform.endHandler(
                        it -> it.with(NestMembersAttribute.ofSymbols(members))))));
  }

  private void write(ClassDesc name, byte[] bytes) throws IOException {
    Files.write(file(name), bytes);
  }

  private Path file(ClassDesc name) {
    var descriptor = name.descriptorString();
    return folder.resolve(descriptor.substring(1, descriptor.length() - 1) + ".class");
  }
}
