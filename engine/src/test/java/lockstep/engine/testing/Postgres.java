package lockstep.engine.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/// Gives a test a real PostgreSQL: its parameters may be a `ShadowDatabase` (fresh, one for each
/// parameter, dropped after the test), a `Session` in a fresh database, or the `Shadow` itself.
///
/// The server is the embedded one; `LOCKSTEP_TEST_POSTGRES` names another major version.
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(PostgresExtension.class)
public @interface Postgres {}
