using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace Gravistore.Console.Rig;

/// <summary>A copy of a links file with TCP and serial ports that are free on this machine: rigs do not get in each other's way, nor in that of a running simulator.</summary>
internal static class OwnPorts
{
    /// <summary>Writes the copy.</summary>
    /// <param name="links">The links file.</param>
    /// <param name="folder">Where the copy goes.</param>
    /// <returns>The copy's file.</returns>
    public static string Write(string links, string folder)
    {
        JsonNode root = JsonNode.Parse(File.ReadAllText(links))!;
        Dictionary<int, TcpListener> taken = [];
        foreach (JsonNode? bus in root["buses"]?.AsArray() ?? []) bus!["path"] = Path.Combine(folder, bus["name"]!.GetValue<string>());
        foreach (JsonNode? device in root["devices"]!.AsArray())
        {
            if (device!["port"] is null) continue;
            int port = device["port"]!.GetValue<int>();
            if (!taken.TryGetValue(port, out TcpListener? listener))
            {
                // Held until all are chosen: none is chosen twice.
                taken[port] = listener = new TcpListener(IPAddress.Loopback, 0);
                listener.Start();
            }
            device["port"] = ((IPEndPoint)listener.LocalEndpoint).Port;
        }
        foreach (TcpListener listener in taken.Values) listener.Dispose();
        string file = Path.Combine(folder, Path.GetFileName(links));
        File.WriteAllText(file, root.ToJsonString());
        return file;
    }
}
