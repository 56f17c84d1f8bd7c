package lockstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lockstep.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What `launcher/DirectCode.java` makes of the classes of the product.
class DirectCodeTest {
  private static final ClassFile FORMAT =
      ClassFile.of(
          ClassFile.ClassHierarchyResolverOption.of(
              ClassHierarchyResolver.ofResourceParsing(DirectCodeTest.class.getClassLoader())));

  @ParameterizedTest
  @ValueSource(strings = {"core", "engine", "cli"})
  void noClassNeedsCodeThatIsMadeWhenItRuns(String module) throws IOException {
    var found = new ArrayList<String>();
    for (var model : classes(module)) {
      for (var method : model.methods()) {
        method.code().stream()
            .flatMap(it -> it.elementStream())
            .filter(it -> it instanceof InvokeDynamicInstruction call && isMadeAtRunTime(call))
            .forEach(it -> found.add(model.thisClass().asInternalName() + ": " + it));
      }
    }
    assertThat(found).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"core", "engine", "cli"})
  void everyClassIsSound(String module) throws IOException {
    for (var model : classes(module)) {
      assertThat(FORMAT.verify(model)).as(model.thisClass().asInternalName()).isEmpty();
    }
  }

  @Test
  void recordsAnswerAsTheyDoUnchanged() {
    assertThat(new Span(1, 2)).hasToString("Span[start=1, end=2]").isEqualTo(new Span(1, 2));
    assertThat(new Span(1, 2)).isNotEqualTo(new Span(1, 3)).isNotEqualTo(null).isNotEqualTo("");
    assertThat(new Span(1, 2)).hasSameHashCodeAs(new Span(1, 2));
  }

  @Test
  void classesDoTheSameBeforeAndAfter(@TempDir Path folder) throws Exception {
    var source = Path.of("src/test/resources/lockstep/cli/DirectCodeSample.java");
    run(folder, "javac", "-d", folder.toString(), source.toString());
    var before = run(folder, "java", "-cp", folder.toString(), "DirectCodeSample");
    assertThat(before).hasSizeGreaterThan(20).doesNotHaveDuplicates();

    var rewriter = Path.of("../launcher/DirectCode.java").toString();
    run(folder, "java", "-cp", folder.toString(), rewriter, folder.toString());
    assertThat(folder.resolve("DirectCodeSample$lambda$0.class")).exists();
    assertThat(run(folder, "java", "-cp", folder.toString(), "DirectCodeSample")).isEqualTo(before);

    var rewritten = Files.readAllBytes(folder.resolve("DirectCodeSample.class"));
    var left = folder.resolve("DirectCodeSample$lambda$999.class");
    Files.copy(folder.resolve("DirectCodeSample$lambda$0.class"), left);
    run(folder, "java", "-cp", folder.toString(), rewriter, folder.toString());
    assertThat(folder.resolve("DirectCodeSample.class")).hasBinaryContent(rewritten);
    assertThat(folder.resolve("DirectCodeSample$lambda$0.class")).exists();
    assertThat(left).as("of a source of before").doesNotExist();
  }

  /// Returns the lines that a tool of the JDK printed.
  private static List<String> run(Path folder, String tool, String... arguments) throws Exception {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", tool).toString());
    command.addAll(List.of(arguments));
    var output = Files.createTempFile(folder, "output", ".txt");
    var process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor()).as(Files.readString(output)).isZero();
    return Files.readAllLines(output);
  }

  private static boolean isMadeAtRunTime(InvokeDynamicInstruction call) {
    var factory = call.bootstrapMethod();
    return factory.owner().packageName().equals("java.lang.runtime")
        || factory.methodName().equals("metafactory");
  }

  private static List<ClassModel> classes(String module) throws IOException {
    var all = new ArrayList<ClassModel>();
    try (var files = Files.walk(Path.of("..", module, "target", "classes"))) {
      for (var file : files.filter(it -> it.toString().endsWith(".class")).toList()) {
        all.add(FORMAT.parse(file));
      }
    }
    assertThat(all).hasSizeGreaterThan(10);
    return all;
  }
}
