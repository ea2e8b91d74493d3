using Gravistore.Core;
using Gravistore.Core.Images;
using Gravistore.Core.Parameters;
using Gravistore.Recording;

namespace Gravistore.Console.Recordings;

/// <summary>Parameters that recordings hold, read beside whatever else is done with them; recordings with the same parameters share them.</summary>
internal sealed class RecordedParameters
{
    private readonly Dictionary<string, Task<PlantParameters?>> _known = [];

    /// <summary>Begins to read those of a header, and tries them out on a controller.</summary>
    /// <returns>Their reading; null in the end when this version of the controller has other parameters.</returns>
    public Task<PlantParameters?> Read(RecordingHeader header)
    {
        if (_known.TryGetValue(header.Parameters, out Task<PlantParameters?>? known)) return known;
        Task<PlantParameters?> reading = Task.Run(() => ParameterDocument.Read(header.Parameters, out _));
        reading.ContinueWith(read => TryOut(read.Result, header.HoistCount), TaskScheduler.Default);
        return _known[header.Parameters] = reading;
    }

    // What a first cycle compiles and works out is ready then when the replay begins.
    private static void TryOut(PlantParameters? plant, int hoistCount)
    {
        if (plant is null || plant.HoistCount != hoistCount) return;
        Controller controller = new(plant);
        CycleInput input = new(hoistCount);
        CycleResult result = new(hoistCount);
        for (int i = 0; i < 3; i++) controller.Step(input, result);
    }
}
