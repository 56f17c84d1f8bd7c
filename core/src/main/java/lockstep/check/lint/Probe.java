package lockstep.check.lint;

import lockstep.diagnostic.Place;

/// A question to a live database whose answer is a finding.
///
/// @param sql a query that only reads, and counts what makes the statement fail
/// @param fact what is so where the count is not 0; `%d` stands for the count
public record Probe(LintCode code, Place place, String sql, String fact, String advice) {}
