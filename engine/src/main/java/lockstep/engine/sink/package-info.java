/// Where results leave Lockstep: files that it owns, and reports for other programs.
///
/// Files are replaced in one step, so that whoever reads one sees the old or the new text and
/// nothing between. A file that Lockstep did not write is never touched: ownership is the comment
/// in the file's first lines, and a digest in it says whether somebody edited the file since.
/// Whether generated files are up to date is answered by comparing bytes.
package lockstep.engine.sink;
