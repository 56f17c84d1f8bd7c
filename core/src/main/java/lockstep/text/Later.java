package lockstep.text;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// A value that is made when it is first asked for, and once: most runs need few of those that they
/// could.
public final class Later<T> implements Supplier<T> {
  private final Supplier<T> making;
  private Optional<T> made = Optional.empty();

  private Later(Supplier<T> making) {
    this.making = making;
  }

  public static <T> Later<T> of(Supplier<T> making) {
    return new Later<>(making);
  }

  /// Returns what is made of this value when that is asked for.
  public <R> Later<R> then(Function<? super T, ? extends R> change) {
    return of(() -> change.apply(get()));
  }

  @Override
  public synchronized T get() {
    if (made.isEmpty()) {
      made = Optional.of(making.get());
    }
    return made.get();
  }
}
