/// The sample projects, walked through as a team would, on databases of their own.
package lockstep.acceptance.sample;
