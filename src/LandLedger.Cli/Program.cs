using LandLedger.Cli;

return await CommandLine.RunAsync(args, Shell.OfConsole());
