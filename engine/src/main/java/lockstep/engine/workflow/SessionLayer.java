package lockstep.engine.workflow;

import java.nio.file.Path;
import java.util.List;
import lockstep.diagnostic.Diagnostic;
import lockstep.engine.project.Environment;

/// Begins the module that gives a Python service its sessions. It is the team's from then on.
public final class SessionLayer {
  private static final String FILE = "database.py";

  private SessionLayer() {}

  /// How a service talks to its database.
  public enum Style {
    ASYNCPG("asyncpg"),
    PSYCOPG("psycopg"),
    /// psycopg too, in a service that awaits nothing.
    SYNC("sync"),
    /// Prisma Client Python, for teams that stay with it.
    PRISMA("prisma");

    private final String word;

    Style(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /// @param folder that gets the file
  public record Request(Style style, Path folder, boolean mayReplace, Environment environment) {
    public Path file() {
      return folder.resolve(FILE);
    }
  }

  /// Returns why nothing was written; empty where all went well.
  public static List<Diagnostic> run(Request request) {
    return new BegunFile(request.file(), request.mayReplace(), request.environment())
        .write(() -> text(request.style()));
  }

  static String text(Style style) {
    if (style == Style.PRISMA) {
      return template("session-prisma");
    }
    var driver = style == Style.ASYNCPG ? "asyncpg" : "psycopg";
    var text =
        template("session")
            .replace("@IMPORTS@\n", template("session-imports-" + style.word()))
            .replace("@ARGUMENTS@\n", template("session-" + driver))
            .replace("@EVENTS@\n", template("session-events-" + driver))
            .replace("@DRIVER@", driver)
            .replace("@PACKAGES@", packages(style));
    return style == Style.SYNC ? withoutAwaiting(text) : text;
  }

  private static String packages(Style style) {
    return switch (style) {
      case ASYNCPG -> "'sqlalchemy[asyncio]' asyncpg";
      case PSYCOPG -> "'sqlalchemy[asyncio]' 'psycopg[binary]'";
      case SYNC -> "sqlalchemy 'psycopg[binary]'";
      case PRISMA -> "prisma";
    };
  }

  /// The same code, in the words of SQLAlchemy for services that await nothing.
  private static String withoutAwaiting(String text) {
    return text.replace("async def ", "def ")
        .replace("async with ", "with ")
        .replace("await ", "")
        .replace("engine.sync_engine", "engine")
        .replace("create_async_engine", "create_engine")
        .replace("async_sessionmaker", "sessionmaker")
        .replace("AsyncSession", "Session")
        .replace("AsyncEngine", "Engine")
        .replace("AsyncIterator", "Iterator");
  }

  private static String template(String name) {
    return Template.read("scaffold/%s.txt".formatted(name));
  }
}
