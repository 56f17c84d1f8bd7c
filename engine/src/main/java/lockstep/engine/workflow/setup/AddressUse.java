package lockstep.engine.workflow.setup;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Place;
import lockstep.engine.project.DatabaseSetting;
import lockstep.engine.project.Environment;
import lockstep.engine.project.UrlForm;
import lockstep.engine.workflow.DoctorCode;
import lockstep.text.SourceText;

/// Whether the address as it is written means the same to everybody who is handed it: Prisma, and
/// the driver under the service's engine.
///
/// @param code of the service
/// @param schema Prisma's, where it is one
record AddressUse(
    DatabaseSetting setting, ServiceCode code, List<SourceText> schema, Environment environment) {
  private static final String ENGINE = "\\bcreate_(?:async_)?engine\\s*\\(";

  /// What shows that somebody names the driver, or rewrites what stands behind the question mark.
  private static final String NAMES_DRIVER = "\\+asyncpg|\\+psycopg|drivername";

  private static final String REWRITES_QUERY =
      "\\.query\\b|query=|split\\([\"']\\?|partition\\([\"']\\?|update_query|urlparse|urlsplit";

  /// What libpq knows (PostgreSQL 18, 32.1.2) is too much to list: these are Prisma's alone.
  private static final Set<String> ONLY_PRISMA =
      Set.of(
          "schema",
          "pgbouncer",
          "connection_limit",
          "pool_timeout",
          "socket_timeout",
          "statement_cache_size",
          "sslaccept",
          "sslidentity",
          "single_use_connections");

  /// SQLAlchemy hands them to `asyncpg.connect`, which has no such arguments (asyncpg 0.31).
  private static final Set<String> NOT_FOR_ASYNCPG =
      Set.of("sslmode", "channel_binding", "connect_timeout", "application_name", "options");

  List<Diagnostic> findings() {
    var findings = new ArrayList<Diagnostic>();
    setting
        .form()
        .ifPresent(
            form -> {
              forPrisma(form).ifPresent(findings::add);
              code.where(ENGINE).ifPresent(file -> findings.addAll(forEngine(form, file)));
            });
    return findings;
  }

  private Optional<Diagnostic> forPrisma(UrlForm form) {
    var variable = setting.variable().orElse("");
    var isPrismas =
        schema.stream().anyMatch(it -> it.content().contains("env(\"%s\")".formatted(variable)));
    return form.namesDriver() && isPrismas
        ? Optional.of(
            Diagnostic.of(
                    DoctorCode.ADDRESS_NOT_FOR_DRIVER,
                    "Prisma reads `%s` too, and takes no `%s://`."
                        .formatted(variable, form.scheme()))
                .withAdvice(
                    "Write `postgresql://`, and run `lockstep scaffold session --out DIR`: its"
                        + " database.py names the driver itself."))
        : Optional.empty();
  }

  private List<Diagnostic> forEngine(UrlForm form, Path file) {
    var findings = new ArrayList<Diagnostic>();
    var named = code.mentions(NAMES_DRIVER);
    if (code.isAsynchronous()
        && form.scheme().matches("postgres(?:ql)?(?:\\+psycopg2)?")
        && !named) {
      findings.add(
          finding(
              file,
              "The asynchronous engine is handed `%s://` as it is, which SQLAlchemy takes for"
                      .formatted(form.scheme())
                  + " psycopg2, and that awaits nothing."));
    } else if (form.scheme().equals("postgres") && !code.mentions("[\"']postgres://")) {
      findings.add(
          finding(file, "The engine is handed `postgres://` as it is, which SQLAlchemy refuses."));
    }
    var refused = refused(form);
    if (!refused.isEmpty() && !code.mentions(REWRITES_QUERY)) {
      findings.add(
          finding(
              file,
              "The engine is handed %s as it is, which %s refuses."
                  .formatted(String.join(", ", refused), driver(form))));
    }
    return findings;
  }

  private List<String> refused(UrlForm form) {
    var isAsyncpg = driver(form).equals("asyncpg");
    return form.parameters().stream()
        .filter(it -> ONLY_PRISMA.contains(it) || isAsyncpg && NOT_FOR_ASYNCPG.contains(it))
        .map("`%s=`"::formatted)
        .toList();
  }

  private String driver(UrlForm form) {
    return form.namesDriver()
        ? form.scheme().substring(form.scheme().indexOf('+') + 1)
        : code.drivers().stream()
            .findFirst()
            .orElse(code.isAsynchronous() ? "asyncpg" : "psycopg2");
  }

  private Diagnostic finding(Path file, String fact) {
    var folder = environment.show(file.getParent());
    var anew = Files.exists(file.resolveSibling("database.py")) ? " --force" : "";
    return Diagnostic.of(
            DoctorCode.ADDRESS_NOT_FOR_DRIVER, new Place.File(environment.show(file)), fact)
        .withAdvice(
            "Run `lockstep scaffold session --out %s%s`: its database.py takes the address as it is."
                .formatted(folder, anew));
  }
}
