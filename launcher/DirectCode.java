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
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Rewrites compiled classes so that pattern switches over types, what records answer to `equals`,
/// `hashCode` and `toString`, and lambdas are plain methods and classes.
///
/// javac compiles all of them to `invokedynamic`: the Java machine makes their code when it first
/// comes by (docs/decisions, "Code is made direct at build time").
///
/// Run by Maven on the folder of a module's classes, as a source file, with the class path that the
/// module was compiled against. What was rewritten before has none of them left and stays as it is.
/// Everything is made before anything is written, and what others need is written first: a run that
/// is stopped leaves classes that work, and the next one does the rest.
final class DirectCode {
  private final Path folder;
  private final ClassFile format = format();
  private final Map<ClassDesc, byte[]> lambdas = new LinkedHashMap<>();
  private final Map<ClassDesc, byte[]> rewritten = new LinkedHashMap<>();

  /// The classes that stand for lambdas, by the outermost class around them.
  private final Map<ClassDesc, List<ClassDesc>> nests = new LinkedHashMap<>();

  private DirectCode(Path folder) {
    this.folder = folder;
  }

  public static void main(String[] arguments) throws IOException {
    var folder = Path.of(arguments[0]);
    if (Files.isDirectory(folder)) {
      new DirectCode(folder).run();
    }
  }

  private void run() throws IOException {
    for (var file : files()) {
      if (!isLambda(file)) {
        try {
          rewrite(format.parse(file));
        } catch (RuntimeException e) {
          throw new IllegalStateException(file + " cannot be rewritten", e);
        }
      }
    }
    var hosts = new LinkedHashMap<ClassDesc, byte[]>();
    for (var nest : nests.entrySet()) {
      hosts.put(nest.getKey(), withMembers(nest.getKey(), nest.getValue()));
    }
    rewritten.keySet().removeAll(hosts.keySet());
    write(lambdas);
    write(hosts);
    write(rewritten);
    deleteLambdasOfNobody();
  }

  /// In the order of their names, so that the same classes make the same bytes everywhere.
  private List<Path> files() throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(DirectCode::isClass).sorted().toList();
    }
  }

  private static boolean isClass(Path file) {
    var name = file.getFileName().toString();
    return name.endsWith(".class") && !name.equals("module-info.class");
  }

  private static boolean isLambda(Path file) {
    return file.getFileName().toString().contains(DirectLambdas.MARK);
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

  private void rewrite(ClassModel model) {
    var methods = new DirectMethods(model);
    var classes = new DirectLambdas(model, format);
    var bytes =
        format.transformClass(
            model,
            ClassTransform.transformingMethodBodies(
                    DirectCode::concerns, methods.callSites().andThen(classes.callSites()))
                .andThen(ClassTransform.endHandler(methods::write)));
    if (methods.isEmpty() && classes.made().isEmpty()) {
      return;
    }
    rewritten.put(model.thisClass().asSymbol(), bytes);
    lambdas.putAll(classes.made());
    if (!classes.made().isEmpty()) {
      nests
          .computeIfAbsent(classes.host(), _ -> new ArrayList<>())
          .addAll(classes.made().keySet());
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
  private byte[] withMembers(ClassDesc host, List<ClassDesc> added) throws IOException {
    var model =
        rewritten.containsKey(host)
            ? format.parse(rewritten.get(host))
            : format.parse(file(host));
    var members = new ArrayList<>(members(model));
    members.removeAll(added);
    members.addAll(added);
    return format.transformClass(
        model,
        ClassTransform.dropping(it -> it instanceof NestMembersAttribute)
            .andThen(
                ClassTransform.endHandler(
                    it -> it.with(NestMembersAttribute.ofSymbols(members)))));
  }

  private static List<ClassDesc> members(ClassModel model) {
    return model.findAttribute(Attributes.nestMembers()).stream()
        .flatMap(it -> it.nestMembers().stream())
        .map(it -> it.asSymbol())
        .toList();
  }

  /// Those of sources that were changed or removed since; the compiler does not know of them.
  private void deleteLambdasOfNobody() throws IOException {
    Set<Path> wanted = new HashSet<>();
    var files = files();
    for (var file : files) {
      if (!isLambda(file)) {
        members(format.parse(file)).forEach(it -> wanted.add(file(it)));
      }
    }
    for (var file : files) {
      if (isLambda(file) && !wanted.contains(file)) {
        Files.delete(file);
      }
    }
  }

  private void write(Map<ClassDesc, byte[]> classes) throws IOException {
    for (var it : classes.entrySet()) {
      var file = file(it.getKey());
      var temporary = Files.write(file.resolveSibling(file.getFileName() + ".new"), it.getValue());
      Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private Path file(ClassDesc name) {
    var descriptor = name.descriptorString();
    return folder.resolve(descriptor.substring(1, descriptor.length() - 1) + ".class");
  }
}
