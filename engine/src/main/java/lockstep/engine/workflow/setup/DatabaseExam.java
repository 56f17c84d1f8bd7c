package lockstep.engine.workflow.setup;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Place;
import lockstep.engine.EnvironmentException;
import lockstep.engine.postgres.KnownExtension;
import lockstep.engine.postgres.Session;
import lockstep.engine.project.DatabaseSetting;
import lockstep.engine.project.Environment;
import lockstep.engine.project.Project;
import lockstep.engine.workflow.DoctorCode;
import lockstep.sql.Quote;
import lockstep.text.SourceText;

/// Whether the database is there: by which address, said where, and with the extensions that the
/// schema's types come from.
///
/// @param setting by what the project is told of it; empty where nothing names one
/// @param schema Prisma's, where it is one
/// @param refused why the address is none
record DatabaseExam(
    Project project,
    Optional<DatabaseSetting> setting,
    List<SourceText> schema,
    List<Diagnostic> use,
    List<Diagnostic> refused,
    Environment environment) {
  private static final String TOPIC = "database";

  /// Debian's, by the server's major version; those that PostgreSQL brings itself are in none.
  private static final Map<String, String> PACKAGES =
      Map.of("vector", "postgresql-%s-pgvector", "postgis", "postgresql-%s-postgis-3");

  private static final Pattern TYPE =
      Pattern.compile("Unsupported\\(\"(?:\\w+\\.)?([a-z_0-9]+)|@db\\.(Citext)\\b");

  /// What was found, and whether the database answers.
  record Outcome(Part part, boolean isReached) {}

  Outcome run() {
    var findings = new ArrayList<>(refused);
    findings.addAll(use);
    if (setting.isEmpty()) {
      return findings.isEmpty()
          ? new Outcome(Part.skipped(TOPIC, "none is named in settings or schema"), false)
          : new Outcome(Part.of(TOPIC, "not reached", findings), false);
    }
    if (setting.get().form().isEmpty()) {
      findings.add(unset(setting.get()));
    }
    if (project.database().isEmpty()) {
      return new Outcome(Part.of(TOPIC, told(), findings), false);
    }
    var url = project.database().get();
    try (var session = Session.open(url)) {
      var version =
          session.queryOne("select current_setting('server_version')", row -> row.text(1));
      findings.addAll(extensions(session));
      var fact = "%s (%s), PostgreSQL %s".formatted(url, told(), version.orElse("?"));
      return new Outcome(Part.of(TOPIC, fact, findings), true);
    } catch (EnvironmentException e) {
      findings.addFirst(e.diagnostic());
      return new Outcome(Part.of(TOPIC, "%s (%s)".formatted(url, told()), findings), false);
    }
  }

  /// As in `DATABASE_URL in .env`.
  private String told() {
    var it = setting.orElseThrow();
    var name = it.variable().orElse("set");
    return it.form().isPresent()
        ? name + " in " + it.place()
        : name + (environment.isEmptied(name) ? ", which is empty" : ", which is not set");
  }

  private Diagnostic unset(DatabaseSetting it) {
    var name = it.variable().orElse("");
    var file = project.folder().resolve(".env");
    if (environment.isEmptied(name)) {
      return Diagnostic.of(
              DoctorCode.NO_ADDRESS,
              "`%s` is set to nothing in the environment, which hides what `%s` says of it."
                  .formatted(name, environment.show(file)))
          .withAdvice("Run `unset %s`, or set it to the address.".formatted(name));
    }
    if (Files.exists(file) && !(Files.isRegularFile(file) && Files.isReadable(file))) {
      return Diagnostic.of(
              DoctorCode.NO_ADDRESS,
              new Place.File(environment.show(file)),
              "`%s` is not set, and this file cannot be read.".formatted(name))
          .withAdvice("Let this user read it.");
    }
    for (var mention : DatabaseSetting.mentions(name, project.folder())) {
      var shown = environment.show(mention.file());
      return Diagnostic.of(
              DoctorCode.NO_ADDRESS,
              new Place.File(shown),
              mention.isRead()
                  ? "`%s` speaks of `%s`, and not as `%s=…` with a value."
                      .formatted(shown, name, name)
                  : "`%s` sets `%s`, and is not read: only `.env` and `.env.local` are."
                      .formatted(shown, name))
          .withAdvice(
              mention.isRead()
                  ? "Write it as `%s=postgresql://…`, in UTF-8.".formatted(name)
                  : "Set the variable in `.env` too, or in the environment.");
    }
    return Diagnostic.of(
            DoctorCode.NO_ADDRESS,
            "`%s` is not set, neither in the environment nor in `%s`."
                .formatted(name, environment.show(file)))
        .withAdvice("Write `%s=postgresql://…` into that file.".formatted(name));
  }

  private List<Diagnostic> extensions(Session session) {
    var findings = new ArrayList<Diagnostic>();
    for (var extension : needed()) {
      var name = extension.sqlName();
      var state =
          session.queryOne(
              "select installed_version is not null from pg_available_extensions where name = "
                  + Quote.literal(name),
              row -> row.isTrue(1));
      if (!state.orElse(false)) {
        findings.add(state.isPresent() ? notCreated(name) : notInstalled(name, session));
      }
    }
    return findings;
  }

  private static Diagnostic notCreated(String name) {
    return Diagnostic.of(
            DoctorCode.EXTENSION_MISSING,
            "The database has not the extension `%s`, which types of the schema come from."
                .formatted(name))
        .withAdvice("Run `%s` in it, as its owner.".formatted(create(name)));
  }

  private static Diagnostic notInstalled(String name, Session session) {
    var major =
        session.queryOne(
            "select current_setting('server_version_num')::int / 10000", row -> row.text(1));
    var as =
        Optional.ofNullable(PACKAGES.get(name))
            .map(it -> ", as by `apt install %s`".formatted(it.formatted(major.orElse("17"))))
            .orElse("");
    return Diagnostic.of(
            DoctorCode.EXTENSION_MISSING,
            "The server has not the extension `%s`, which types of the schema come from."
                .formatted(name))
        .withAdvice(
            "Install it on the server%s, then run `%s` in the database, as its owner."
                .formatted(as, create(name)));
  }

  private static String create(String name) {
    return "CREATE EXTENSION \"%s\";".formatted(name);
  }

  private Set<KnownExtension> needed() {
    var needed = new LinkedHashSet<KnownExtension>();
    for (var text : schema) {
      var type = TYPE.matcher(text.content());
      while (type.find()) {
        KnownExtension.bringing(type.group(1) == null ? "citext" : type.group(1))
            .ifPresent(needed::add);
      }
    }
    return needed;
  }
}
