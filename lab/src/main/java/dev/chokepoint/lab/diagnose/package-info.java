/** Which resource bounds the capacity, with its proof, and which one comes next. */
package dev.chokepoint.lab.diagnose;
