using CxKpi.Mutants;

// Tries the mutants of a mutated build in one process, which is many times as fast as a process for each of them. A mutant that hangs or crashes ends the
// process; what is known by then is in the folder, and the next process goes on from there. It answers 3 as long as there is more to try.
if (args is [var build, var report, var folder])
{
    return new Trial(Mutant.ReadAll(report), new Laboratory(build, Path.Combine(folder, "classes.txt")), folder).Run();
}

Console.Error.WriteLine("usage: CxKpi.Mutants BUILD REPORT FOLDER: the folder of the mutated tests, the report with its mutants, and where outcomes are kept");
return 2;
