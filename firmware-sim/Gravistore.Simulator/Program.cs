using Gravistore.Simulator;

return SimulatorProgram.Run(args, Console.Out, Console.Error);
