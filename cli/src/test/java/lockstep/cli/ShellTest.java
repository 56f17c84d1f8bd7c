package lockstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lockstep.engine.project.Environment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShellTest {
  @TempDir private Path folder;
  private Calls calls;

  @BeforeEach
  void inFolder() throws IOException {
    calls = Calls.in(folder);
  }

  @Test
  void nothingNamedListsTheCommands() {
    var answer = calls.run();
    assertThat(answer.code()).isEqualTo(ExitCode.CLEAN);
    assertThat(answer.out()).contains("usage: lockstep COMMAND");
    Verb.words().forEach(it -> assertThat(answer.out()).containsPattern("\n  " + it + "[ \n]"));
    assertThat(answer.err()).isEmpty();
  }

  @Test
  void versionIsOneLine() {
    assertThat(calls.run("--version").out()).matches("lockstep \\d+\\.\\d+\\.\\d+.*\n");
  }

  @ParameterizedTest
  @EnumSource(Verb.class)
  void everyCommandExplainsItselfWithExamplesThatItWouldTake(Verb verb) {
    var name = List.of(verb.word().split(" "));
    var help = calls.run((verb.word() + " --help").split(" "));
    assertThat(help.code()).isEqualTo(ExitCode.CLEAN);
    assertThat(help.out())
        .startsWith("lockstep " + verb.word() + ": " + verb.summary())
        .contains("usage: lockstep " + verb.word())
        .contains("--quiet")
        .contains("--verbose")
        .contains("examples\n");
    assertThat(calls.run(("help " + verb.word()).split(" ")).out()).isEqualTo(help.out());
    for (var example : verb.command().examples()) {
      var words = example.call().replaceAll(".*lockstep ", "").split(" [|>] |[|>)]")[0];
      var arguments = List.of(words.split(" "));
      assertThat(Verb.find(String.join(" ", arguments.subList(0, name.size())))).contains(verb);
      // Throws where an option does not exist.
      new ArgumentParser(verb).parse(arguments.subList(name.size(), arguments.size()));
    }
  }

  @ParameterizedTest
  @EnumSource(Verb.class)
  void noLineOfHelpIsWiderThanATerminal(Verb verb) {
    var call = (verb.word() + " --help").split(" ");
    assertThat(calls.run(call).out().lines())
        .allSatisfy(it -> assertThat(it.length()).isLessThanOrEqualTo(100));
  }

  @Test
  void theFirstOfTwoWordsListsTheSecond() {
    for (var call : new String[] {"migrate", "migrate --help", "migrate -h", "help migrate"}) {
      var answer = calls.run(call.split(" "));
      assertThat(answer.code()).isEqualTo(ExitCode.CLEAN);
      assertThat(answer.out())
          .contains("usage: lockstep migrate COMMAND", "\n  migrate status ")
          .doesNotContain("push");
    }
    assertThat(calls.run("migrate", "stauts").err()).contains("`lockstep migrate status`?");
  }

  @Test
  void anUnknownCommandNamesTheClosest() {
    var answer = calls.run("chekc");
    assertThat(answer.code()).isEqualTo(ExitCode.BAD_CALL);
    assertThat(answer.err())
        .isEqualTo(
            "error[CLI001]: `chekc` is not a command.\n   = Did you mean `lockstep check`?\n");
    assertThat(answer.out()).isEmpty();
  }

  @Test
  void anUnknownOptionNamesTheClosest() {
    var answer = calls.run("validate", "x", "--fromat=json");
    assertThat(answer.code()).isEqualTo(ExitCode.BAD_CALL);
    assertThat(answer.err())
        .contains("CLI002")
        .contains("`--fromat`")
        .contains("Did you mean `--format`?");
  }

  @Test
  void aWrongValueNamesTheClosest() {
    var answer = calls.run("validate", "x", "--format", "jsn");
    assertThat(answer.code()).isEqualTo(ExitCode.BAD_CALL);
    assertThat(answer.err())
        .contains("`--format` takes text, json, not `jsn`.")
        .contains("Did you mean `json`?");
  }

  @Test
  void missingAndSurplusArgumentsAreSaid() {
    assertThat(calls.run("validate").code()).isEqualTo(ExitCode.BAD_CALL);
    assertThat(calls.run("validate").err())
        .isEqualTo(
            "error[CLI004]: `lockstep validate` needs the argument `PATH`.\n"
                + "   = See `lockstep validate --help`.\n");
    assertThat(calls.run("validate", "a", "--format").err()).contains("`--format` needs a value.");
    assertThat(calls.run("check", "--python", "a", "--python", "b").err())
        .contains("`--python` is given twice.");
    assertThat(calls.run("validate", "a", "b").err()).contains("no use for the argument `b`");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check --no-database --database postgresql://h/d",
        "validate schema.prisma --quiet --verbose",
        "generate --check --names",
        "shadow status extra",
        "--version extra",
        "help check extra",
      })
  void whatContradictsItselfOrSaysTooMuchIsAWrongCall(String call) {
    var answer = calls.run(call.split(" "));
    assertThat(answer.code()).isEqualTo(ExitCode.BAD_CALL);
    assertThat(answer.err()).contains("CLI004");
    assertThat(answer.out()).isEmpty();
  }

  @Test
  void aReaderThatWentAwayIsNoError() {
    assertThat(codeWhenWritingFails("Broken pipe")).isEqualTo(ExitCode.CLEAN);
  }

  @Test
  void aFullDiskBehindTheOutputIsTheEnvironmentsFault() {
    assertThat(codeWhenWritingFails("No space left on device"))
        .isEqualTo(ExitCode.ENVIRONMENT_FAILED);
  }

  @Test
  void coloursAreForTerminalsOnly() throws IOException {
    calls.write("s.prisma", "model A {\n  id Strin @id\n}\n");
    assertThat(calls.run("validate", "s.prisma").err()).doesNotContain("\033[");
    assertThat(calls.runOnTerminal("validate", "s.prisma").err()).contains("\033[");
  }

  private ExitCode codeWhenWritingFails(String reason) {
    var failing =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException(reason);
          }
        };
    var terminal =
        new Terminal(
            new Output(failing, false, false),
            new Output(OutputStream.nullOutputStream(), false, false));
    var environment = new Environment(Map.of(), folder, folder);
    return new Shell(environment, terminal).run(List.of("--version"));
  }
}
