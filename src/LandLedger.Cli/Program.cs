using LandLedger.Cli;
using LandLedger.Rules;

// Most commands judge: the packages are read on a second core while the command line is made ready. A fault in one is told where it is asked for.
_ = Task.Run(static () => RuleSets.All);
return await CommandLine.RunAsync(args, Shell.OfConsole());
