/**
 * The house rules as tests: what the rooms may not call ({@link dev.chokepoint.house.Ban}) and how big a file may grow
 * ({@link dev.chokepoint.house.SourceBudget}). They live here because here every room is on the class path.
 */
package dev.chokepoint.house;
