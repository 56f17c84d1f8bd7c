/// What happens to those who use a database while it is changed.
package lockstep.acceptance.load;
