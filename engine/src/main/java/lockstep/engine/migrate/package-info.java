/// What changes a user's database, and nothing else does; rows of data files are `engine.seed`'s.
///
/// One deployer at a time: an advisory lock is held from the first step to the last. Steps that may
/// share a transaction do, so that a failure leaves nothing of them behind; what cannot is run by
/// itself, and what a failure of such a step leaves is said.
package lockstep.engine.migrate;
