using System.Globalization;
using System.Text;
using System.Text.Json;
using Gravistore.Runtime;
using Gravistore.Runtime.Timing;

namespace Gravistore.Controller.Startup;

/// <summary>What a measurement of the loop says, and what to change.</summary>
internal sealed class LatencyReport(IReadOnlyList<LatencyPart> parts, RealTimeGrant grant, int hoistCount, int seconds)
{
    /// <summary>A machine is good for a plant when its latest wake-up stays below this share of a cycle, usable below half a cycle, where slips begin [us].</summary>
    public const double GoodUs = 1000, UsableUs = 5000;

    // The worst of the parts is what counts.
    private double LatestUs => 1e-3 * parts.Max(p => p.Times.Lateness.MaxNs);
    private long Slips => parts.Sum(p => p.Times.Slips);

    /// <summary>good, usable or unfit.</summary>
    public string Verdict => grant.IsWhole && LatestUs < GoodUs ? "good" : Slips == 0 && parts.Max(p => p.Times.Lateness.PercentileUs(0.999)) < UsableUs ? "usable" : "unfit";

    private string Why => Verdict switch
    {
        "good" => Invariant($"the latest wake-up was {LatestUs:0} us late, below {GoodUs:0} us"),
        "usable" => Invariant($"no cycle slipped, but the latest wake-up was {LatestUs:0} us late{(grant.IsWhole ? "" : ", and real time is not granted")}"),
        _ => Invariant($"{Slips} cycles slipped; the latest wake-up was {LatestUs:0} us late"),
    };

    private string[] Changes
    {
        get
        {
            List<string> changes = [.. grant.Missing.Select(m => $"grant {m}")];
            if (!File.Exists("/sys/kernel/realtime")) changes.Add("a kernel with PREEMPT_RT (this one is none): linux-image-rt on Debian, or a Raspberry Pi kernel built with it");
            if (Verdict != "good") changes.Add($"keep processor {Math.Max(0, grant.Processor)} free: isolcpus={Math.Max(0, grant.Processor)} nohz_full={Math.Max(0, grant.Processor)} on the kernel's command line, and other services' CPUAffinity= elsewhere");
            if (Verdict != "good") changes.Add("a fixed clock: governor performance, no deep idle states (processor.max_cstate=1 on x86)");
            if (parts.Sum(p => p.TimeOuts) is > 0 and long count) changes.Add(Invariant($"see why {count} questions on the links were not answered in time: gravistore status names the links; a device on this machine needs a processor too"));
            return [.. changes];
        }
    }

    /// <summary>For people.</summary>
    public string Text()
    {
        StringBuilder text = new();
        foreach (LatencyPart part in parts)
        {
            text.Append(Invariant($"{part.Times.Lateness.Count} cycles of 10 ms in {seconds} s, {hoistCount} hoists, {part.Devices}; times in us\n\n"));
            text.Append("phase          p50       p99     p99.9       max\n");
            foreach ((string name, TimeHistogram h) in Rows(part.Times))
                text.Append(Invariant($"{name,-9}{h.PercentileUs(0.5),9:0.0} {h.PercentileUs(0.99),9:0.0} {h.PercentileUs(0.999),9:0.0} {h.MaxNs * 1e-3,9:0.0}\n"));
            text.Append(Invariant($"\nslips          {part.Times.Slips}\n"));
            if (part.Links.Count > 0) text.Append(Invariant($"links          {part.Links.Count}, {part.RoundTripsPerSecond:0} round trips a second, {part.TimeOuts} time-outs\n"));
            text.Append('\n');
        }
        text.Append(Invariant($"verdict        {Verdict}: {Why}\n"));
        foreach (string change in Changes) text.Append($"to change      {change}\n");
        return text.ToString();
    }

    /// <summary>For programs: the first part is the object's own, the one with links is its member "polling".</summary>
    public string Json()
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteNumber("seconds", seconds);
            json.WriteNumber("hoists", hoistCount);
            Part(json, parts[0]);
            foreach (LatencyPart polling in parts.Skip(1))
            {
                json.WriteStartObject("polling");
                Part(json, polling);
                json.WriteNumber("links", polling.Links.Count);
                json.WriteNumber("roundTripsPerSecond", polling.RoundTripsPerSecond);
                json.WriteNumber("timeouts", polling.TimeOuts);
                json.WriteEndObject();
            }
            json.WriteString("verdict", Verdict);
            json.WriteString("why", Why);
            json.WriteStartArray("change");
            foreach (string change in Changes) json.WriteStringValue(change);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static (string Name, TimeHistogram Histogram)[] Rows(CycleTimes times) =>
        [("lateness", times.Lateness), ("take", times.Take), ("step", times.Step), ("send", times.Send), ("tell", times.Tell), ("work", times.Work)];

    private static void Part(Utf8JsonWriter json, LatencyPart part)
    {
        json.WriteNumber("cycles", part.Times.Lateness.Count);
        json.WriteNumber("slips", part.Times.Slips);
        foreach ((string name, TimeHistogram histogram) in Rows(part.Times)) Phase(json, name, histogram);
    }

    private static void Phase(Utf8JsonWriter json, string name, TimeHistogram histogram)
    {
        json.WriteStartObject(name + "Us");
        json.WriteNumber("p50", histogram.PercentileUs(0.5));
        json.WriteNumber("p99", histogram.PercentileUs(0.99));
        json.WriteNumber("p999", histogram.PercentileUs(0.999));
        json.WriteNumber("max", histogram.MaxNs * 1e-3);
        json.WriteStartArray("histogram");
        foreach ((long upToNs, long count) in histogram.Buckets())
        {
            json.WriteStartArray();
            json.WriteNumberValue(upToNs * 1e-3);
            json.WriteNumberValue(count);
            json.WriteEndArray();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
