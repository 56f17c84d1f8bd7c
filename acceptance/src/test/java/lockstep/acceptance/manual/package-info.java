/// The manual, run: what it tells people to type works, in the order in which it says so.
package lockstep.acceptance.manual;
