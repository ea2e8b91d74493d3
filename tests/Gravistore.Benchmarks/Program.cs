using BenchmarkDotNet.Running;
using Gravistore.Benchmarks;

if (args is ["recorder"]) return RecorderCost.Print();
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, new HouseConfig());
return 0;
