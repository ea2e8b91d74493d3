using BenchmarkDotNet.Running;
using Gravistore.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, new HouseConfig());
return 0;
