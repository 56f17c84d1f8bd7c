package lockstep.engine.testing;

import lockstep.engine.postgres.Session;
import lockstep.engine.postgres.Shadow;
import lockstep.engine.postgres.ShadowDatabase;
import lockstep.engine.postgres.ShadowSettings;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Carries out [Postgres]. One server for the whole run; JUnit closes what is in its store.
public final class PostgresExtension implements ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(PostgresExtension.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    var type = parameter.getParameter().getType();
    return type == Shadow.class || type == ShadowDatabase.class || type == Session.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    var type = parameter.getParameter().getType();
    if (type == Shadow.class) {
      return shadow(context);
    }
    var key = "parameter " + parameter.getIndex();
    var database =
        context
            .getStore(NAMESPACE)
            .computeIfAbsent(key, _ -> shadow(context).create(), ShadowDatabase.class);
    return type == Session.class ? database.session() : database;
  }

  private static Shadow shadow(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .computeIfAbsent(
            Shadow.class,
            _ -> Shadow.open(new ShadowSettings.Embedded(TestServer.settings())),
            Shadow.class);
  }
}
