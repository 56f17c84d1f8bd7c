package lockstep.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lockstep.plan.Conduct.Lock;
import lockstep.plan.Conduct.Work;
import lockstep.schema.ObjectPath;
import lockstep.schema.Publication;
import lockstep.schema.Schema;
import lockstep.sql.DefinitionText;
import lockstep.sql.Quote;

/// The statements that change a publication while subscribers use it: one that is dropped and made
/// anew is lost to them.
///
/// @param letGo takes away what stands in the way of others' steps
/// @param then the rest, which needs what the publication shall need
record PublicationPlan(List<Step> letGo, List<Step> then) {
  /// Without these words a publication has these options (PostgreSQL 18, CREATE PUBLICATION).
  private static final Map<String, String> USUAL =
      Map.of(
          "publish", "'insert, update, delete, truncate'",
          "publish_via_partition_root", "false",
          "publish_generated_columns", "none");

  PublicationPlan {
    letGo = List.copyOf(letGo);
    then = List.copyOf(then);
  }

  /// What a publication has by name and what is said of it, as in `TABLE ONLY users` and `TABLE
  /// ONLY users WHERE (id > 0)`, and its options by name.
  private record Content(Map<String, String> items, Map<String, String> options) {
    static Content of(Publication it) {
      var halves = DefinitionText.before(it.definition().text(), "with");
      var items = new LinkedHashMap<String, String>();
      DefinitionText.parts(halves.before().replaceFirst("^FOR ", ""))
          .forEach(item -> items.put(name(item), item));
      var options = new LinkedHashMap<String, String>();
      halves
          .list()
          .forEach(option -> options.put(option.split(" = ", 2)[0], option.split(" = ", 2)[1]));
      return new Content(items, options);
    }

    private static String name(String item) {
      return DefinitionText.before(item, it -> it.text().equals("(") || it.is("where")).before();
    }
  }

  /// Returns whether only a new publication can be what the other is.
  static boolean isReplaced(Publication from, Publication to) {
    return isOfAll(from) != isOfAll(to);
  }

  private static boolean isOfAll(Publication it) {
    return it.definition().text().startsWith("FOR ALL ");
  }

  /// Returns how a publication that is there before and after comes to be what it shall be.
  ///
  /// @param rebuilt what uses something that goes, or is made anew
  static Optional<PublicationPlan> of(
      ObjectPath path, Situation situation, Set<ObjectPath> rebuilt) {
    var before = find(path, situation.from());
    var after = find(path, situation.to());
    return before.isEmpty() || after.isEmpty()
        ? Optional.empty()
        : Optional.of(
            rebuilt.contains(path)
                ? around(before.get(), after.get())
                : inPlace(before.get(), after.get()));
  }

  private static Optional<Publication> find(ObjectPath path, Schema schema) {
    return schema.objects().stream()
        .filter(it -> it instanceof Publication && it.path().equals(path))
        .map(Publication.class::cast)
        .findFirst();
  }

  /// Returns what changes it without a moment in which it lacks something.
  private static PublicationPlan inPlace(Publication from, Publication to) {
    var before = Content.of(from).items();
    var after = Content.of(to).items();
    if (before.entrySet().containsAll(after.entrySet())) {
      return new PublicationPlan(drop(to, without(before, after)), options(from, to));
    }
    var steps =
        after.entrySet().containsAll(before.entrySet())
            ? add(to, without(after, before))
            : List.of(set(to, before, after));
    return new PublicationPlan(List.of(), joined(steps, options(from, to)));
  }

  /// Returns what changes it where columns that it says something of go, or are made anew.
  private static PublicationPlan around(Publication from, Publication to) {
    var before = Content.of(from).items();
    var after = Content.of(to).items();
    var kept = new LinkedHashMap<>(before);
    kept.entrySet().retainAll(after.entrySet());
    kept.entrySet().removeIf(it -> !it.getKey().equals(it.getValue()));
    return new PublicationPlan(
        drop(to, without(before, kept)), joined(add(to, without(after, kept)), options(from, to)));
  }

  private static Map<String, String> without(Map<String, String> all, Map<String, String> other) {
    var rest = new LinkedHashMap<>(all);
    rest.keySet().removeAll(other.keySet());
    return rest;
  }

  private static List<Step> joined(List<Step> first, List<Step> then) {
    return Stream.concat(first.stream(), then.stream()).toList();
  }

  private static List<Step> add(Publication it, Map<String, String> items) {
    return items.entrySet().stream()
        .map(
            item ->
                step(
                    it,
                    Step.Kind.CREATE_PUBLICATION,
                    "ADD " + item.getValue(),
                    "DROP " + item.getKey()))
        .toList();
  }

  private static List<Step> drop(Publication it, Map<String, String> items) {
    return items.entrySet().stream()
        .map(
            item ->
                step(it, Step.Kind.DROP_OBJECT, "DROP " + item.getKey(), "ADD " + item.getValue()))
        .toList();
  }

  private static Step set(Publication it, Map<String, String> before, Map<String, String> after) {
    return step(
        it,
        Step.Kind.CREATE_PUBLICATION,
        "SET " + String.join(", ", after.values()),
        "SET " + String.join(", ", before.values()));
  }

  private static List<Step> options(Publication from, Publication to) {
    var before = Content.of(from).options();
    var after = Content.of(to).options();
    if (before.equals(after)) {
      return List.of();
    }
    var names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    names.removeIf(it -> Objects.equals(before.get(it), after.get(it)));
    return List.of(
        step(
            to,
            Step.Kind.CREATE_PUBLICATION,
            "SET " + options(names, after),
            "SET " + options(names, before)));
  }

  private static String options(Set<String> names, Map<String, String> said) {
    return names.stream()
        .map(it -> it + " = " + said.getOrDefault(it, USUAL.get(it)))
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private static Step step(Publication it, Step.Kind kind, String words, String back) {
    var alter = "ALTER PUBLICATION " + Quote.name(it.name()) + " ";
    return new Step(
        kind,
        it.path(),
        alter + words,
        new Step.Reverse.Statement(alter + back),
        Conduct.of(Lock.SHARE_UPDATE_EXCLUSIVE, Work.CATALOG));
  }
}
