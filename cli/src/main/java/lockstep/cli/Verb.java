package lockstep.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lockstep.cli.command.Check;
import lockstep.cli.command.Completion;
import lockstep.cli.command.Ddl;
import lockstep.cli.command.Diff;
import lockstep.cli.command.Explain;
import lockstep.cli.command.Format;
import lockstep.cli.command.Generate;
import lockstep.cli.command.Lint;
import lockstep.cli.command.Pull;
import lockstep.cli.command.Push;
import lockstep.cli.command.Seed;
import lockstep.cli.command.Shadow;
import lockstep.cli.command.Show;
import lockstep.cli.command.Validate;

/// The commands by name, in the order of the overview. Naming one loads no other.
public enum Verb {
  CHECK("check", "prove that schema, models, generated files and database agree"),
  GENERATE("generate", "write models from the schema, or say whether they are up to date"),
  PUSH("push", "make the development database follow the schema, and generate"),
  VALIDATE("validate", "say whether a schema is valid, and what is wrong with it"),
  FORMAT("format", "lay out schema files as Prisma does"),
  LINT("lint", "say what SQL scripts would do to a running service"),
  DDL("ddl", "write a schema as SQL for an empty database"),
  DIFF("diff", "compare any two sources"),
  SHOW("show", "show the tables and other objects of any source"),
  PULL("pull", "write what a database has into the schema, and leave the rest as it is"),
  SEED("seed", "bring the rows of data files into a database, and change nothing twice"),
  SHADOW("shadow", "start, stop or look at the server that sources are tried on"),
  EXPLAIN("explain", "show the page of a diagnostic's code"),
  COMPLETION("completion", "write a completion script for bash, zsh or fish");

  private final String word;
  private final String summary;

  Verb(String word, String summary) {
    this.word = word;
    this.summary = summary;
  }

  public static Optional<Verb> find(String word) {
    return Arrays.stream(values()).filter(it -> it.word.equals(word)).findFirst();
  }

  public static List<String> words() {
    return Arrays.stream(values()).map(Verb::word).toList();
  }

  public String word() {
    return word;
  }

  public String summary() {
    return summary;
  }

  public Command command() {
    return switch (this) {
      case PUSH -> new Push();
      case VALIDATE -> new Validate();
      case CHECK -> new Check();
      case GENERATE -> new Generate();
      case DIFF -> new Diff();
      case DDL -> new Ddl();
      case LINT -> new Lint();
      case SHOW -> new Show();
      case FORMAT -> new Format();
      case PULL -> new Pull();
      case SEED -> new Seed();
      case SHADOW -> new Shadow();
      case EXPLAIN -> new Explain();
      case COMPLETION -> new Completion();
    };
  }
}
