/// Queries that were converted, run for real.
package lockstep.acceptance.rewrite;
