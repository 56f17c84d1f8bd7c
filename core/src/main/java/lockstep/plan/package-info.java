/// Changes as ordered statements.
///
/// A [lockstep.plan.Plan] is a list of [lockstep.plan.Step]s that can be run one after the other.
/// One file for each kind of object says which steps it takes; [lockstep.plan.Planner] puts them in
/// an order in which everything exists before it is used. The one writer of SQL statements.
package lockstep.plan;
