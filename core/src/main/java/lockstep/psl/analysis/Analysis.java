package lockstep.psl.analysis;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lockstep.psl.syntax.ModelDeclaration;
import lockstep.psl.syntax.SyntaxFile;

/// Runs the passes over the files of one schema.
public final class Analysis {
  private Analysis() {}

  /// Returns what could be understood; what could not be is in the findings.
  public static PslSchema analyze(List<SyntaxFile> files, Findings findings) {
    var names = NamePass.resolve(files, findings);
    var resolved = resolve(names, findings);
    var configuration = ConfigurationPass.resolve(names, findings);
    var enums = new LinkedHashMap<String, PslEnum>();
    resolved.enums().forEach(it -> enums.put(it.name(), it));
    var compositeTypes =
        names.models().stream()
            .filter(it -> it.block().kind() == ModelDeclaration.Kind.TYPE)
            .toList();
    return new PslSchema(
        configuration, resolved.models(), enums, resolved.relations(), compositeTypes);
  }

  /// Returns models and relations, whatever the datasource and the generators say.
  public static Resolved resolve(List<SyntaxFile> files, Findings findings) {
    return resolve(NamePass.resolve(files, findings), findings);
  }

  private static Resolved resolve(Names names, Findings findings) {
    var typed = TypePass.resolve(names, findings);
    var attributed = AttributePass.resolve(names, typed, findings);
    var models = new LinkedHashMap<String, PslModel>();
    attributed.models().forEach(it -> models.put(it.name(), it));
    return new Resolved(models, attributed.enums(), RelationPass.resolve(attributed.models()));
  }

  /// What the first four passes found.
  ///
  /// @param models models and views by name, in the order of files and blocks
  /// @param relations in the order of the fields that lead to them
  public record Resolved(
      Map<String, PslModel> models, List<PslEnum> enums, List<Relation> relations) {
    public Resolved {
      models = Collections.unmodifiableMap(new LinkedHashMap<>(models));
      enums = List.copyOf(enums);
      relations = List.copyOf(relations);
    }
  }
}
