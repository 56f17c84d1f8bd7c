package lockstep.psl.analysis;

import java.util.List;
import java.util.Optional;
import lockstep.mapping.Mapping.RelationMode;

/// What the `datasource` and the `generator`s say.
///
/// @param datasources more than one only where that has been reported
/// @param features the preview features that are switched on
public record Configuration(List<Datasource> datasources, List<PreviewFeature> features) {
  public Configuration {
    datasources = List.copyOf(datasources);
    features = List.copyOf(features);
  }

  public Optional<Datasource> datasource() {
    return datasources.isEmpty() ? Optional.empty() : Optional.of(datasources.getFirst());
  }

  public RelationMode relationMode() {
    return datasource().flatMap(Datasource::relationMode).orElse(RelationMode.FOREIGN_KEYS);
  }

  public boolean has(PreviewFeature feature) {
    return features.contains(feature);
  }
}
