using BenchmarkDotNet.Running;
using Gravistore.Benchmarks;

if (args is ["recorder"]) return RecorderCost.Print();
if (args is ["replay", var file]) return ReplayCost.Print(file);
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, new HouseConfig());
return 0;
