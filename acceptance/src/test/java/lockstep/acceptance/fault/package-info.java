/// Things going wrong: input that is none, disks that are full, processes that are killed. Whatever
/// happens, the answer is a message and an exit code, nothing is lost, and no file is half written.
package lockstep.acceptance.fault;
