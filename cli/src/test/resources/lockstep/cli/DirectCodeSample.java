import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/// Every shape of lambda, record and pattern switch that `launcher/DirectCode.java` meets.
/// `DirectCodeTest` compiles and runs it twice: as javac made it, and rewritten.
public final class DirectCodeSample {
  private final String name;

  private DirectCodeSample(String name) {
    this.name = name;
  }

  sealed interface Shape permits Circle, Square, Nothing {
    Shape SMALL = new Circle((byte) 1, 'c', 2.5, true);

    default Supplier<String> described() {
      return () -> words(this) + hidden();
    }

    private String hidden() {
      Supplier<String> inside = this::toString;
      return inside.get();
    }

    static String words(Shape shape) {
      Function<Shape, String> words =
          it ->
              switch (it) {
                case Circle(var size, var letter, var radius, var isOpen) ->
                    "circle " + size + letter + radius + isOpen;
                case Square square when square.side() > 3 -> "large square";
                case Square _ -> "square";
                case Nothing _ -> "nothing";
              };
      return words.apply(shape);
    }
  }

  record Circle(byte size, char letter, double radius, boolean isOpen) implements Shape {}

  record Square(long side, List<String> notes) implements Shape {}

  record Nothing() implements Shape {}

  interface Joined<T, R extends Comparable<R>> {
    R join(T first, int second, long third);
  }

  class Inner {
    final Supplier<String> both = () -> name + privately();

    private String privately() {
      return " of " + Inner.class.getSimpleName();
    }
  }

  private String greet(String greeting) {
    return greeting + ", " + name;
  }

  private static long twice(long number) {
    return 2 * number;
  }

  private long count(String text) {
    name.length();
    return text.length();
  }

  public static void main(String[] arguments) {
    var sample = new DirectCodeSample("sample");
    var text = "captured";
    var number = 7;
    var large = 1L << 40;
    var exact = 2.5;
    var letter = 'x';
    var small = (short) 3;
    var flag = true;

    Supplier<String> everything = () -> text + number + large + exact + letter + small + flag;
    print("captures", everything.get());
    Function<String, String> bound = sample::greet;
    print("bound", bound.apply("hello"));
    BiFunction<DirectCodeSample, String, String> unbound = DirectCodeSample::greet;
    print("unbound", unbound.apply(sample, "welcome"));
    Function<String, Integer> boxing = Integer::parseInt;
    print("boxing", boxing.apply("42") + 1);
    ToIntFunction<Integer> unboxing = Integer::intValue;
    print("unboxing", unboxing.applyAsInt(43));
    ToIntFunction<Character> widening = Character::charValue;
    print("widening a result", widening.applyAsInt('a'));
    IntToLongFunction argument = DirectCodeSample::twice;
    print("widening an argument", argument.applyAsLong(21));
    ToLongFunction<Integer> both = DirectCodeSample::twice;
    print("unboxing and widening", both.applyAsLong(22));
    LongSupplier later = () -> large;
    print("a long", later.getAsLong());
    DoubleUnaryOperator operator = it -> it * exact;
    print("a double", operator.applyAsDouble(2));
    Function<String, DirectCodeSample> constructor = DirectCodeSample::new;
    print("a constructor", constructor.apply("made").name);
    Supplier<List<String>> list = ArrayList::new;
    print("a constructor without arguments", list.get());
    IntFunction<String[]> array = String[]::new;
    print("an array", array.apply(3).length);
    Consumer<String> dropped = sample::count;
    dropped.accept("a result of two slots is dropped");
    var seen = new ArrayList<String>();
    Consumer<String> added = seen::add;
    added.accept("one of one slot too");
    print("dropped", seen);
    Joined<List<String>, String> joined = (first, second, third) -> first.get(second) + third;
    print("generic", joined.join(List.of("a", "b"), 1, 5));
    ToIntFunction<Map.Entry<String, Integer>> variable = Map.Entry::getValue;
    print("the value of a type variable", variable.applyAsInt(Map.entry("a", 44)));
    Predicate<Optional<Boolean>> truth = Optional::get;
    print("a boolean of a type variable", truth.test(Optional.of(true)));
    record Local(int number) {}
    print("a local record", new Local(45));
    Runnable nested = () -> ((Runnable) () -> print("nested", number)).run();
    nested.run();
    print("an inner class", sample.new Inner().both.get());
    print("optional", Optional.of("text").map(String::length).filter(it -> it > number).isEmpty());
    print("interface", Shape.SMALL.described().get());

    var square = new Square(4, List.of("note"));
    print("large", Shape.words(square));
    print("plain", Shape.words(new Square(2, List.of())));
    print("empty", Shape.words(new Nothing()) + new Nothing());
    print("text", square);
    print("equal", square.equals(new Square(4, List.of("note"))));
    print("different", square.equals(new Square(5, List.of("note"))) + " " + square.equals(null));
    print("hash", square.hashCode() == new Square(4, List.of("note")).hashCode());
    try {
      Shape.words(null);
    } catch (NullPointerException e) {
      print("null", e.getClass());
    }
    Supplier<Object> once = () -> "the same";
    print("without captures", once.get() == once.get());
  }

  private static void print(String what, Object value) {
    System.out.println(what + ": " + value);
  }
}
