using QuarterlyCycle.Local.Commands;

return await CommandLine.Run(args);
