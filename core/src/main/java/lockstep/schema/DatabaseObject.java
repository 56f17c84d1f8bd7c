package lockstep.schema;

import java.util.Optional;

/// What stands in a database and in no namespace, beside extensions.
public sealed interface DatabaseObject permits Publication, EventTrigger, Cast, ForeignSource {
  ObjectPath path();

  Optional<String> comment();
}
