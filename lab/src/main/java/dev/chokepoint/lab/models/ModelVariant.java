package dev.chokepoint.lab.models;

import dev.chokepoint.lab.measure.WorldResult.World;
import dev.chokepoint.lab.scenario.Model;

/**
 * One of those that are compared.
 *
 * @param world where it runs
 * @param model which model
 * @param clients how many clients
 */
public record ModelVariant(World world, Model model, int clients) {}
