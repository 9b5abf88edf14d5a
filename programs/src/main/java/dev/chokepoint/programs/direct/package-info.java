/**
 * Hybrid: a central server introduces people to one another, and what they say goes directly between them.
 *
 * <p><b>The directory's protocol.</b> Lines of UTF-8 text of at most {@value
 * dev.chokepoint.programs.direct.Directory#LINE_BYTES_MAX} bytes, ended by LF or CR LF, over one stream a person. Words are separated
 * by one space; a name or room is 1 to 64 visible characters.
 *
 * <table>
 * <caption>What a person sends</caption>
 * <tr><td>{@code HELLO NAME ADDRESS}</td><td>I am NAME, and listen at ADDRESS. Comes first, and once</td></tr>
 * <tr><td>{@code JOIN ROOM}</td><td>I come into a room</td></tr>
 * <tr><td>{@code PART ROOM}</td><td>I leave it; the end of the stream leaves all</td></tr>
 * </table>
 *
 * <table>
 * <caption>What the directory sends</caption>
 * <tr><td>{@code MEMBER ROOM NAME ADDRESS}</td><td>to somebody who comes: this one is there already</td></tr>
 * <tr><td>{@code JOINED ROOM COUNT}</td><td>to somebody who comes: those were all, and the room has so many now</td></tr>
 * <tr><td>{@code CAME ROOM NAME ADDRESS}</td><td>to those who are there: somebody has come</td></tr>
 * <tr><td>{@code LEFT ROOM NAME}</td><td>to those who are there: somebody has gone, or their stream has ended</td></tr>
 * <tr><td>{@code ERROR TEXT}</td><td>that was not understood or not allowed; the stream ends</td></tr>
 * </table>
 *
 * <p><b>Between people</b>, as {@link dev.chokepoint.programs.peer} has it: of two in a room, the one with the higher number
 * connects. Each then sends {@code SAY TEXT}.
 */
package dev.chokepoint.programs.direct;
