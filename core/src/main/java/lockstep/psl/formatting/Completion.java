package lockstep.psl.formatting;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import lockstep.psl.analysis.Analysis;
import lockstep.psl.analysis.Findings;
import lockstep.psl.analysis.PslModel;
import lockstep.psl.analysis.Relation;
import lockstep.psl.syntax.PslParser;
import lockstep.psl.syntax.SyntaxFile;

/// Adds what the relations of a schema lack, in whichever file it belongs to.
///
/// Only where names, types and attributes are in order; whether the whole is valid does not matter.
public final class Completion {
  private Completion() {}

  /// Returns the files of one schema with what is missing written in, to be formatted.
  public static List<SyntaxFile> complete(List<SyntaxFile> files) {
    if (files.stream().anyMatch(it -> !it.diagnostics().isEmpty())) {
      return files;
    }
    var findings = new Findings();
    var resolved = Analysis.resolve(files, findings);
    if (findings.hasErrors() || hasShardKeys(resolved.models().values())) {
      return files;
    }
    var insertions = new Insertions();
    inline(resolved.relations(), resolved.models(), insertions, RelationParts::addFields);
    inline(resolved.relations(), resolved.models(), insertions, RelationParts::addAttribute);
    inline(resolved.relations(), resolved.models(), insertions, RelationParts::addArguments);
    return files.stream()
        .map(it -> insertions.isEmpty(it) ? it : PslParser.parse(insertions.apply(it)))
        .toList();
  }

  /// Shard keys are not analysed, as only other databases have them; so nothing is known to be
  /// right.
  private static boolean hasShardKeys(Collection<PslModel> models) {
    return models.stream().anyMatch(it -> !it.shardKeys().isEmpty());
  }

  /// The order decides what comes first of two texts at the same place.
  private static void inline(
      List<Relation> relations,
      Map<String, PslModel> models,
      Insertions insertions,
      Consumer<RelationParts> add) {
    for (var relation : relations) {
      switch (relation) {
        case Relation.Inline it -> add.accept(new RelationParts(it, models, insertions));
        case Relation.ManyToMany _, Relation.Embedded _ -> {}
      }
    }
  }
}
