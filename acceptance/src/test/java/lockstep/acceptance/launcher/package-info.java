/// `./lockstep` as people call it: whole processes, from any folder, built on first use.
package lockstep.acceptance.launcher;
