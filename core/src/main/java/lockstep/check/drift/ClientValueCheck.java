package lockstep.check.drift;

import java.util.ArrayList;
import java.util.List;
import lockstep.diagnostic.Severity;
import lockstep.diff.MappingChange;
import lockstep.diff.MappingDiffer;
import lockstep.mapping.ClientDefault;
import lockstep.mapping.Field;
import lockstep.mapping.Model;
import lockstep.psl.printer.ClientDefaultText;
import lockstep.schema.ColumnValue;
import lockstep.schema.ObjectPath;

/// Compares what the clients of two sources fill in. A database cannot say it, so that two ORMs can
/// agree on every table and still write different rows.
public final class ClientValueCheck {
  private final Side from;
  private final Side to;
  private final Findings findings;
  private final List<Drift> drifts = new ArrayList<>();

  private ClientValueCheck(Side from, Side to) {
    this.from = from;
    this.to = to;
    this.findings = new Findings(from, to);
  }

  /// Returns where one client fills in what the other does not, model by model. Both sides are read
  /// from an ORM; names of classes and attributes are each side's own business.
  public static List<Drift> check(Side from, Side to) {
    var check = new ClientValueCheck(from, to);
    MappingDiffer.diff(from.reading().mapping(), to.reading().mapping()).forEach(check::change);
    return List.copyOf(check.drifts);
  }

  private void change(MappingChange change) {
    if (change instanceof MappingChange.AlterField(var model, var before, var after)
        && before instanceof Field.Scalar here
        && after instanceof Field.Scalar there) {
      onCreate(model, here, there);
      onUpdate(model, here, there);
    }
  }

  private void onCreate(Model model, Field.Scalar here, Field.Scalar there) {
    if (!isFilledByDatabase(model, here.onCreate(), from, here)
        && !isFilledByDatabase(model, there.onCreate(), to, there)) {
      compare(path(model, there), "is created with", here.onCreate(), there.onCreate());
    }
  }

  private void onUpdate(Model model, Field.Scalar here, Field.Scalar there) {
    compare(path(model, there), "is updated with", here.onUpdate(), there.onUpdate());
  }

  /// Returns whether a client leaves out a column for which the database has a value.
  private static boolean isFilledByDatabase(
      Model model, ClientDefault client, Side side, Field.Scalar field) {
    return client instanceof ClientDefault.None
        && side.reading()
            .schema()
            .table(model.relation())
            .flatMap(it -> it.column(field.column()))
            .filter(it -> !(it.value() instanceof ColumnValue.None))
            .isPresent();
  }

  private static ObjectPath path(Model model, Field.Scalar field) {
    return switch (model.kind()) {
      case TABLE -> ObjectPath.column(model.relation(), field.column());
      case VIEW -> ObjectPath.viewColumn(model.relation(), field.column());
    };
  }

  private void compare(ObjectPath column, String verb, ClientDefault before, ClientDefault after) {
    if (before.equals(after)) {
      return;
    }
    var drift = findings.differs(DriftCode.CLIENT_VALUE, column, verb, words(before), words(after));
    var isKnown =
        !(before instanceof ClientDefault.Computed || after instanceof ClientDefault.Computed);
    drifts.add(isKnown ? drift : drift.withSeverity(Severity.NOTE));
  }

  /// Returns a value as PSL writes it; nothing where the client fills in none.
  private static String words(ClientDefault value) {
    return switch (value) {
      case ClientDefault.None _ -> "";
      case ClientDefault.Now _ -> "now()";
      case ClientDefault.Computed(var description) -> description;
      case ClientDefault.Cuid _,
          ClientDefault.Uuid _,
          ClientDefault.Ulid _,
          ClientDefault.Nanoid _ ->
          ClientDefaultText.of(value).orElseThrow();
    };
  }
}
