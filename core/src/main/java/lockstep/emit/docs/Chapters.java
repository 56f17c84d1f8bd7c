package lockstep.emit.docs;

/// The chapters that are begun once and then belong to the team.
final class Chapters {
  private Chapters() {}

  static String changing(Surroundings project) {
    return """
        ## Changing it

        1. Edit `%s`.
        2. `lockstep push` brings the database on this machine there and generates the models;
           `lockstep generate` does only the latter.
        3. %s
        4. Commit schema, models and migrations together. The hook that `lockstep hook install` sets
           up generates before each commit, and fails where something is left to do.
        5. `lockstep check` says whether schema, models and database agree; CI runs it too.

        `lockstep doctor` looks at everything on one page when something is odd.
        """
        .formatted(
            project.source(),
            project.migrations().isPresent()
                ? "`lockstep migrate new NAME` writes the migration that other databases get by\n"
                    + "   `lockstep migrate apply`; read it before it is committed."
                : "Other databases are brought there by `lockstep push --database URL`, which shows the\n"
                    + "   statements first.");
  }

  static String sessions(Surroundings.Models models, String model) {
    var text =
        """
        ## Using it

        A request gets its session, which commits at its end, or rolls back and raises:

        ```python
        from fastapi import Depends
        from sqlalchemy import select
        from sqlalchemy.ext.asyncio import AsyncSession

        from %1$s import get_session
        from %2$s import %3$s


        @router.get("/")
        async def listing(session: AsyncSession = Depends(get_session)) -> int:
            rows = await session.scalars(select(%3$s).limit(20))
            return len(rows.all())
        ```

        `lockstep scaffold session` begins `%1$s`, which takes the address as it is written
        for Prisma. What of a row is needed after the session is loaded with it:
        `select(%3$s).options(selectinload(%3$s.…))`.
        """
            .formatted(models.session(), models.packageName(), model);
    return models.sessions() == Surroundings.Sessions.AWAITED ? text : withoutAwaiting(text);
  }

  private static String withoutAwaiting(String text) {
    return text.replace(
            "sqlalchemy.ext.asyncio import AsyncSession", "sqlalchemy.orm import Session")
        .replace("async def ", "def ")
        .replace("await ", "")
        .replace("AsyncSession", "Session");
  }

  static String trouble(Surroundings project) {
    var variable = project.variable().orElse("DATABASE_URL");
    return """
        ## Trouble

        | what is seen | what it is | what mends it |
        |---|---|---|
        | `AttributeError` or an unknown column in Python | the models are stale | `lockstep generate` |
        | `UndefinedColumn`, `relation "…" does not exist` | the database is behind | %s |
        | `lockstep check` names a difference that nobody made | somebody changed the database by hand | `lockstep pull`, or the statements that `check` shows |
        | no connection, or a wrong password | `%s` is not set, or wrong | `lockstep doctor` |
        | `unexpected keyword argument 'sslmode'` | an address as Prisma or Neon write it, handed to asyncpg | `lockstep scaffold session` |
        | `type "vector" does not exist` | the extension is missing | `CREATE EXTENSION vector;` |
        """
        .formatted(
            project.migrations().isPresent()
                ? "`lockstep push`, or `lockstep migrate apply`"
                : "`lockstep push`",
            variable);
  }
}
