using System.Buffers;
using System.Text;
using System.Text.Json;
using Gravistore.DryRun.Results;

namespace Gravistore.DryRun.Bench.PowerStep;

/// <summary>Writes a result of the power-step bench as one JSON object.</summary>
public static class PowerStepJson
{
    /// <summary>The object's text, ending in a line feed. What is no number is null.</summary>
    public static string Write(PowerStepResult result)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer, ResultJson.Options))
        {
            json.WriteStartObject();
            json.WriteString("bench", "power-step");
            json.WriteString("plant", result.Plant);
            json.WriteNumber("seed", result.Seed);
            json.WriteBoolean("pass", result.Pass);
            json.WriteNumber("cellsPassed", result.Passed);
            json.WriteNumber("cellsFailed", result.Cells.Count - result.Passed);
            json.WriteNumber("runs", result.Runs);
            ResultJson.Number(json, "wallSeconds", result.WallS);
            json.WriteStartArray("cells");
            foreach (StepCellResult cell in result.Cells) Cell(json, cell);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static void Cell(Utf8JsonWriter json, StepCellResult result)
    {
        json.WriteStartObject();
        json.WriteString("direction", StepCell.NameOf(result.Cell.Direction));
        json.WriteNumber("chargePercent", result.Cell.ChargePercent);
        json.WriteString("depths", StepCell.NameOf(result.Cell.Depths));
        json.WriteString("case", result.Cell.Case.Name);
        foreach (StepFigure figure in StepFigure.All) ResultJson.Number(json, figure.Name, figure.Value(result.Figures));
        json.WriteStartObject("bound");
        foreach (StepFigure figure in StepFigure.All) ResultJson.Number(json, figure.Name, figure.Bound(result.Bounds));
        json.WriteEndObject();
        json.WriteBoolean("pass", result.Pass);
        json.WriteStartArray("failed");
        foreach (string name in result.Failed) json.WriteStringValue(name);
        json.WriteEndArray();
        json.WriteString("trouble", result.Trouble);
        Step(json, result);
        json.WriteEndObject();
    }

    private static void Step(Utf8JsonWriter json, StepCellResult result)
    {
        json.WriteStartObject("atStep");
        ResultJson.Number(json, "chargePercent", result.ChargePercent);
        ResultJson.Number(json, "halfSpreadM", result.HalfSpreadM);
        ResultJson.Number(json, "travelLeftM", result.TravelLeftM);
        json.WriteEndObject();
        if (result.DepthSeed is { } seed) json.WriteNumber("depthSeed", seed);
        json.WriteString("stateHash", ResultJson.Hex(result.StateHash));
    }
}
