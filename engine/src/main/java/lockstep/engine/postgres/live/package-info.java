/// What a live database says besides its schema: sizes, leftovers, and answers about its rows. Only
/// reads.
package lockstep.engine.postgres.live;
