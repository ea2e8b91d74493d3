using System.Globalization;
using Gravistore.Wire.Bench;

switch (args)
{
    case ["one", string host, string port, string unit, string seconds]:
        OneLink.Run(host, int.Parse(port, CultureInfo.InvariantCulture), int.Parse(unit, CultureInfo.InvariantCulture), double.Parse(seconds, CultureInfo.InvariantCulture));
        return 0;
    case ["others", string control, string seconds, string rounds]:
        Others.Run(control, double.Parse(seconds, CultureInfo.InvariantCulture), int.Parse(rounds, CultureInfo.InvariantCulture));
        return 0;
    default:
        Console.Error.WriteLine("gravistore-wire-bench one HOST PORT UNIT SECONDS | others CONTROL_SOCKET SECONDS ROUNDS");
        return 2;
}
