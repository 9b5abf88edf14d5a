package dev.chokepoint.cli;

import dev.chokepoint.host.ListenException;
import dev.chokepoint.lab.run.RunException;
import dev.chokepoint.lab.scenario.ScenarioException;
import dev.chokepoint.report.ReportException;
import dev.chokepoint.report.ResultsException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns what a command threw into words and an exit status. Only a defect of ours shows a stack trace. */
final class Failures implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult arguments) {
        PrintWriter err = command.getErr();
        switch (failure) {
            case ScenarioException bad -> err.println(bad.render());
            case UsageException e -> failed(err, e);
            case ResultsException e -> failed(err, e);
            case RunException e -> failed(err, e);
            case ReportException e -> failed(err, e);
            case ListenException e -> failed(err, e);
            case EndpointException e -> failed(err, e);
            default -> {
                err.println("chokepoint: this is a defect of Chokepoint, please report it with what follows:");
                failure.printStackTrace(err);
            }
        }
        err.flush();
        return status(failure);
    }

    /** The exit status of a command that threw. */
    static int status(Exception failure) {
        return switch (failure) {
            case ScenarioException _, UsageException _, ResultsException _ -> Exit.BAD_USAGE;
            default -> Exit.FAILED;
        };
    }

    /** What it threw, in words. */
    static String text(Exception failure) {
        return failure instanceof ScenarioException bad ? bad.render() : String.valueOf(failure.getMessage());
    }

    private static void failed(PrintWriter err, Exception e) {
        err.println("chokepoint: " + e.getMessage());
        for (Throwable also : e.getSuppressed()) {
            err.println("chokepoint: " + also.getMessage());
        }
    }
}
