package lockstep.psl.formatting;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// The plural of an English word, with the rules and the mistakes of cruet, the library that Prisma
/// takes plurals from: the formatter has to add the same names.
///
/// The rules know lower case only, so of a name in camel case they see the last word at most.
final class Plural {
  private static final Set<String> WITHOUT_PLURAL =
      Set.of(
          """
          accommodation adulthood advertising advice aggression aid air aircraft alcohol anger
          applause arithmetic assistance athletics bacon baggage beef biology blood botany bread
          butter carbon cardboard cash chalk chaos chess countryside crossroads dancing deer dignity
          dirt dust economics education electricity engineering enjoyment envy equipment ethics
          evidence evolution fame fiction flour flu food fuel fun furniture gallows garbage garlic
          genetics gold golf gossip grammar gratitude grief guilt gymnastics happiness hardware harm
          hate hatred health heat help homework honesty honey hospitality housework humour hunger
          hydrogen ice importance inflation information innocence iron irony jam jewelry judo karate
          knowledge lack laughter lava leather leisure lightning linguine linguini linguistics
          literature litter livestock logic loneliness luck luggage macaroni machinery magic
          management mankind marble mathematics mayonnaise measles methane milk money mud mumps music
          nature news nitrogen nonsense nurture nutrition obedience obesity oxygen pasta patience
          physics poetry pollution poverty pride psychology publicity punctuation quartz racism
          relaxation reliability research respect revenge rice rubbish rum safety scenery seafood
          seaside series shame sheep shopping sleep smoke smoking snow soap software soil spaghetti
          species steam stuff stupidity sunshine symmetry tennis thirst thunder timber traffic
          transportation trust underwear unemployment unity validity veal vegetarianism vegetation
          vengeance violence vitality warmth wealth weather welfare wheat wildlife wisdom yoga zinc
          zoology
          """
              .split("\\s+"));

  private static final Map<String, String> IRREGULAR =
      Map.of(
          "ox", "oxen",
          "man", "men",
          "woman", "women",
          "die", "dice",
          "yes", "yeses",
          "foot", "feet",
          "eave", "eaves",
          "goose", "geese",
          "tooth", "teeth",
          "quiz", "quizzes");

  /// The first rule whose ending a word has decides.
  private static final List<Rule> RULES =
      List.of(
          Rule.of("eaux", "", ""),
          Rule.of("child", "(?:ren)?", "ren"),
          Rule.of("pe", "(?:rson|ople)", "ople"),
          Rule.of("[ml]", "(?:ice|ouse)", "ice"),
          Rule.of("(?:matr|cod|mur|sil|vert|ind|append)", "(?:ix|ex)", "ices"),
          Rule.of("(?:x|ch|ss|sh|zz)", "", "es"),
          Rule.of("(?:x|ch|ss|sh|zz)es", "", ""),
          Rule.of("[^ch][ieo][ln]", "ey", "ies"),
          Rule.of("(?:[^aeiouy]|qu)", "y", "ies"),
          Rule.of("(?:ar|l|ea|eo|oa|hoo)", "f", "ves"),
          Rule.of("(?:kni|wi|li)", "fe", "ves"),
          Rule.of("", "sis", "ses"),
          Rule.of(
              "(?:apheli|hyperbat|periheli|asyndet|noumen|phenomen|criteri|organ|prolegomen|hedr"
                  + "|automat)",
              "(?:a|on)",
              "a"),
          Rule.of(
              "(?:agend|addend|millenni|dat|extrem|bacteri|desiderat|strat|candelabr|errat|ov"
                  + "|symposi|curricul|automat|quor)",
              "(?:a|um)",
              "a"),
          Rule.of("(?:her|at|gr)", "o", "oes"),
          Rule.of("(?:seraph|cherub)", "(?:im)?", "im"),
          Rule.of("(?:alumn|alg|vertebr)", "(?:a|ae)", "ae"),
          Rule.of(
              "(?:alumn|syllab|octop|vir|radi|nucle|fung|cact|stimul|termin|bacill|foc|uter|loc"
                  + "|strat)",
              "(?:us|i)",
              "i"),
          Rule.of("(?:[^l]ias|[aeiou]las|[emjzr]as|[iu]am)", "", ""),
          Rule.of("e[mn]u", "s?", "s"),
          Rule.of("(?:alias|[^aou]us|tlas|gas|ris)", "", "es"),
          Rule.of("(?:ax|test)", "is", "es"),
          Rule.of("[^aeiou]ese", "", ""),
          Rule.of("", "s", "s"));

  private Plural() {}

  static String of(String word) {
    if (WITHOUT_PLURAL.contains(word)) {
      return word;
    }
    var irregular = IRREGULAR.get(word);
    if (irregular != null) {
      return irregular;
    }
    for (var rule : RULES) {
      var ending = rule.pattern().matcher(word);
      if (ending.matches()) {
        return ending.group(1) + rule.added();
      }
    }
    return word + "s";
  }

  /// @param pattern a whole word; its group is what stays
  private record Rule(Pattern pattern, String added) {
    static Rule of(String kept, String dropped, String added) {
      return new Rule(Pattern.compile("(.*" + kept + ")" + dropped), added);
    }
  }
}
