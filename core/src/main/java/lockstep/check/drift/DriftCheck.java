package lockstep.check.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lockstep.diff.Change;
import lockstep.diff.Differ;
import lockstep.plan.SameButForName;
import lockstep.schema.Identifier;
import lockstep.schema.ObjectPath;
import lockstep.text.Order;

/// Compares two sources that should be equal.
public final class DriftCheck {
  private DriftCheck() {}

  /// Returns what is different, grouped by object: first what stands in no table, then table by
  /// table; empty when equal. What only one side has because another tool keeps it there is a note
  /// each, at the end.
  public static List<Drift> check(Side from, Side to) {
    return check(from, to, Ignored.NONE);
  }

  /// The same, with what the project leaves alone among the notes.
  public static List<Drift> check(Side from, Side to, Ignored ignored) {
    return check(from, to, changes(from, to), ignored);
  }

  /// The same for who knows already, as [Differ] says it, what turns the first into the second.
  public static List<Drift> check(Side from, Side to, List<Change> known, Ignored ignored) {
    var changes = withoutHomesOfExtensions(from, to, known);
    var findings = new Findings(from, to);
    var untried = changes.stream().filter(findings::isUntried).toList();
    var bystanders = changes.stream().filter(it -> Bystanders.owns(it, findings)).toList();
    var leftAlone =
        changes.stream().filter(it -> ignored.has(it) && !bystanders.contains(it)).toList();
    var renamed =
        SameButForName.find(changes.stream().filter(it -> !leftAlone.contains(it)).toList());
    var all = new ArrayList<Drift>();
    renamed.forEach(it -> all.add(OtherName.describe(it, findings)));
    var description = new ChangeDescription(findings);
    withoutContents(changes).stream()
        .filter(it -> !bystanders.contains(it) && !leftAlone.contains(it))
        .filter(it -> !untried.contains(it))
        .filter(it -> renamed.stream().noneMatch(one -> one.has(it)))
        .forEach(it -> all.addAll(description.of(it)));
    OwnParts.find(from.reading().schema(), to.reading().schema(), findings).stream()
        .filter(it -> !ignored.has(it.object()))
        .forEach(all::add);
    var found = List.copyOf(all);
    all.replaceAll(it -> OtherCase.advised(it, found));
    all.sort(Order.by(Drift::object));
    bystanders.forEach(it -> all.add(Bystanders.leftAlone(it, findings)));
    untried.forEach(it -> all.add(findings.untried(it.object())));
    leftAlone.stream()
        .map(Change::object)
        .distinct()
        .forEach(it -> all.add(findings.leftAlone(it)));
    return List.copyOf(all);
  }

  /// Returns what turns the first side into the second, as far as it is for us to do: not what
  /// other tools keep there, nor what the project leaves alone or nobody could try.
  public static List<Change> ours(Side from, Side to, Ignored ignored) {
    var findings = new Findings(from, to);
    return withoutHomesOfExtensions(from, to, changes(from, to)).stream()
        .filter(it -> !Bystanders.owns(it, findings) && !ignored.has(it))
        .filter(it -> !findings.isUntried(it))
        .toList();
  }

  private static List<Change> changes(Side from, Side to) {
    return Differ.diff(from.reading().schema(), to.reading().schema());
  }

  /// People who list an extension need not list the namespace that it stands in: one that holds
  /// nothing else comes with the extension.
  private static List<Change> withoutHomesOfExtensions(Side from, Side to, List<Change> changes) {
    if (from.kind() == Side.Kind.RECORDED && to.kind() == Side.Kind.RECORDED) {
      return changes;
    }
    var homes =
        Stream.of(from, to)
            .flatMap(it -> it.reading().schema().extensions().stream())
            .flatMap(it -> it.namespace().stream())
            .toList();
    var empty =
        changes.stream()
            .flatMap(DriftCheck::missingNamespace)
            .filter(homes::contains)
            .filter(it -> changes.stream().noneMatch(change -> isIn(List.of(it), change)))
            .toList();
    return changes.stream().filter(it -> missingNamespace(it).noneMatch(empty::contains)).toList();
  }

  /// A namespace that one side lacks is one finding, however much is in it.
  private static List<Change> withoutContents(List<Change> changes) {
    var missing = changes.stream().flatMap(DriftCheck::missingNamespace).toList();
    var created =
        changes.stream()
            .filter(Change.Creation.class::isInstance)
            .map(Change::object)
            .collect(Collectors.toSet());
    return changes.stream()
        .filter(it -> !isIn(missing, it))
        .filter(it -> !(it instanceof Change.AlterAccess && isOf(created, it.object())))
        .toList();
  }

  private static boolean isOf(Set<ObjectPath> created, ObjectPath path) {
    return created.contains(path) || path.parent().filter(created::contains).isPresent();
  }

  private static Stream<Identifier> missingNamespace(Change change) {
    return change instanceof Change.CreateNamespace || change instanceof Change.DropNamespace
        ? Stream.of(change.object().names().getFirst())
        : Stream.empty();
  }

  private static boolean isIn(List<Identifier> namespaces, Change change) {
    var names = change.object().names();
    return names.size() > 1 && namespaces.contains(names.getFirst());
  }
}
