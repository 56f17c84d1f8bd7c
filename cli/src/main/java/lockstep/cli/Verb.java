package lockstep.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lockstep.cli.command.Check;
import lockstep.cli.command.Ci;
import lockstep.cli.command.Completion;
import lockstep.cli.command.Ddl;
import lockstep.cli.command.Diff;
import lockstep.cli.command.Doctor;
import lockstep.cli.command.Explain;
import lockstep.cli.command.Format;
import lockstep.cli.command.Generate;
import lockstep.cli.command.HookInstall;
import lockstep.cli.command.HookRun;
import lockstep.cli.command.HookUninstall;
import lockstep.cli.command.Init;
import lockstep.cli.command.Lint;
import lockstep.cli.command.MigrateApply;
import lockstep.cli.command.MigrateBaseline;
import lockstep.cli.command.MigrateDev;
import lockstep.cli.command.MigrateNew;
import lockstep.cli.command.MigrateRehearse;
import lockstep.cli.command.MigrateReset;
import lockstep.cli.command.MigrateResolve;
import lockstep.cli.command.MigrateRestore;
import lockstep.cli.command.MigrateRollback;
import lockstep.cli.command.MigrateSquash;
import lockstep.cli.command.MigrateStatus;
import lockstep.cli.command.MigrateVerify;
import lockstep.cli.command.Pull;
import lockstep.cli.command.Push;
import lockstep.cli.command.Rewrite;
import lockstep.cli.command.ScaffoldDocs;
import lockstep.cli.command.ScaffoldMigrationTests;
import lockstep.cli.command.ScaffoldSession;
import lockstep.cli.command.Seed;
import lockstep.cli.command.Shadow;
import lockstep.cli.command.Show;
import lockstep.cli.command.Takeover;
import lockstep.cli.command.Validate;

/// The commands by name, in the order of the overview. Naming one loads no other.
///
/// The name of one that belongs to a group has two words, of which the first is the group.
public enum Verb {
  CHECK("check", "prove that schema, models, generated files and database agree"),
  GENERATE("generate", "write models from the schema, or say whether they are up to date"),
  PUSH("push", "make the development database follow the schema, and generate"),
  MIGRATE_DEV("migrate dev", "keep a development database, its history and the schema together"),
  MIGRATE_NEW("migrate new", "write a migration from the schema, and what takes it back"),
  MIGRATE_VERIFY("migrate verify", "prove that migrations lead there, back and there again"),
  MIGRATE_REHEARSE("migrate rehearse", "try pending migrations on a copy that has rows"),
  MIGRATE_STATUS("migrate status", "say how the migrations on disk stand to a database"),
  MIGRATE_APPLY("migrate apply", "bring a database to the migrations on disk; also `deploy`"),
  MIGRATE_ROLLBACK("migrate rollback", "take the last migrations back, by their down files"),
  MIGRATE_RESTORE("migrate restore", "bring a database back to a backup, and prove it"),
  MIGRATE_BASELINE("migrate baseline", "begin a history with what a database is"),
  MIGRATE_SQUASH("migrate squash", "put one migration in the place of many, and prove it"),
  MIGRATE_RESET("migrate reset", "empty a development database, and apply all migrations"),
  MIGRATE_RESOLVE("migrate resolve", "record that a migration is applied, or was rolled back"),
  TAKEOVER("takeover", "make migrations of an Alembic history, or revisions of migrations"),
  REWRITE("rewrite", "convert the queries of Prisma Client Python to SQLAlchemy"),
  SCAFFOLD_SESSION("scaffold session", "begin the module that gives a Python service its sessions"),
  SCAFFOLD_DOCS("scaffold docs", "begin the page that tells a team of its database"),
  SCAFFOLD_MIGRATION_TESTS("scaffold migration-tests", "begin a file of tests for your migrations"),
  HOOK_INSTALL("hook install", "have commits bring the code that belongs to their schema"),
  HOOK_UNINSTALL("hook uninstall", "take the hook out again, and nothing else"),
  HOOK_RUN("hook run", "what the hook does: generate, and stage"),
  CI("ci", "begin a workflow that runs all checks, on GitHub, GitLab or Buildkite"),
  VALIDATE("validate", "say whether a schema is valid, and what is wrong with it"),
  FORMAT("format", "lay out schema files as Prisma does"),
  LINT("lint", "say what SQL scripts would do to a running service"),
  DDL("ddl", "write a schema as SQL for an empty database"),
  DIFF("diff", "compare any two sources"),
  SHOW("show", "show the tables and other objects of any source"),
  PULL("pull", "write what a database has into the schema, and leave the rest as it is"),
  SEED("seed", "bring the rows of data files into a database, and change nothing twice"),
  SHADOW("shadow", "start, stop or look at the server that sources are tried on"),
  INIT("init", "look at a repository, and begin its lockstep.toml"),
  DOCTOR("doctor", "say what a project stands on, what is wrong with it, and what mends it"),
  EXPLAIN("explain", "show the page of a diagnostic's code"),
  COMPLETION("completion", "write a completion script for bash, zsh or fish");

  /// What Prisma calls it.
  private static final String ALIAS = "migrate deploy";

  private final String word;
  private final String summary;

  Verb(String word, String summary) {
    this.word = word;
    this.summary = summary;
  }

  public static Optional<Verb> find(String word) {
    var own = word.equals(ALIAS) ? MIGRATE_APPLY.word : word;
    return Arrays.stream(values()).filter(it -> it.word.equals(own)).findFirst();
  }

  /// Returns the words that follow a first one in the names of commands; none where it is no group.
  public static List<String> inGroup(String first) {
    return words().stream()
        .filter(it -> it.startsWith(first + " "))
        .map(it -> it.substring(first.length() + 1))
        .toList();
  }

  /// Returns the first words of all names.
  public static List<String> firstWords() {
    return words().stream().map(it -> it.split(" ")[0]).distinct().toList();
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
      case MIGRATE_DEV -> new MigrateDev();
      case MIGRATE_NEW -> new MigrateNew();
      case MIGRATE_VERIFY -> new MigrateVerify();
      case MIGRATE_REHEARSE -> new MigrateRehearse();
      case MIGRATE_STATUS -> new MigrateStatus();
      case MIGRATE_APPLY -> new MigrateApply();
      case MIGRATE_ROLLBACK -> new MigrateRollback();
      case MIGRATE_RESTORE -> new MigrateRestore();
      case MIGRATE_BASELINE -> new MigrateBaseline();
      case MIGRATE_SQUASH -> new MigrateSquash();
      case MIGRATE_RESET -> new MigrateReset();
      case MIGRATE_RESOLVE -> new MigrateResolve();
      case TAKEOVER -> new Takeover();
      case REWRITE -> new Rewrite();
      case SCAFFOLD_SESSION -> new ScaffoldSession();
      case SCAFFOLD_DOCS -> new ScaffoldDocs();
      case SCAFFOLD_MIGRATION_TESTS -> new ScaffoldMigrationTests();
      case HOOK_INSTALL -> new HookInstall();
      case HOOK_UNINSTALL -> new HookUninstall();
      case HOOK_RUN -> new HookRun();
      case CI -> new Ci();
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
      case INIT -> new Init();
      case DOCTOR -> new Doctor();
      case EXPLAIN -> new Explain();
      case COMPLETION -> new Completion();
    };
  }
}
